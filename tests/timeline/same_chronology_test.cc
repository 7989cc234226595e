// One chronology as text, Markdown, a table, a page and a mail: the same dates and the same events.
#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "timeline/read_article.h"

using namespace annal;

namespace {

struct Chronology {
  const char* title;
  std::vector<std::pair<std::string, std::string>> rows;
};

const std::vector<Chronology> chronologies{
    {"The mill in dates",
     {{"3 May 2014", "The mill burned to the ground."},
      {"9 June 2014", "Police searched the town hall."},
      {"1 July 2014", "The mayor resigned."}}},
    {"History of the pier",
     {{"1871", "The pier was opened."},
      {"1899", "A storm wrecked the pier."},
      {"1923", "The council rebuilt the pier."}}},
    {"The affair",
     {{"2006-05-03", "The council opened an inquiry."},
      {"2006-06-09", "The treasurer left the country."},
      {"2006-07-01", "The chairman was arrested."}}},
    {"The yard in dates",
     {{"March 2019", "The yard received its first order."},
      {"June 2019", "The yard launched the ferry."},
      {"January 2020", "The ferry sank in the harbour."}}},
    {"Die Br\u00FCcke",
     {{"3. Mai 2014", "Die Br\u00FCcke wurde gesperrt."},
      {"20. Juni 2014", "Der B\u00FCrgermeister trat zur\u00FCck."},
      {"4. Juli 2015", "Die Br\u00FCcke wurde er\u00F6ffnet."}}},
    {"Le pont",
     {{"3 mai 2014", "Le pont fut ferm\u00E9."},
      {"20 juin 2014", "Le maire d\u00E9missionna."},
      {"4 juillet 2015", "Le pont fut ouvert."}}},
    {"El molino",
     {{"3 de mayo de 2014", "El molino ardi\u00F3."},
      {"20 de junio de 2014", "El alcalde dimiti\u00F3."},
      {"4 de julio de 2015", "El molino abri\u00F3 de nuevo."}}},
    {"Ode in dates",
     {{"12 May 2014", "Workers began a strike."},
      {"14 May 2014", "Police arrested two leaders."},
      {"20 May 2014", "The strike ended."}}},
};

/// One way to write a chronology: what stands before, around each date, behind each row, and at the end. With the date
/// last, the row's words come first.
struct Form {
  const char *name, *head, *before, *between, *after, *foot;
  bool date_last = false;
};

const std::vector<Form> forms{
    {"a.txt", "%\n\n", "", ": ", "\n", ""},
    {"headings.txt", "%\n\n", "", "\n\n", "\n\n", ""},
    {"list.md", "# %\n\n", "- **", "** ", "\n", ""},
    {"headings.md", "# %\n\n", "## ", "\n\n", "\n\n", ""},
    {"table.md", "# %\n\n| Date | Event |\n|---|---|\n", "| ", " | ", " |\n", ""},
    {"last.md", "# %\n\n| Event | Date |\n|---|---|\n", "| ", " | ", " |\n", "", true},
    {"a.csv", "Date,Event\n", "", ",", "\n", ""},
    {"last.csv", "Event;Date\n", "", ";", "\n", "", true},
    {"table.html", "<h1>%</h1><table><tr><th>Date<th>Event", "<tr><td>", "<td>", "", "</table>"},
    {"last.html", "<h1>%</h1><table><tr><td>Event<td>Date", "<tr><td>", "<td>", "", "</table>", true},
    {"list.html", "<h1>%</h1><ul>", "<li><b>", "</b> ", "", "</ul>"},
    {"terms.html", "<h1>%</h1><dl>", "<dt>", "<dd>", "", "</dl>"},
    {"headings.html", "<h1>%</h1>", "<h2>", "</h2><p>", "</p>", ""},
};

std::string write(const Chronology& chronology, const Form& form) {
  std::string out = form.head;
  if (const std::size_t title = out.find('%'); title != std::string::npos) out.replace(title, 1, chronology.title);
  for (const auto& [date, words] : chronology.rows)
    out += form.before + (form.date_last ? words : date) + form.between + (form.date_last ? date : words) + form.after;
  return out + form.foot;
}

/// What a timeline says: values, events with their days, and whether it took a day of writing.
std::multiset<std::string> facts_of(const std::string& bytes, const std::string& name) {
  const auto article = read_article(bytes, {.name = name});
  REQUIRE(article);
  const Timeline timeline = build_timeline(*article);
  std::multiset<std::string> facts;
  for (const Timex& timex : timeline.timexes) facts.insert("date " + std::string(timex.value.value));
  for (const Event& event : timeline.events) facts.insert("event " + event.title + ", " + event.edtf);
  if (timeline.document.dct.known()) facts.insert("a day of writing");
  return facts;
}

}  // namespace

TEST_CASE("a chronology says the same in every form", "[timeline][read]") {
  for (const Chronology& chronology : chronologies) {
    const auto expected = facts_of(write(chronology, forms.front()), forms.front().name);
    CHECK(expected.size() >= 2 * chronology.rows.size());
    for (const Form& form : forms) {
      INFO(chronology.title << " as " << form.name);
      CHECK(facts_of(write(chronology, form), form.name) == expected);
    }
  }
}

TEST_CASE("a row with a first and a last day spans both, and no date reaches past its row", "[timeline][read]") {
  const auto facts = facts_of(
      "Start,End,Event\n3 May 2014,5 May 2014,Workers occupied the yard\n7 May 2014,7 May 2014,Police cleared the "
      "yard\n"
      ",,The yard closed\n",
      "a.csv");
  CHECK(facts.contains("event Workers occupied the yard, 2014-05-03/2014-05-05"));
  CHECK(facts.contains("event Police cleared the yard, 2014-05-07"));
  CHECK(facts.contains("event The yard closed, "));
}

TEST_CASE("where no column dates the rows beyond doubt, no date of a row dates another", "[timeline][read]") {
  const auto csv = facts_of(
      "event,created,updated\nThe pit was flooded,2021-02-03,2021-02-09\nThe pit was closed,2021-02-04,2021-03-09\n",
      "a.csv");
  CHECK(csv.contains("event The pit was closed, "));
  const auto page = facts_of(
      "<h1>Models</h1><table><tr><th>Model<th>Price<tr><td>Alma<td>1987<tr><td>Brave<td>1950</table><p>Two workers "
      "died "
      "in the mill. The mayor resigned.",
      "a.html");
  CHECK(page.contains("event The mayor resigned, "));
}
