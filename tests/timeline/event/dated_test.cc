#include "timeline/event/dated.h"
#include "tests/date_label_words.h"

#include <catch2/catch.hpp>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

Analysis german(std::string_view text) {
  Document document = read_text(text, "test").value();
  document.blocks = {{Span{0, static_cast<std::uint32_t>(document.text.size())}, BlockKind::paragraph}};
  document.dct.source = DctSource::given;
  document.dct.at = interval_of(parse_iso("2016-11-14").value()).begin;
  return analyse(std::move(document), *Language::find("de"));
}

std::vector<std::string> titles_of(std::string_view text) {
  const Analysis analysis = german(text);
  std::vector<std::string> out;
  for (const Event& event : find_dated_clauses(analysis, *Language::find("de")).events) out.push_back(event.title);
  return out;
}

}  // namespace

TEST_CASE("The clause round each date is an entry, in its own words", "[timeline][dated]") {
  using Titles = std::vector<std::string>;
  CHECK(titles_of("Am 3. Mai 1871 brannte das alte Rathaus, und niemand kam zu Schaden.") ==
        Titles{"Am 3. Mai 1871 brannte das alte Rathaus"});
  // A piece that says nothing but the time takes in the next.
  CHECK(titles_of("Am 3. Mai 1871, einem Freitag, brannte das alte Rathaus.") ==
        Titles{"Am 3. Mai 1871, einem Freitag, brannte das alte Rathaus"});
  // Two dates of a clause are one entry; clauses of their own are two.
  CHECK(titles_of("Von 1914 bis 1918 war das Haus ein Lazarett; seit 1921 ist es eine Sparkasse.") ==
        Titles{"Von 1914 bis 1918 war das Haus ein Lazarett", "Seit 1921 ist es eine Sparkasse"});
  // The word that joins a clause to the one before stays outside.
  CHECK(titles_of("Der Damm hielt, und im Mai 1950 kam das Wasser zurück.") ==
        Titles{"Im Mai 1950 kam das Wasser zurück"});
  // Lengths and what comes again are no dates.
  CHECK(titles_of("Der Bau dauerte drei Jahre. Der Rat tagt jeden Montag.") == Titles{});
  CHECK(titles_of("1871.") == Titles{});
}

TEST_CASE("The line that says when a text was written is no entry", "[timeline][dated]") {
  Document document =
      read_text("OBERWIESEN, 14. November 2016 \u2014 Das Wehr wurde am Donnerstag gesperrt.", "test").value();
  const Timeline timeline = build_timeline(analyse(std::move(document), *Language::find("de")), *Language::find("de"));
  REQUIRE(timeline.events.size() == 1);
  CHECK(timeline.events[0].title == "Das Wehr wurde am Donnerstag gesperrt");
  CHECK(test::words(timeline.events[0].when, "de") == "10. Nov 2016");
}

TEST_CASE("A title of a dated clause has sixty code points at most and ends at a word", "[timeline][dated]") {
  const std::vector<std::string> titles = titles_of(
      "Im Mai 1871 übergab der Bürgermeister dem Verein für Müßiggänger die Schlüssel zur größten Säulenhalle der "
      "Stadt.");
  REQUIRE(titles.size() == 1);
  CHECK(titles[0] == "Im Mai 1871 übergab der Bürgermeister dem Verein für\u2026");
}

TEST_CASE("A language without events of its own has its dates in order", "[timeline][dated]") {
  const Timeline timeline = build_timeline(
      german("Nach dem 3. Juni 1921 zog die Sparkasse ein. Von 1914 bis 1918 war das Haus ein Lazarett. Vor drei "
             "Jahren begann der Umbau des Hauses."),
      *Language::find("de"));
  REQUIRE(timeline.events.size() == 3);
  CHECK(timeline.order == std::vector<std::uint32_t>{1, 0, 2});
  CHECK(test::words(timeline.events[1].when, "de") == "1914\u20131918");
  CHECK(timeline.conflicts.empty());
  for (const Event& event : timeline.events) {
    CHECK(event.status == Status::fact);
    CHECK(event.tense == Tense::none);
    CHECK(slice(timeline.document.text, event.span).find('1') == std::string_view::npos);
  }
}
