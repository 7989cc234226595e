#include "wasm/annal/held_language.h"

#include <string>

#include "langc/packed.h"

namespace annal {
namespace {

using compile::TableData;

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::vector<Rule> rules_of(const std::vector<compile::RuleData>& rules) {
  std::vector<Rule> views;
  for (const compile::RuleData& rule : rules) views.push_back({rule.name, rule.place, rule.label});
  return views;
}

}  // namespace

HeldLanguage::HeldLanguage(std::span<const unsigned char> packed)
    : data_(compile::unpack(packed)),
      class_names_(views_of(data_.class_names)),
      strings_(views_of(data_.strings)),
      labels_(views_of(data_.labels)),
      rules_(rules_of(data_.rules)) {
  const TableData& d = data_;
  const auto mask = [](const auto& slots) { return static_cast<std::uint32_t>(slots.size() - 1); };
  tables_ = {
      .tag = d.tag,
      .text = d.text.data(),
      .words = d.words.data(),
      .word_count = static_cast<std::uint32_t>(d.words.size()),
      .slots = {d.slots.data(), mask(d.slots)},
      .grammar_slots = {d.grammar_slots.data(), mask(d.grammar_slots)},
      .filter = d.filter.data(),
      .known_filter = d.known_filter.data(),
      .first_words = d.first_words.data(),
      .members = d.members.data(),
      .class_names = class_names_.data(),
      .class_order = d.class_order.data(),
      .class_count = static_cast<std::uint16_t>(class_names_.size()),
      .strings = strings_.data(),
      .digit_classes = d.digit_classes.data(),
      .digit_class_count = static_cast<std::uint8_t>(d.digit_classes.size()),
      .edges = d.edges.data(),
      .states = d.states.data(),
      .productions = d.productions.data(),
      .symbols = d.symbols.data(),
      .symbol_count = static_cast<std::uint16_t>(d.symbols.size()),
      .top = d.top,
      .grammar_classes = d.grammar_classes,
      .prefilters = d.prefilters.data(),
      .singles = d.singles.data(),
      .production_blocks = d.blocks,
      .guards = d.guards.data(),
      .code = d.code.data(),
      .rules = rules_.data(),
      .rule_count = static_cast<std::uint16_t>(rules_.size()),
      .labels = labels_.data(),
  };
}

}  // namespace annal
