// Mails to Documents.
#include "reader/mail/read_mail.h"

#include <catch2/catch.hpp>

#include <string>

#include "core/calendar/calendar.h"
#include "core/unicode/utf8.h"
#include "tests/reader/places.h"

using namespace annal;
using namespace annal::test;

namespace {

const std::string head = "From: Ann <ann@example.org>\r\nDate: Sat, 3 May 2014 10:00:00 +0200\r\nSubject: The mill\r\n";

Document read(const std::string& mail) {
  auto document = read_mail(mail, "a.eml", Language::find("en"));
  REQUIRE(document);
  CHECK_FALSE(find_invalid_utf8(document->text));
  for (std::uint32_t at = 0; at < document->text.size(); ++at) REQUIRE(document->source.at(at) <= mail.size());
  return *document;
}

}  // namespace

TEST_CASE("a mail has its date, its title and its own words", "[reader][mail]") {
  const std::string mail = head +
                           "\r\nThe mill burned yesterday.\r\nIt is gone.\r\n\r\nOn 1 May 2014, Bob wrote:\r\n> It was "
                           "fine\r\n> in 1999.\r\n\r\n-- \r\nAnn, since 1990\r\n";
  const Document document = read(mail);
  check_places(document, mail);
  CHECK(document.title == "The mill");
  CHECK(floor_day(document.dct.at) == days_from_civil(2014, 5, 3) * seconds_per_day);
  CHECK(outline(document) ==
        "t1 The mill\np The mill burned yesterday./It is gone.\nb On 1 May 2014, Bob wrote:\nb> > It was fine/> in "
        "1999.\n"
        "b --/Ann, since 1990\n");
}

TEST_CASE("transfer encodings, character sets and parts are undone", "[reader][mail]") {
  struct Row {
    const char *why, *mail, *words;
  };
  const auto row = GENERATE(values<Row>({
      {"quoted-printable",
       "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 "
       "bur=\r\nned.\r\n",
       "The caf\u00E9 burned."},
      {"base64",
       "Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: "
       "base64\r\n\r\nVGhlIG1pbGwg\r\nYnVybmVkLg==\r\n",
       "The mill burned."},
      {"the plain part of two",
       "Content-Type: multipart/alternative; boundary=\"x y\"\r\n\r\nno part\r\n--x y\r\nContent-Type: "
       "text/html\r\n\r\n<p>Page\r\n--x y\r\n\r\nThe mill burned.\r\n--x y--\r\nnor this\r\n",
       "The mill burned."},
      {"a part in a part",
       "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; "
       "boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe mill burned.\r\n--b--\r\n--a--\r\n",
       "The mill burned."},
  }));
  INFO(row.why);
  CHECK(outline(read(head + row.mail)) == "t1 The mill\np " + std::string(row.words) + "\n");
}

TEST_CASE("a mail that is a page is read as one", "[reader][mail]") {
  const std::string mail = head +
                           "Content-Type: text/html; charset=utf-8\r\n\r\n<p>The mill burned yesterday, and the town "
                           "came out to see it.</p>";
  const Document document = read(mail);
  check_places(document, mail);
  CHECK(document.text == "The mill burned yesterday, and the town came out to see it.");
  CHECK(document.title == "The mill");
  CHECK(document.dct.known());
}

TEST_CASE("encoded words of a subject are decoded", "[reader][mail]") {
  CHECK(read("Subject: =?utf-8?Q?Die_M=C3=BChle?= =?iso-8859-1?B?IGJyYW5udGU=?= =?x\r\nFrom: a\r\n\r\nJa.").title ==
        "Die Mühle brannte =?x");
}

TEST_CASE("text is a mail only where it begins with its headers", "[reader][mail]") {
  CHECK(is_mail(head + "\r\nIt burned.", "-"));
  CHECK(is_mail("", "a.eml"));
  CHECK_FALSE(is_mail("Subject: The mill\n\nIt burned.", "-"));
  CHECK_FALSE(is_mail("From: Ann\nThe mill burned.\nDate: 1999\nSubject: x\n\nIt burned.", "-"));
}

TEST_CASE("a hostile mail gets an answer or one clear error", "[reader][mail]") {
  CHECK(read_mail(head, "a.eml", nullptr).error().message ==
        "a.eml: the mail holds no text; give it an article to read");
  std::string nested = head;
  for (int i = 0; i < 2000; ++i) nested += "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n";
  CHECK_FALSE(read_mail(nested, "a.eml", nullptr));
  CHECK(read("From: a\n\n=?utf-8?Q?").text == "=?utf-8?Q?");
  const std::string blank(200'000, '\n');
  CHECK(read(head + "\n" + blank + "Ann:\n" + blank + "It burned.").blocks.size() == 3);
}
