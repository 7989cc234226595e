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

/// The mails of a file: the id, the day of writing and the outline of each.
std::string mails(const std::string& bytes, const std::string& name = "a.eml") {
  std::string out;
  for (const MailDocument& mail : read_mails(bytes, name, Language::find("en"))) {
    if (!mail.document) {
      out += mail.document.error().message + "\n";
      continue;
    }
    CHECK_FALSE(find_invalid_utf8(mail.document->text));
    check_places(*mail.document, bytes);
    out += "[" + mail.document->id + "]";
    if (mail.document->dct.known()) {
      const CivilDate day = civil_from_days(day_number(mail.document->dct.at));
      out += " " + std::to_string(day.day) + "." + std::to_string(day.month) + "." + std::to_string(day.year);
    }
    out += "\n" + outline(*mail.document);
  }
  return out;
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
      {"a plain part without text",
       "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\n\r\n \r\n--x\r\nContent-Type: "
       "text/html\r\n\r\n<p>The mill burned.\r\n--x--\r\n",
       "The mill burned."},
      {"a page before a footer",
       "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>The mill "
       "burned.\r\n--x\r\n\r\nA list\r\n--x--\r\n",
       "The mill burned."},
      {"text round a picture",
       "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nThe mill\r\n--x\r\nContent-Type: "
       "image/png\r\n\r\nabc\r\n--x\r\n\r\nburned.\r\n--x\r\nContent-Disposition: attachment\r\n\r\nNo\r\n--x--",
       "The mill\np burned."},
      {"boundaries of which one begins the other",
       "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; "
       "boundary=ab\r\n\r\n--ab\r\nContent-Type: text/plain\r\n\r\nThe mill burned.\r\n--ab--\r\n--a--\r\n",
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
  CHECK(outline(document) == "t1 The mill\np The mill burned yesterday, and the town came out to see it.\n");
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

TEST_CASE("what a mail quotes is a mail of its own, and of its own day", "[reader][mail]") {
  struct Row {
    const char *why, *body, *mails;
  };
  const auto row = GENERATE(values<Row>({
      {"a quote of a quote",
       "Yes.\n\nOn 2 May 2014, Bob wrote:\n> Really?\n>\n> On 1 May 2014, Ann wrote:\n>> It burned.\n>> -- \n>> Ann\n",
       "[] 3.5.2014\nt1 The mill\np Yes.\nb On 2 May 2014, Bob wrote:\nb> > Really?\nb> > On 1 May 2014, Ann "
       "wrote:/>> It burned./>> --/>> Ann\n"
       "[#2] 2.5.2014\np Really?\n[#3] 1.5.2014\np It burned.\nb --/Ann\n"},
      {"answers between what they answer",
       "On 2 May 2014, Bob wrote:\n> Did it burn?\nYes.\n> And the dam?\nAs follows:\n> And the owner?\nFled.\n",
       "[] 3.5.2014\nt1 The mill\nb On 2 May 2014, Bob wrote:\nb> > Did it burn?\np Yes.\nb> > And the dam?\np As "
       "follows:\nb> > And the owner?\np Fled.\n"
       "[#2] 2.5.2014\np Did it burn?\np And the dam?\np And the owner?\n"},
      {"two that are quoted", "On 2 May 2014, Bob wrote:\n> It burned.\n\nOn 1 May 2014, Carl wrote:\n> It stood.\n",
       "[] 3.5.2014\nt1 The mill\nb On 2 May 2014, Bob wrote:\nb> > It burned.\nb On 1 May 2014, Carl wrote:\nb> > It "
       "stood.\n[#2] 2.5.2014\np It burned.\n[#3] 1.5.2014\np It stood.\n"},
      {"headers in words, twice",
       "Yes.\n\n-----Original Message-----\nFrom: Bob\nSent: 2 May 2014\nSubject: The fire\n\nIt burned.\n\n"
       "From: Ann\nDate: 1 May 2014\nSubject: Hi\n\nIt stands.\n",
       "[] 3.5.2014\nt1 The mill\np Yes.\nb -----Original Message-----/From: Bob/Sent: 2 May 2014/Subject: The "
       "fire\nb It burned.\nb From: Ann/Date: 1 May 2014/Subject: Hi\nb It stands.\n"
       "[#2] 2.5.2014\nt1 The fire\np It burned.\n[#3] 1.5.2014\nt1 Hi\np It stands.\n"},
      {"forwarded and marked",
       "Begin forwarded message:\n\n> From: Bob\n> Date: 2 May 2014\n> Subject: Fire\n>\n> It burned.\n",
       "[] 3.5.2014\nt1 The mill\nb Begin forwarded message:\nb> > From: Bob/> Date: 2 May 2014/> Subject: Fire\nb> > "
       "It burned.\n"
       "[#2] 2.5.2014\nt1 Fire\np It burned.\n"},
      {"a day behind that of the answer is none", "On 5 May 2014, Bob wrote:\n> It burned.\n",
       "[] 3.5.2014\nt1 The mill\nb On 5 May 2014, Bob wrote:\nb> > It burned.\n[#2]\np It burned.\n"},
      {"of the same words one stays, that with a day",
       "Bob wrote:\n> It burned. All\n> of it.\n\nOn 1 May 2014, Bob wrote:\n> It burned.\n> All of it.\n",
       "[] 3.5.2014\nt1 The mill\nb Bob wrote:\nb> > It burned. All/> of it.\nb On 1 May 2014, Bob wrote:\nb> > It "
       "burned./> All of it.\n[#3] 1.5.2014\np It burned./All of it.\n"},
  }));
  INFO(row.why);
  CHECK(mails(head + "\n" + row.body) == row.mails);
}

TEST_CASE("a subject that repeats an older one tells nothing on the day of the answer", "[reader][mail]") {
  struct Row {
    const char *why, *mail, *block;
  };
  const auto row = GENERATE(values<Row>({
      {"an answer, by what it quotes", "Subject: Re: It burned\n\nYes.\n\nBob wrote:\n> It burned.\n",
       "b1 Re: It burned\n"},
      {"an answer, by its headers", "Subject: AW[2]: It burned\nIn-Reply-To: <1@example.org>\n\nYes.\n",
       "b1 AW[2]: It burned\n"},
      {"letters of another script", "Subject: =?utf-8?Q?=D0=9E=D1=82=D0=B2?=: x\nReferences: <1@example.org>\n\nYes.\n",
       "b1 Отв: x\n"},
      {"no answer", "Subject: EU: It burned\n\nYes.\n", "t1 EU: It burned\n"},
      {"no prefix", "Subject: Mill: It burned\nReferences: <1@example.org>\n\nYes.\n", "t1 Mill: It burned\n"},
      {"no letters", "Subject: : It burned\nReferences: <1@example.org>\n\nYes.\n", "t1 : It burned\n"},
  }));
  INFO(row.why);
  CHECK(outline(read(row.mail)).starts_with(row.block));
}

TEST_CASE("the quotes of a page are those of its markup", "[reader][mail]") {
  const std::string page =
      head +
      "Content-Type: text/html\n\n<div>Yes, and the owner fled in the night.</div><div><p>On 2 May "
      "2014, Bob wrote:</p><blockquote>Did it burn? I heard that it did.<p>On 1 May 2014, Carl "
      "wrote:</p><blockquote><ul><li>The mill is fine as ever.</ul></blockquote></blockquote></div>";
  CHECK(mails(page) ==
        "[] 3.5.2014\nt1 The mill\np Yes, and the owner fled in the night.\nb On 2 May 2014, Bob wrote:\nb> Did it "
        "burn? I heard that "
        "it did.\nb> On 1 May 2014, Carl wrote:\nb* The mill is fine as ever.\n"
        "[#2] 2.5.2014\np Did it burn? I heard that it did.\n[#3] 1.5.2014\np The mill is fine as ever.\n");
}

TEST_CASE("a mailbox is all of its mails, each quoted mail once", "[reader][mail]") {
  const std::string box =
      "From ann@example.org Thu May  1 10:00:00 2014\nDate: Thu, 1 May 2014 10:00:00 +0200\nSubject: One\n\nThe mill "
      "burned.\n\n>From the town came help.\n\nFrom now on all is well.\n\n"
      "From bob@example.org Fri May  2 10:00:00 2014\nDate: Fri, 2 May 2014 10:00:00 +0200\nSubject: Two\n\nSo I "
      "heard.\n\nOn 1 May 2014, Ann wrote:\n> The mill\n> burned.\n\nOn 30 April 2014, Carl wrote:\n> It stood.\n\n"
      "From carl@example.org Sat May  3 10:00:00 2014\nSubject: Three\n\n";
  CHECK(mails(box, "in") ==
        "[#1] 1.5.2014\nt1 One\np The mill burned.\np From the town came help.\np From now on all is well.\n"
        "[#2] 2.5.2014\nt1 Two\np So I heard.\nb On 1 May 2014, Ann wrote:\nb> > The mill/> burned.\nb On 30 April "
        "2014, Carl wrote:\nb> > It stood.\n[#2.3] 30.4.2014\np It stood.\n"
        "in#3: the mail holds no text; give it an article to read\n");
}

TEST_CASE("a mail that is attached is a mail of its own", "[reader][mail]") {
  const std::string attached =
      "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nSee below.\n--a\nContent-Type: message/rfc822\n\nDate: Thu, "
      "1 "
      "May 2014 10:00:00 +0200\nSubject: One\n\nThe mill burned.\n--a--\n";
  CHECK(mails(head + attached) ==
        "[] 3.5.2014\nt1 The mill\np See below.\n[#2] 1.5.2014\nt1 One\np The mill burned.\n");
}

TEST_CASE("a body quotes no more mails than any does, nor deeper", "[reader][mail]") {
  const auto quoting = [](int mails) {
    std::string body = head + "\n";
    for (int i = 0; i < mails; ++i) body += "Ann wrote:\n> Line " + std::to_string(i) + "\n\n";
    return read_mails(body, "a.eml", nullptr);
  };
  CHECK(quoting(1000).size() == 1001);
  REQUIRE(quoting(1001).size() == 1);
  CHECK(quoting(1001).front().document.error().message ==
        "a.eml: it quotes more than 1,000 mails, which no mail needs");
  CHECK(read_mails(head + "\n" + std::string(100'000, '>') + " a\n", "a.eml", nullptr).size() == 2);
}

TEST_CASE("a hostile mail gets an answer or one clear error", "[reader][mail]") {
  CHECK(read_mail(head, "a.eml", nullptr).error().message ==
        "a.eml: the mail holds no text; give it an article to read");
  for (const char* const encrypted :
       {"Content-Type: multipart/encrypted; boundary=a\r\n\r\n--a\r\n\r\nVersion: 1\r\n--a--\r\n",
        "Content-Type: application/pkcs7-mime\r\n\r\nabc", "\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nabc"})
    CHECK(read_mail(head + encrypted, "a.eml", nullptr).error().message ==
          "a.eml: the mail is encrypted; save it decrypted");
  std::string nested = head;
  for (int i = 0; i < 2000; ++i) nested += "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n";
  CHECK_FALSE(read_mail(nested, "a.eml", nullptr));
  CHECK(read("From: a\n\n=?utf-8?Q?").text == "=?utf-8?Q?");
  const std::string blank(200'000, '\n');
  CHECK(read(head + "\n" + blank + "Ann:\n" + blank + "It burned.").blocks.size() == 3);
}
