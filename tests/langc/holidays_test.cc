// A new holiday is one line in one file. The language `zz` is compiled from tests/langc/zz when the tests are built.
#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"
#include "core/lang/tables.h"
#include "core/pipeline.h"
#include "langc/holidays.h"

namespace annal {

extern const Language::Tables language_zz;

namespace {

std::string values_of(const std::string& text) {
  static const Language language(language_zz);
  Document document;
  document.text = text;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph});
  document.dct.source = DctSource::given;
  document.dct.at = interval_of(*parse_iso("2016-11-16")).begin;
  std::string out;
  for (const Timex& timex : analyse(std::move(document), language).timexes)
    out += (out.empty() ? "" : "; ") + std::string(timex.value.value.view());
  return out;
}

}  // namespace

TEST_CASE("a line of the holiday table is all that a new holiday needs", "[langc]") {
  CHECK(values_of("They met on Wattle Day 2014.") == "2014-09-01");
  CHECK(values_of("They met on national golden wattle day 1998.") == "1998-09-01");
  CHECK(values_of("They met on Labour Day 2014.") == "2014-05-05");
  CHECK(values_of("They met on Wattle Street 2014.") == "");
}

TEST_CASE("a line of the holiday table is a rule", "[langc]") {
  const compile::SourceFile file{"holidays.txt", "# Days.\n\na-day | a | (b | c) d [! e | f] | date(_, 9, 1)\n"};
  const std::vector<compile::WrittenRule> rules = compile::read_holidays(file);
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].name == "holiday-a-day");
  CHECK(rules[0].symbol == "holiday");
  REQUIRE(rules[0].matches.size() == 2);
  CHECK(rules[0].matches[1].text == "(b | c) d [! e | f]");
  CHECK(rules[0].matches[1].place.column == 13);
  CHECK(rules[0].value.text == "date(_, 9, 1)");
}

}  // namespace annal
