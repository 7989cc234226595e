#include "langc/prefilter.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "langc/pattern.h"

namespace annal::compile {
namespace {

using Set = std::vector<bool>;

void join(Set& to, const Set& from) {
  for (std::size_t c = 0; c < to.size(); ++c)
    if (from[c]) to[c] = true;
}

class FirstSets {
 public:
  FirstSets(const Grammar& grammar, const Lexicon& lexicon, std::size_t classes)
      : grammar_(grammar),
        empty_(classes, false),
        first_(grammar.symbols.names.size()),
        second_(grammar.symbols.names.size()),
        required_(grammar.symbols.names.size()),
        common_(common_classes(grammar, lexicon, classes)) {}

  const Set& symbol_first(std::uint16_t symbol) {
    if (!first_[symbol]) {
      Set set = empty_;  // a symbol never begins with itself
      for (const GrammarRule& rule : grammar_.rules)
        if (rule.symbol == symbol) join(set, first_of(rule));
      first_[symbol] = std::move(set);
    }
    return *first_[symbol];
  }

  Prefilter prefilter(const GrammarRule& rule) {
    Prefilter made;
    made.first = first_of(rule);
    const Second second = second_of(rule);
    made.second = second.set;
    made.single = second.single;
    std::vector<bool> taken(rule.leaves.size(), false);
    made.required[0] = rarest_cut(rule, taken).value_or(made.first);
    // A second set, of other leaves: length and word, month and day.
    made.required[1] = rarest_cut(rule, taken).value_or(made.required[0]);
    return made;
  }

 private:
  // How often tokens of each class are met in texts, as far as grammar and lexicon tell: a word is common that many
  // patterns use, whatever they call it ("a" of "a.m." is no rare letter); a class is as common as its most common
  // word, and digits are all alike.
  static std::vector<std::size_t> common_classes(const Grammar& grammar, const Lexicon& lexicon, std::size_t classes) {
    std::vector<std::size_t> uses(classes, 1), common(classes, 1);
    for (const GrammarRule& rule : grammar.rules)
      for (const Leaf& leaf : rule.leaves)
        if (!leaf.is_symbol) ++uses[leaf.id];
    for (const auto& [word, entry] : lexicon.words) {
      std::size_t sum = 0;
      for (const LexiconMember& member : entry.members)
        if (member.word_class < classes) sum += uses[member.word_class];
      for (const LexiconMember& member : entry.members)
        if (member.word_class < classes) common[member.word_class] = std::max(common[member.word_class], sum);
    }
    std::size_t all_digits = 0;
    for (const LexiconDigits& digits : lexicon.digits)
      if (digits.word_class < classes) all_digits += uses[digits.word_class];
    for (const LexiconDigits& digits : lexicon.digits)
      if (digits.word_class < classes) common[digits.word_class] += all_digits;
    return common;
  }

  struct Second {
    Set set;
    bool single = false;
  };

  Set first_of(const GrammarRule& rule) {
    Set set = empty_;
    for (const std::size_t first : rule.first) join(set, first_of(rule.leaves[first]));
    return set;
  }
  Set first_of(const Leaf& leaf) {
    if (leaf.is_symbol) return symbol_first(leaf.id);
    Set set = empty_;
    set[leaf.id] = true;
    return set;
  }

  const Second& symbol_second(std::uint16_t symbol) {
    if (!second_[symbol]) {
      Second all{empty_, false};
      for (const GrammarRule& rule : grammar_.rules) {
        if (rule.symbol != symbol) continue;
        const Second one = second_of(rule);
        all.single = all.single || one.single;
        join(all.set, one.set);
      }
      second_[symbol] = std::move(all);
    }
    return *second_[symbol];
  }
  Second second_of(const GrammarRule& rule) {
    Second made{empty_, false};
    for (const std::size_t first : rule.first) {
      const Leaf& leaf = rule.leaves[first];
      if (leaf.is_symbol) join(made.set, symbol_second(leaf.id).set);
      if (leaf.is_symbol && !symbol_second(leaf.id).single) continue;
      made.single = made.single || leaf.last;
      for (const std::size_t next : leaf.follow) join(made.set, first_of(rule.leaves[next]));
    }
    return made;
  }

  // Classes of which every match of the symbol holds one.
  const Set& required_of_symbol(std::uint16_t symbol) {
    if (!required_[symbol]) {
      // While it is being worked out, a symbol that holds itself needs its first token.
      required_[symbol] = symbol_first(symbol);
      Set set = empty_;
      for (const GrammarRule& rule : grammar_.rules) {
        if (rule.symbol != symbol) continue;
        std::vector<bool> taken(rule.leaves.size(), false);
        join(set, rarest_cut(rule, taken).value_or(first_of(rule)));
      }
      if (cost(set) < cost(*required_[symbol])) required_[symbol] = std::move(set);
    }
    return *required_[symbol];
  }
  Set required_of(const Leaf& leaf) { return leaf.is_symbol ? required_of_symbol(leaf.id) : first_of(leaf); }

  std::size_t cost(const Set& set) const {
    std::size_t sum = 0;
    for (std::size_t c = 0; c < set.size(); ++c)
      if (set[c]) sum += common_[c];
    return sum;
  }

  // Leaves such that every way through the rule passes one of them, the rarest that do, none of them `taken` (which
  // they then are): what the tokens behind them may be. Nothing where the leaves left do not part beginning and end.
  std::optional<Set> rarest_cut(const GrammarRule& rule, std::vector<bool>& taken) {
    struct Choice {
      std::size_t leaf, cost;
    };
    std::vector<Choice> by_cost;
    for (std::size_t i = 0; i < rule.leaves.size(); ++i)
      if (!taken[i]) by_cost.push_back({i, cost(required_of(rule.leaves[i]))});
    std::stable_sort(by_cost.begin(), by_cost.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
    std::vector<bool> chosen(rule.leaves.size(), false);
    const auto parts = [&] {
      return on_every_path(
          rule, [&](const Leaf& leaf) { return chosen[static_cast<std::size_t>(&leaf - rule.leaves.data())]; });
    };
    std::size_t count = 0;
    while (count < by_cost.size() && !parts()) chosen[by_cost[count++].leaf] = true;
    if (!parts()) return std::nullopt;
    // The costliest go again where the others do without them.
    for (std::size_t i = count; i-- > 0;) {
      chosen[by_cost[i].leaf] = false;
      if (!parts()) chosen[by_cost[i].leaf] = true;
    }
    Set set = empty_;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (!chosen[i]) continue;
      taken[i] = true;
      join(set, required_of(rule.leaves[i]));
    }
    return set;
  }

  const Grammar& grammar_;
  const Set empty_;
  std::vector<std::optional<Set>> first_;
  std::vector<std::optional<Second>> second_;
  std::vector<std::optional<Set>> required_;
  const std::vector<std::size_t> common_;
};

}  // namespace

std::vector<Prefilter> prefilters_of(const Grammar& grammar, const Lexicon& lexicon, std::size_t classes) {
  FirstSets sets(grammar, lexicon, classes);
  std::vector<Prefilter> all;
  for (std::uint16_t symbol = 0; symbol < grammar.symbols.names.size(); ++symbol)
    for (const GrammarRule& rule : grammar.rules)
      if (rule.symbol == symbol) all.push_back(sets.prefilter(rule));
  return all;
}

}  // namespace annal::compile
