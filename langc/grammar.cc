#include "langc/grammar.h"

#include <functional>
#include <map>

#include "langc/value.h"

namespace annal::compile {
namespace {

// A pattern and the rule that it is a `match` of.
struct Alternative {
  Pattern pattern;
  const WrittenRule* rule;
};

void check_parts(const std::vector<WrittenRule>& rules) {
  std::map<std::string, const WrittenRule*> by_name;
  for (const WrittenRule& rule : rules) {
    const auto fault = [&](std::string message, std::string hint) {
      return Fault{rule.place, rule.name.size(), std::move(message), std::move(hint)};
    };
    if (const auto [known, fresh] = by_name.emplace(rule.name, &rule); !fresh)
      throw fault("rule '" + rule.name + "' stands already in " + text_of(known->second->place),
                  "give each rule its own name");
    if (rule.matches.empty()) throw fault("rule '" + rule.name + "' has no 'match'", "");
    if (rule.suppress && !rule.value.text.empty())
      throw fault("rule '" + rule.name + "' has a value and 'suppress'", "keep one of them");
    if (rule.suppress && rule.symbol != "time")
      throw fault("rule '" + rule.name + "' suppresses a symbol", "only a rule without 'as' can suppress");
    if (!rule.suppress && rule.value.text.empty()) throw fault("rule '" + rule.name + "' has no 'value'", "");
  }
}

std::vector<Alternative> parse_alternatives(Lexicon& lexicon, const Grammar& grammar,
                                            const std::vector<WrittenRule>& rules) {
  Names names(lexicon, grammar.symbols);
  std::vector<Alternative> all;
  for (const WrittenRule& rule : rules) {
    const std::size_t begin = all.size();
    for (const Line& match : rule.matches) all.push_back({parse_pattern(match.text, match.place, names), &rule});
    for (std::size_t i = begin; i < all.size(); ++i)
      for (std::size_t j = begin; j < all.size(); ++j)
        for (const auto& [slot, number] : all[j].pattern.slots)
          if (!all[i].pattern.slots.contains(slot)) all[i].pattern.sibling_slots.push_back(slot);
  }
  return all;
}

// The type of a symbol is that of its values: settled from calls and numbers outward, through rules that pass a slot
// on.
std::vector<bool> infer_tree_symbols(const Grammar& grammar, const std::vector<Alternative>& alternatives) {
  enum class Type { unknown, number, tree };
  std::vector<Type> types(grammar.symbols.names.size(), Type::unknown);
  const auto type_of = [&](const Alternative& alternative) {
    if (alternative.rule->suppress) return Type::tree;
    std::string text = alternative.rule->value.text;
    while (text.rfind("either(", 0) == 0) text = trimmed(text.substr(7));
    const std::string head = text.substr(0, text.find_first_of(" ,()"));
    if (!head.empty() && text.size() > head.size() && text[head.size()] == '(') return Type::tree;
    const auto slot = alternative.pattern.slots.find(head);
    if (slot == alternative.pattern.slots.end()) return Type::number;
    Type type = Type::unknown;
    for (const Leaf& leaf : alternative.pattern.leaves)
      if (leaf.slot == slot->second) type = !leaf.is_symbol ? Type::number : types[leaf.id];
    return type;
  };
  for (bool changed = true; changed;) {
    changed = false;
    for (const Alternative& alternative : alternatives) {
      Type& type = types[grammar.symbols.ids.at(alternative.rule->symbol)];
      if (type != Type::unknown) continue;
      type = type_of(alternative);
      changed = changed || type != Type::unknown;
    }
  }
  std::vector<bool> trees;
  for (const Type type : types) trees.push_back(type == Type::tree);
  return trees;
}

GrammarRule make_rule(const Grammar& grammar, const Alternative& alternative) {
  const WrittenRule& written = *alternative.rule;
  const Pattern& pattern = alternative.pattern;
  GrammarRule rule;
  rule.name = written.name;
  rule.place = written.place;
  rule.value_place = written.value.place;
  rule.symbol = grammar.symbols.ids.at(written.symbol);
  rule.leaves = pattern.leaves;
  rule.first = pattern.first;
  rule.not_before = pattern.not_before;
  rule.not_after = pattern.not_after;
  rule.prefer = written.prefer;
  rule.suppress = written.suppress;
  rule.label = written.label;
  rule.is_tree = written.suppress;
  if (!written.suppress) {
    std::vector<bool> tree_slot(pattern.slots.size(), false);
    for (const Leaf& leaf : pattern.leaves)
      if (leaf.slot != PatternEdge::no_slot && leaf.is_symbol && grammar.tree_symbol[leaf.id])
        tree_slot[leaf.slot] = true;
    const Value value = compile_value(written.value.text, written.value.place, pattern, tree_slot);
    rule.code = value.code;
    rule.is_tree = value.is_tree;
  }
  const auto fault = [&](std::string message) {
    return Fault{written.value.place, written.value.text.size(), std::move(message), ""};
  };
  if (rule.is_tree != grammar.tree_symbol[rule.symbol])
    throw fault(std::string("this value is a ") + (rule.is_tree ? "tree" : "number") + ", but other rules of '" +
                written.symbol + "' give the other kind");
  if (rule.symbol == grammar.top && !rule.is_tree) throw fault("a time expression must be a tree, not a number");
  return rule;
}

// A symbol that can begin with itself would never stop.
void refuse_left_recursion(const Grammar& grammar) {
  std::vector<int> state(grammar.symbols.names.size(), 0);
  const std::function<void(std::uint16_t)> visit = [&](std::uint16_t symbol) {
    state[symbol] = 1;
    for (const GrammarRule& rule : grammar.rules) {
      if (rule.symbol != symbol) continue;
      for (const std::size_t first : rule.first) {
        const Leaf& leaf = rule.leaves[first];
        if (!leaf.is_symbol) continue;
        if (state[leaf.id] == 1)
          throw Fault{rule.place, rule.name.size(),
                      "'" + grammar.symbols.names[leaf.id] + "' can begin with itself through this rule",
                      "let it begin with a word or another symbol"};
        if (state[leaf.id] == 0) visit(leaf.id);
      }
    }
    state[symbol] = 2;
  };
  for (std::uint16_t symbol = 0; symbol < grammar.symbols.names.size(); ++symbol)
    if (state[symbol] == 0) visit(symbol);
}

}  // namespace

Grammar compile_grammar(Lexicon& lexicon, const std::vector<WrittenRule>& rules) {
  Grammar grammar;
  grammar.top = grammar.symbols.add("time");
  for (const WrittenRule& rule : rules) grammar.symbols.add(rule.symbol);
  check_parts(rules);
  const std::vector<Alternative> alternatives = parse_alternatives(lexicon, grammar, rules);
  grammar.tree_symbol = infer_tree_symbols(grammar, alternatives);
  const WrittenRule* last = nullptr;
  for (const Alternative& alternative : alternatives) {
    grammar.rules.push_back(make_rule(grammar, alternative));
    if (alternative.rule != last) grammar.rules.back().examples = alternative.rule->examples;
    last = alternative.rule;
  }
  refuse_left_recursion(grammar);
  return grammar;
}

}  // namespace annal::compile
