// What mail programs write above a quoted mail.
#include "reader/mail/quote_head.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "core/calendar/calendar.h"

using namespace annal;

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// "2 2016-05-03": how many lines the head has, and its day.
std::string shown(const std::optional<QuoteHead>& head) {
  if (!head) return "none";
  std::string out = std::to_string(head->lines);
  if (head->day) {
    const CivilDate day = civil_from_days(day_number(*head->day));
    out += " " + std::to_string(day.year) + "-" + std::to_string(day.month) + "-" + std::to_string(day.day);
  }
  return head->certain ? out : out + "?";
}

}  // namespace

TEST_CASE("a line above marked quotes states their day where it can be read in one way", "[reader][mail]") {
  struct Row {
    const char *why, *text, *head;
  };
  const auto row = GENERATE(values<Row>({
      {"English", "On Tue, May 3, 2016 at 10:00 AM, Bob Smith <bob@example.org> wrote:", "1 2016-5-3"},
      {"two lines", "On Tue, May 3, 2016 at 10:00 AM, Bob Smith\n<bob@example.org> wrote:", "2 2016-5-3"},
      {"no clock and no address", "On 3 May 2016, Bob Smith wrote:", "1 2016-5-3"},
      {"the verb first", "Bob Smith wrote on 3 May 2016:", "1 2016-5-3"},
      {"an older program",
       "In a message dated 5/13/2016 10:00:00 A.M. Eastern Daylight Time, bob@example.org writes:", "1 2016-5-13"},
      {"ISO 8601", "On 2016-05-03 10:00, Bob wrote:", "1 2016-5-3"},
      {"German", "Am 03.05.2016 um 10:00 schrieb Bob Brandt:", "1 2016-5-3"},
      {"German, in words", "Am Di., 3. Mai 2016 um 10:00 Uhr schrieb Bob Brandt <bob@example.org>:", "1 2016-5-3"},
      {"French", "Le mar. 3 mai 2016 à 10:00, Bob Duval <bob@example.org> a écrit :", "1 2016-5-3"},
      {"French, the day first", "Le 05/03/2016 à 10:00, Bob Duval a écrit :", "1 2016-3-5"},
      {"Spanish", "El mar, 3 may 2016 a las 10:00, Bob Ruiz (<bob@example.org>) escribió:", "1 2016-5-3"},
      {"Ukrainian", "вт, 3 трав. 2016 р. о 10:00 Богдан Ткач <bob@example.org> пише:", "1 2016-5-3"},
      {"Russian", "3 мая 2016 г., в 10:00, Богдан Ткач <bob@example.org> написал(а):", "1 2016-5-3"},
      {"Russian, without a verb", "Вторник, 3 мая 2016, 10:00 +03:00 от Богдан Ткач <bob@example.org>:", "1 2016-5-3"},
      {"another language, by the address",
       "W dniu 2016-05-03 o 10:00 Bob Nowak <bob@example.org> pisze:", "1 2016-5-3"},
      {"two readings", "On 5/3/2016 10:00 AM, Bob Smith wrote:", "1"},
      {"no day", "Bob Smith wrote:", "1"},
      {"no year", "On 3 May, Bob Smith wrote:", "1"},
      {"two days", "On 3 May 2016, in answer to that of 1 May 2016, Bob wrote:", "1"},
      {"the day of what the sentence tells", "On 3 May 2016 the mill burned. Bob wrote:", "1"},
      {"the same in one sentence", "On 3 May 2016 the mill burned, and of that Bob wrote:", "1"},
      {"German, likewise", "Am 3. Mai 2016 brannte die Mühle, schrieb Bob:", "1"},
      {"nobody writes", "The council said on 3 May 2016:", "1?"},
      {"only the last line of a paragraph", "It burned on 1 May 2016.\nBob wrote:", "1"},
      {"no colon", "On 3 May 2016, Bob Smith wrote", "none"},
  }));
  INFO(row.why);
  CHECK(shown(introducing_head(lines_of(row.text))) == row.head);
}

TEST_CASE("headers in words part a mail from the one below", "[reader][mail]") {
  struct Row {
    const char *why, *text, *head, *subject;
  };
  const auto row = GENERATE(values<Row>({
      {"a line of its own", "-----Original Message-----\nIt burned.", "1", ""},
      {"with headers",
       "-----Original Message-----\nFrom: Bob [mailto:bob@example.org]\nSent: Tuesday, May 3, 2016 10:00 AM\nTo: "
       "Ann;\nCarl <carl@example.org>\nSubject: The mill\n\nIt burned.",
       "6 2016-5-3", "The mill"},
      {"below a blank line", "---------- Forwarded message ----------\n\nFrom: Bob\nDate: 3 May 2016\n\nIt burned.",
       "4 2016-5-3", ""},
      {"headers alone", "From: Bob\nSent: 3 May 2016 10:00\nTo: Ann\nSubject: The mill\nIt burned.", "4 2016-5-3",
       "The mill"},
      {"in bold", "*From:* Bob\n*Sent:* 3 May 2016 10:00\n*Subject:* The mill\n", "3 2016-5-3", "The mill"},
      {"below a rule", "________________________________\nFrom: Bob\nSent: 3 May 2016\nTo: Ann\n\nx", "4 2016-5-3", ""},
      {"German",
       "-----Ursprüngliche Nachricht-----\nVon: Bob\nGesendet: Dienstag, 3. Mai 2016 10:00\nAn: "
       "Ann\nBetreff: Die Mühle\n",
       "5 2016-5-3", "Die Mühle"},
      {"French", "De : Bob\nEnvoyé : mardi 3 mai 2016 10:00\nÀ : Ann\nObjet : Le moulin\n", "4 2016-5-3", "Le moulin"},
      {"French, after an apostrophe", "-----Message d'origine-----\nDe : Bob\nDate : 05/03/2016\n", "3 2016-3-5", ""},
      {"Spanish", "De: Bob\nEnviado el: martes, 3 de mayo de 2016 10:00\nPara: Ann\nAsunto: El molino\n", "4 2016-5-3",
       "El molino"},
      {"Ukrainian", "Від: Богдан\nДата: 3 травня 2016 р. 10:00\nТема: Млин\nКому: Ганна\n", "4 2016-5-3", "Млин"},
      {"Russian", "-------- Пересылаемое сообщение --------\nОт: Богдан\nДата: 3 мая 2016 г.\nТема: Мельница\n",
       "4 2016-5-3", "Мельница"},
      {"a day in two readings", "From: Bob\nSent: 5/3/2016 10:00\nSubject: The mill\n", "3", "The mill"},
      {"a program that marks nothing", "On 3 May 2016, at 10:00, Bob <bob@example.org> wrote:\n\nIt burned.",
       "1 2016-5-3", ""},
      {"a journey", "From: Vell\nTo: Portvale\nDate: 3 May 2016\n", "none", ""},
      {"words", "From: here on it burned.\nDate: unknown", "none", ""},
      {"a sentence", "On 3 May 2016 Bob wrote:\n\nIt burned.", "none", ""},
      {"an item", "-- Original message to the town --", "none", ""},
      {"a rule", "----------------\nIt burned.", "none", ""},
      {"nothing", "", "none", ""},
  }));
  INFO(row.why);
  const std::string text = row.text;
  const auto head = separating_head(lines_of(text), true);
  CHECK(shown(head) == row.head);
  if (head) CHECK(head->subject == row.subject);
}
