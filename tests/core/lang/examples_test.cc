// Runs the examples that stand beside each rule in data/lang: a rule carries its own proof.
#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/lang/examples.h"
#include "core/lang/language.h"
#include "core/lang/tables.h"
#include "core/normalize/explain.h"
#include "core/pipeline.h"

namespace annal {
namespace {

struct LanguageExamples {
  const Language* language;
  std::span<const RuleExample> examples;
};

std::vector<LanguageExamples> all_examples() {
  return {
#define ANNAL_LANGUAGE(name, tag) {Language::find(tag), rule_examples_##name()},
#include "core/lang/languages.inc"
#undef ANNAL_LANGUAGE
  };
}

Analysis analysis_of(const RuleExample& example, const Language& language) {
  Document document;
  document.text = std::string(example.text);
  // Several lines have the structure of a text; one is a paragraph, whatever its shape.
  constexpr std::string_view line_break = "\u23CE";
  if (document.text.find(line_break) == std::string::npos)
    document.blocks.push_back({{0, static_cast<std::uint32_t>(example.text.size())}, BlockKind::paragraph});
  for (auto at = document.text.find(line_break); at != std::string::npos; at = document.text.find(line_break))
    document.text.replace(at, line_break.size(), "\n");
  if (example.dct != "-") {
    const auto day = parse_iso(example.dct);
    REQUIRE(day.has_value());
    document.dct.source = DctSource::given;
    document.dct.at = interval_of(*day).begin;
    document.dct.has_time = day->granularity <= Granularity::minute;
  }
  return analyse(std::move(document), language);
}

std::string values_of(const Analysis& analysis) {
  std::string out;
  for (const Timex& timex : analysis.timexes) {
    if (!out.empty()) out += "; ";
    out += timex.value.value.view();
    for (const std::string_view part : {name(timex.value.mod), timex.value.quant.view(), timex.value.freq.view()})
      if (!part.empty()) out += " " + std::string(part);
  }
  return out;
}

// The names of the rules whose words are no time expression.
std::set<std::string_view> suppressing(const Language& language) {
  std::set<std::string_view> names;
  const Language::Tables& tables = language.tables();
  const Symbol& top = tables.symbols[tables.top];
  for (std::uint16_t p = top.productions; p < top.productions + top.count; ++p)
    if (tables.productions[p].code_size == 0) names.insert(tables.rules[tables.productions[p].rule].name);
  return names;
}

// What was found, by which rule and from which tree, for the one who must mend it.
std::string trace_of(const Analysis& analysis, const Language& language) {
  std::string out;
  for (std::size_t i = 0; i < analysis.timexes.size(); ++i)
    out += "  \"" + std::string(slice(analysis.document.text, analysis.timexes[i].span)) + "\" by " +
           std::string(language.rule_name(analysis.timexes[i].rule)) + ": " + explain(analysis, i) + "\n";
  return out;
}

}  // namespace

TEST_CASE("each example of a rule has the values it states", "[core][lang][examples]") {
  for (const auto& [language, examples] : all_examples())
    for (const RuleExample& example : examples) {
      if (!example.positive) continue;
      const Analysis analysis = analysis_of(example, *language);
      INFO(example.place << ": " << example.rule << ": \"" << example.text << "\"\n" << trace_of(analysis, *language));
      CHECK(values_of(analysis) == example.values);
    }
}

TEST_CASE("a rule matches nothing in its counter-examples", "[core][lang][examples]") {
  for (const auto& [language, examples] : all_examples())
    for (const RuleExample& example : examples) {
      if (example.positive) continue;
      const Analysis analysis = analysis_of(example, *language);
      INFO(example.place << ": " << example.rule << ": \"" << example.text << "\"\n" << trace_of(analysis, *language));
      // What a suppressing rule matches is no time, so that nothing else may find one there.
      if (suppressing(*language).contains(example.rule)) CHECK(analysis.timexes.empty());
      for (const Timex& timex : analysis.timexes) CHECK(language->rule_name(timex.rule) != example.rule);
    }
}

TEST_CASE("each rule that makes a time expression fires in one of its own examples", "[core][lang][examples]") {
  for (const auto& [language, examples] : all_examples()) {
    std::map<std::string, bool> fires;
    const Language::Tables& tables = language->tables();
    const Symbol& top = tables.symbols[tables.top];
    for (std::uint16_t p = top.productions; p < top.productions + top.count; ++p) {
      if (tables.productions[p].code_size > 0) fires.emplace(tables.rules[tables.productions[p].rule].name, false);
    }
    for (const RuleExample& example : examples) {
      if (!example.positive) continue;
      for (const Timex& timex : analysis_of(example, *language).timexes)
        if (language->rule_name(timex.rule) == example.rule) fires[std::string(example.rule)] = true;
    }
    for (const auto& [rule, fired] : fires) {
      INFO("rule " << rule << " of " << language->tag() << " needs a 'yes' line in which it is what matches");
      CHECK(fired);
    }
  }
}

}  // namespace annal
