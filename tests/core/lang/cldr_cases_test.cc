// What the Unicode CLDR formats, read back: data/lang/<tag>/cldr-cases.tsv, which data/lang/generate writes.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/pipeline.h"

namespace annal {
namespace {

struct CldrCase {
  std::string written, text, values;
};

std::vector<CldrCase> cases_of(const Language& language) {
  std::vector<CldrCase> cases;
  std::ifstream file("data/lang/" + std::string(language.tag()) + "/cldr-cases.tsv");
  for (std::string line; std::getline(file, line);) {
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    if (line.empty() || line[0] == '#' || second == std::string::npos) continue;
    cases.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return cases;
}

Analysis analysis_of(const CldrCase& one, const Language& language) {
  Document document;
  document.text = one.text;
  document.blocks.push_back({{0, static_cast<std::uint32_t>(one.text.size())}, BlockKind::paragraph});
  const auto day = parse_iso(one.written);
  REQUIRE(day.has_value());
  document.dct.source = DctSource::given;
  document.dct.at = interval_of(*day).begin;
  document.dct.has_time = true;
  return analyse(std::move(document), language);
}

std::string values_of(const Analysis& analysis) {
  std::string out;
  for (const Timex& timex : analysis.timexes) out += (out.empty() ? "" : "; ") + std::string(timex.value.value.view());
  return out;
}

// The words that no time expression holds and that do not only tie one: empty where the wording was found whole.
std::string left_over(const Analysis& analysis, const Language& language) {
  const WordClass tie = language.word_class("time-tie");
  std::string out;
  for (const Token& token : analysis.tokens) {
    const bool found = std::any_of(analysis.timexes.begin(), analysis.timexes.end(), [&](const Timex& timex) {
      return timex.span.begin <= token.begin && token.end <= timex.span.end;
    });
    const std::string_view word = slice(analysis.document.text, token.span());
    if (!found && token.kind != TokenKind::punctuation && !language.is(word, tie)) out += std::string(word) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("what the CLDR formats is found whole and read back, in each language that has its cases",
          "[core][lang][cldr]") {
  std::size_t languages = 0;
  for (const Language& language : Language::all()) {
    const std::vector<CldrCase> cases = cases_of(language);
    if (cases.empty()) continue;
    ++languages;
    for (const CldrCase& one : cases) {
      const Analysis analysis = analysis_of(one, language);
      INFO(language.tag() << ": \"" << one.text << "\", written " << one.written);
      CHECK(values_of(analysis) == one.values);
      CHECK(left_over(analysis, language) == "");
    }
  }
  CHECK(languages >= 5);
}

}  // namespace annal
