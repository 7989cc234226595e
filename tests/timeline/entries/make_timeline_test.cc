#include <catch2/catch.hpp>

#include "tests/date_label_words.h"
#include "timeline/explain/why.h"
#include "timeline/read_article.h"

using namespace annal;

namespace {

Result<Timeline> read(std::string_view bytes, std::string name = "x.json") {
  ArticleOptions options;
  options.name = std::move(name);
  return read_article(bytes, options).map([](Article article) { return build_timeline(std::move(article)); });
}

Timeline made(std::string_view bytes, std::string name = "x.json") { return read(bytes, std::move(name)).value(); }

std::vector<std::string> titles_in_order(const Timeline& timeline) {
  std::vector<std::string> titles;
  for (const std::uint32_t e : timeline.order) titles.push_back(timeline.events[e].title);
  return titles;
}

}  // namespace

TEST_CASE("an entry is an event as it is titled, at the date that it states", "[timeline][entries]") {
  const Timeline timeline = made(R"([{"date": "14 Nov 2016", "title": "Putin calls Trump"}])");
  CHECK(timeline.document.text == "14 Nov 2016: Putin calls Trump");
  CHECK(timeline.document.language == "en");
  REQUIRE(timeline.events.size() == 1);
  const Event& event = timeline.events[0];
  CHECK(event.title == "Putin calls Trump");
  CHECK(event.edtf == "2016-11-14");
  CHECK(event.shown);
  CHECK(event.visibility == Visibility::shown);
  CHECK(slice(timeline.document.text, event.span) == "Putin calls Trump");
  REQUIRE(timeline.timexes.size() == 1);
  CHECK(slice(timeline.document.text, timeline.timexes[0].span) == "14 Nov 2016");
  CHECK(timeline.timexes[0].value.value == ShortText("2016-11-14"));
}

TEST_CASE("the date of an entry may be of any kind", "[timeline][entries]") {
  struct Row {
    const char* entry;
    const char* edtf;
    const char* words;
  };
  const auto row = GENERATE(values<Row>({
      {R"("date": "2016")", "2016", "2016"},
      {R"("date": 1870)", "1870", "1870"},
      {R"("date": -44)", "-0043", "44 BC"},
      {R"("date": -1200)", "-1199", "1200 BC"},
      {R"("date": "96")", "0096", "96"},
      {R"("date": "44 BC")", "-0043", "44 BC"},
      {R"("date": "c. 1870")", "1870~", "about 1870"},
      {R"("date": "2016-11-14T14:30")", "2016-11-14T14:30:00", "14 Nov 2016, 14:30"},
      {R"("date": "1867–1869")", "1867/1869", "1867–1869"},
      {R"("date": "November 2004 – January 2005")", "2004-11-01/2005-01-31", "Nov 2004 – Jan 2005"},
      {R"("date": "1 November 2004 – 31 January 2005")", "2004-11-01/2005-01-31", "Nov 2004 – Jan 2005"},
      {R"("date": "1830 to 1834")", "1830-01-01/1834-12-31", "1830–1834"},
      {R"("date": "May to July 2016")", "2016-05-01/2016-07-31", "May – Jul 2016"},
      {R"("date": "2004-11", "end": "2005-01")", "2004-11/2005-01", "Nov 2004 – Jan 2005"},
      {R"("date": "14 Nov 2016", "end": "16 Nov 2016")", "2016-11-14/2016-11-16", "14–16 Nov 2016"},
      {R"("date": "2 Nov 1970", "end": "1971")", "1970-11-02/1971", "1970–1971"},
      {R"("date": "1970", "end": "3 Feb 1971")", "1970/1971-02-03", "1970–1971"},
      {R"("date": "1970-11-02", "end": "1971-02")", "1970-11-02/1971-02", "Nov 1970 – Feb 1971"},
      {R"("date": "1970-11-02T14:30", "end": "1970-11-02T16:00")", "1970-11-02T14:30:00/1970-11-02T16:00:00",
       "2 Nov 1970, 14:30–16:00"},
      {R"("date": "2017/..")", "2017/..", "from 2017 on"},
      {R"("date": "2017", "end": "..")", "2017/..", "from 2017 on"},
      {R"("date": "before May 2010")", "../2010-05", "before May 2010"},
      {R"("start_date": {"year": 2016, "month": 11, "day": "14", "hour": 9})", "2016-11-14T09:00:00",
       "14 Nov 2016, 09:00"},
      {R"("start_date": {"year": -43}, "display_date": "44 BC")", "-0043", "44 BC"},
      {R"("start": "2016-11-03", "end": "2016-11-06", "edtf": "[2016-11-03..2016-11-06]")", "[2016-11-03..2016-11-06]",
       "3–6 Nov 2016"},
      {R"("note": "when it was is not known")", "", ""},
  }));
  INFO(row.entry);
  const Timeline timeline = made(std::string("[{\"title\": \"A mill\", ") + row.entry + "}]");
  REQUIRE(timeline.events.size() == 1);
  CHECK(timeline.events[0].edtf == row.edtf);
  CHECK(test::words(timeline.events[0].when) == row.words);
  CHECK(timeline.events[0].shown);
}

TEST_CASE("a range lasted, unless it says that the event was once between its dates", "[timeline][entries]") {
  const Timeline timeline = made(R"([{"date": "3 May 2016 – 6 June 2016", "title": "A fair"},
                                     {"date": "between 3 May 2016 and 6 June 2016", "title": "A fire"}])");
  CHECK(timeline.events[0].start.latest < timeline.events[0].end.earliest);
  CHECK(timeline.events[1].start.earliest == timeline.events[1].end.earliest);
  CHECK(timeline.events[1].start.latest == timeline.events[1].end.latest);
}

TEST_CASE("whether the day or the month comes first is told by the other dates of the list", "[timeline][entries]") {
  const auto first_edtf = [](const std::string& rows) { return made("date,title\n" + rows, "x.csv").events[0].edtf; };
  CHECK(first_edtf("03/04/2016,A\n25/04/2016,B\n") == "2016-04-03");
  CHECK(first_edtf("03/04/2016,A\n04/25/2016,B\n") == "2016-03-04");
  CHECK(first_edtf("03/04/2016 14:30,A\n25/04/2016 15:00,B\n").substr(0, 16) == "2016-04-03T14:30");
  CHECK(first_edtf("3/3/2016,A\n") == "2016-03-03");
  const Timeline either = made("date,title\n03/04/2016,A\n", "x.csv");
  REQUIRE(either.warnings.size() == 1);
  CHECK(either.warnings[0].message ==
        "“03/04/2016” is read as 2016-03-04; no date of the list tells whether the day or the month comes first");
  const auto mixed = read("date,title\n25/04/2016,A\n04/25/2016,B\n03/04/2016,C\n", "x.csv");
  REQUIRE_FALSE(mixed);
  CHECK(mixed.error().message ==
        "x.csv:4: date: “03/04/2016” may have the day or the month first, and other dates here have the one and the "
        "other; write it as 2016-11-14");
}

TEST_CASE("entries are ordered by their dates, and no order is claimed of what a date leaves open",
          "[timeline][entries]") {
  const Timeline timeline = made("date,title\n1811,A\n1870,C\n,Z\n1830,B\n1830,B2\n1829–1833,Long\n1900,D\n", "x.csv");
  CHECK(titles_in_order(timeline) == std::vector<std::string>{"A", "Long", "B", "B2", "C", "Z", "D"});
  const auto precedes = [&](std::size_t event, std::uint32_t later) {
    const auto& found = timeline.events[event].precedes;
    return std::find(found.begin(), found.end(), later) != found.end();
  };
  CHECK(precedes(0, 5));        // A, Long
  CHECK(precedes(3, 1));        // B, C
  CHECK_FALSE(precedes(3, 4));  // of one year
  CHECK(timeline.events[2].precedes.empty());
  CHECK(timeline.events[2].when.empty());
}

TEST_CASE("an entry without a date stands where its list has it, also in one that goes back in time",
          "[timeline][entries]") {
  CHECK(titles_in_order(made("date,title\n2016,A\n,B\n2018,C\n,D\n", "x.csv")) ==
        std::vector<std::string>{"A", "B", "C", "D"});
  CHECK(titles_in_order(made("date,title\n2018,C\n,B\n2016,A\n", "x.csv")) == std::vector<std::string>{"A", "B", "C"});
}

TEST_CASE("the date of an entry is its proof", "[timeline][entries]") {
  const Timeline timeline = made(R"([{"date": "1867–1869", "title": "War"}, {"date": "1870", "title": "Peace"}])");
  const Proof proof = why(timeline, 0, 1);
  const auto entry = std::ranges::find(proof.steps, "entry-date", &ProofStep::rule);
  REQUIRE(entry != proof.steps.end());
  CHECK(slice(timeline.document.text, entry->words) == "1867–1869");
}

TEST_CASE("every entry is shown, however many there are, but for what is hidden", "[timeline][entries]") {
  std::string table = "date,title\n";
  for (int year = 1800; year < 2000; ++year) table += std::to_string(year) + ",Flood\n";
  const Timeline timeline = made(table, "x.csv");
  CHECK(std::ranges::count_if(timeline.events, &Event::shown) == 200);
  const Timeline hidden = made(R"([{"date": "2016", "title": "A", "hide": true}, {"date": "2017", "title": "B",
    "pin": true}])");
  CHECK_FALSE(hidden.events[0].shown);
  CHECK(hidden.events[1].visibility == Visibility::pinned);
}

TEST_CASE("single letters as titles are words of no language", "[timeline][entries]") {
  CHECK(made("date,title\n2016,A\n2017,Y\n2018,E\n", "x.csv").document.language == "en");
  CHECK(made("date,title\n2016,Die Mühle brennt\n2017,Der Rat tagt in der Stadt\n", "x.csv").document.language == "de");
}

TEST_CASE("a timeline made by hand says what stands around it", "[timeline][entries]") {
  const Timeline timeline = made(R"({"title": "Die Mühle", "subtitle": "Ein Jahrhundert", "credit": "Archiv",
    "language": "de", "theme": "dark", "mood": "sad", "events": [{"date": "3. Mai 1870", "title": "Sie brennt",
    "status": "reported", "source": "die Zeitung", "group": "Brände", "color": "tomato", "text": "zweimal",
    "url": "https://example.org", "image": "a.png", "weather": "dry"}]})");
  CHECK(timeline.presentation == Presentation{"Die Mühle", "Ein Jahrhundert", "Archiv", "", "de", "", "dark"});
  CHECK(timeline.document.language == "de");
  const Event& event = timeline.events.at(0);
  CHECK(event.edtf == "1870-05-03");
  CHECK(event.status == Status::reported);
  CHECK(event.source == "die Zeitung");
  CHECK(event.lane == "Brände");
  CHECK(event.colour == "tomato");
  CHECK(event.note == "zweimal");
  CHECK(event.link == "https://example.org");
  CHECK(event.image == "a.png");
  REQUIRE(timeline.warnings.size() == 2);
  CHECK(timeline.warnings[0].message == "the member \"mood\" is not read");
  CHECK(timeline.warnings[1].message == "the member \"weather\" is not read");
}

TEST_CASE("the JSON of TimelineJS is read", "[timeline][entries]") {
  const Timeline timeline = made(R"({"title": {"text": {"headline": "The bridge"}}, "events": [{"start_date":
    {"year": "1970", "month": "11", "day": "2"}, "text": {"headline": "It opens", "text": "Crowds come"},
    "media": {"url": "https://example.org/film"}, "unique_id": "a"}]})");
  CHECK(timeline.presentation.title == "The bridge");
  CHECK(timeline.events.at(0).title == "It opens");
  CHECK(timeline.events[0].note == "Crowds come");
  CHECK(timeline.events[0].link == "https://example.org/film");
  CHECK(timeline.warnings.empty());
}

TEST_CASE("what is no timeline made by hand is refused with the place and the smallest example",
          "[timeline][entries]") {
  const std::string example = "; the smallest timeline is [{\"date\": \"14 Nov 2016\", \"title\": \"A call\"}]";
  struct Row {
    const char* json;
    std::string message;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"{}", "no timeline: there is no list \"events\"" + example},
      {"[]", "no entries" + example},
      {"{\"events\": 3}", "/events: is no list"},
      {"[1]", "/0: is no entry" + example},
      {R"([{"date": "2016"}])", "/0: has no \"title\"" + example},
      {R"({"events": [{"title": "A"}, {"title": "B", "date": "soonish"}]})",
       "/events/1/date: “soonish” is no date; write it as 2016-11-14, 2016-11, 2014/2016 or in words"},
      {R"([{"title": "A", "date": []}])", "/0/date: is no text"},
      {R"([{"title": "A", "date": "2016", "end": "2015"}])", "/0/end: “2015” lies before the start, “2016”"},
      {R"([{"title": "A", "date": "2016", "end": "since 2015"}])",
       "/0/end: “since 2015” does not end; leave the end out, or write .."},
      {R"([{"title": "A", "status": "sure"}])", "/0/status: 'sure' is no status"},
      {R"([{"title": "A", "link": "javascript:x"}])",
       "/0/link: 'javascript:x' is no link; one begins with http://, https:// or mailto:"},
      {R"({"schema": "annal-order/2", "events": []})",
       "/schema: 'annal-order/2' is not what this program reads: annal-timeline/1 and /2; annal build -f json writes "
       "it"},
  }));
  const auto timeline = read(row.json);
  REQUIRE_FALSE(timeline);
  CHECK(timeline.error().message == "x.json: " + row.message);
}
