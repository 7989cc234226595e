#include "langc/build_tables.h"

#include <algorithm>

#include "langc/prefilter.h"

namespace annal::compile {
namespace {

// The classes that the grammar looks at, numbered before the others, so that sets of them are short; how many they are.
std::uint16_t put_grammar_classes_first(Lexicon& lexicon, Grammar& grammar) {
  std::vector<bool> used(lexicon.classes.size(), false);
  const auto each_class = [&](auto use) {
    for (GrammarRule& rule : grammar.rules) {
      for (Leaf& leaf : rule.leaves)
        if (!leaf.is_symbol) use(leaf.id);
      for (std::uint16_t& id : rule.not_before) use(id);
      for (std::uint16_t& id : rule.not_after) use(id);
    }
  };
  each_class([&](std::uint16_t id) { used[id] = true; });
  std::uint16_t grammar_classes = 0;
  std::vector<std::uint16_t> now(used.size());
  std::vector<std::string> names;
  for (const bool wanted : {true, false}) {
    for (std::size_t c = 0; c < used.size(); ++c) {
      if (used[c] != wanted) continue;
      now[c] = static_cast<std::uint16_t>(names.size());
      names.push_back(lexicon.classes[c]);
    }
    if (wanted) grammar_classes = static_cast<std::uint16_t>(names.size());
  }
  lexicon.classes = names;
  for (auto& [word, entry] : lexicon.words)
    for (LexiconMember& member : entry.members) member.word_class = now[member.word_class];
  for (LexiconDigits& digits : lexicon.digits) digits.word_class = now[digits.word_class];
  each_class([&](std::uint16_t& id) { id = now[id]; });
  return grammar_classes;
}

template <class Number>
Number number(std::size_t value) {
  return static_cast<Number>(value);
}

class TableBuilder {
 public:
  TableBuilder(std::string tag, const Lexicon& lexicon, const Grammar& grammar, std::vector<std::string> labels,
               std::uint16_t grammar_classes)
      : lexicon_(lexicon), grammar_(grammar) {
    data_.tag = std::move(tag);
    data_.labels = std::move(labels);
    data_.grammar_classes = grammar_classes;
    data_.top = grammar.top;
  }

  TableData build() {
    add_words();
    add_names();
    add_prefilters();
    for (std::uint16_t symbol = 0; symbol < grammar_.symbols.names.size(); ++symbol) {
      const std::size_t first = data_.productions.size();
      for (const GrammarRule& rule : grammar_.rules)
        if (rule.symbol == symbol) add_production(rule);
      data_.symbols.push_back({number<std::uint16_t>(first), number<std::uint16_t>(data_.productions.size() - first)});
    }
    derive(data_);
    return std::move(data_);
  }

 private:
  bool in_grammar(const LexiconMember& member) const { return member.word_class < data_.grammar_classes; }

  // The words of the grammar stand first and have a table of their own, small enough to stay near.
  void add_words() {
    for (const bool wanted : {true, false}) {
      for (const auto& [word, entry] : lexicon_.words)
        if (std::ranges::any_of(entry.members, [&](const LexiconMember& m) { return in_grammar(m); }) == wanted)
          add_word(word, entry);
      if (wanted) data_.grammar_words = number<std::uint32_t>(data_.words.size());
    }
  }

  void add_word(const std::string& word, const LexiconWord& entry) {
    WordEntry made{.text = number<std::uint32_t>(data_.text.size()),
                   .members = number<std::uint32_t>(data_.members.size()),
                   .size = number<std::uint8_t>(word.size()),
                   .grammar_count = 0,
                   .count = number<std::uint8_t>(entry.members.size()),
                   .trigger = false};
    for (const bool wanted : {true, false})
      for (const LexiconMember& member : entry.members) {
        if (in_grammar(member) != wanted) continue;
        data_.members.push_back({member.word_class, member.capital, member.value});
        if (wanted) ++made.grammar_count;
      }
    made.trigger = entry.trigger && made.grammar_count > 0;
    data_.words.push_back(made);
    data_.text += word;
  }

  void add_names() {
    data_.class_names = lexicon_.classes;
    data_.strings = lexicon_.strings;
    for (const LexiconDigits& d : lexicon_.digits)
      if (d.word_class < data_.grammar_classes)
        data_.digit_classes.push_back({d.word_class, d.least, d.most, d.least_width, d.most_width, d.trigger});
  }

  // By class and block of productions: those that may begin with it, have it second, and need it; then those that may
  // match one token alone.
  void add_prefilters() {
    const std::vector<Prefilter> all = prefilters_of(grammar_, lexicon_, data_.grammar_classes);
    data_.blocks = number<std::uint16_t>(all.size() / production_block + 1);
    const auto set_of = [&](std::size_t block, auto holds) {
      ProductionSet set{};
      const std::size_t begin = block * production_block, end = std::min(all.size(), begin + production_block);
      for (std::size_t p = begin; p < end; ++p)
        if (holds(all[p])) set[(p - begin) / 64] |= std::uint64_t{1} << (p % 64);
      return set;
    };
    for (std::size_t c = 0; c < data_.grammar_classes; ++c)
      for (std::size_t block = 0; block < data_.blocks; ++block)
        data_.prefilters.push_back(
            {.first = set_of(block, [&](const Prefilter& one) { return one.first[c]; }),
             .second = set_of(block, [&](const Prefilter& one) { return one.second[c]; }),
             .required = {set_of(block, [&](const Prefilter& one) { return one.required[0][c]; }),
                          set_of(block, [&](const Prefilter& one) { return one.required[1][c]; })}});
    for (std::size_t block = 0; block < data_.blocks; ++block)
      data_.singles.push_back(set_of(block, [](const Prefilter& one) { return one.single; }));
  }

  void add_production(const GrammarRule& rule) {
    const std::size_t start = data_.states.size(), before = data_.guards.size(),
                      after = before + rule.not_before.size();
    add_state(rule, start, rule.first, false);
    for (const Leaf& leaf : rule.leaves) add_state(rule, start, leaf.follow, leaf.last);
    data_.guards.insert(data_.guards.end(), rule.not_before.begin(), rule.not_before.end());
    data_.guards.insert(data_.guards.end(), rule.not_after.begin(), rule.not_after.end());
    data_.productions.push_back({.rule = number<std::uint16_t>(data_.rules.size()),
                                 .start = number<std::uint16_t>(start),
                                 .code = number<std::uint32_t>(data_.code.size()),
                                 .code_size = number<std::uint16_t>(rule.code.size()),
                                 .not_before = number<std::uint16_t>(before),
                                 .not_after = number<std::uint16_t>(after),
                                 .not_before_count = number<std::uint8_t>(rule.not_before.size()),
                                 .not_after_count = number<std::uint8_t>(rule.not_after.size()),
                                 .prefer = static_cast<std::int8_t>(rule.prefer)});
    data_.code.insert(data_.code.end(), rule.code.begin(), rule.code.end());
    data_.rules.push_back({rule.name, text_of(rule.place), rule.label});
  }

  void add_state(const GrammarRule& rule, std::size_t start, const std::vector<std::size_t>& next, bool accepts) {
    data_.states.push_back({number<std::uint32_t>(data_.edges.size()), number<std::uint16_t>(next.size()), accepts});
    for (const std::size_t leaf_index : next) {
      const Leaf& leaf = rule.leaves[leaf_index];
      data_.edges.push_back({leaf.id, number<std::uint16_t>(start + 1 + leaf_index),
                             static_cast<std::uint8_t>(leaf.flags | (leaf.is_symbol ? PatternEdge::symbol : 0)),
                             leaf.slot});
    }
  }

  const Lexicon& lexicon_;
  const Grammar& grammar_;
  TableData data_;
};

// Single words of the language, of phrases only those of `kept`. Names alone are no sign.
Lexicon signs_of(const Lexicon& all, std::uint16_t grammar_classes, const std::vector<std::string>& kept) {
  Lexicon signs;
  const std::uint16_t grammar_word = signs.add_class("grammar-word"), known_word = signs.add_class("known-word");
  std::vector<std::uint16_t> now(all.classes.size(), no_class);
  std::vector<bool> is_name(all.classes.size(), false);
  for (std::size_t c = 0; c < all.classes.size(); ++c) {
    if (std::ranges::find(kept, all.classes[c]) != kept.end()) now[c] = signs.add_class(all.classes[c]);
    is_name[c] = all.classes[c] == "given-name" || all.classes[c] == "surname";
  }
  for (const auto& [word, entry] : all.words) {
    bool known = false, of_grammar = false;
    std::vector<LexiconMember> members;
    for (const LexiconMember& member : entry.members) {
      if (now[member.word_class] != no_class) members.push_back({now[member.word_class], member.capital, member.value});
      const bool counts = !member.capital && !is_name[member.word_class];
      known = known || counts;
      of_grammar = of_grammar || (counts && member.word_class < grammar_classes);
    }
    if (known && word.find(' ') == std::string::npos)
      members.push_back({of_grammar ? grammar_word : known_word, false, 0});
    if (!members.empty()) signs.words[word].members = std::move(members);
  }
  return signs;
}

}  // namespace

TableData build_tables(std::string tag, Lexicon lexicon, Grammar grammar, std::vector<std::string> labels) {
  add_spellings(lexicon);
  const std::uint16_t grammar_classes = put_grammar_classes_first(lexicon, grammar);
  return TableBuilder(std::move(tag), lexicon, grammar, std::move(labels), grammar_classes).build();
}

TableData build_signs(std::string tag, Lexicon lexicon, Grammar grammar, const std::vector<std::string>& kept,
                      std::size_t labels) {
  add_spellings(lexicon);
  const Lexicon signs = signs_of(lexicon, put_grammar_classes_first(lexicon, grammar), kept);
  TableData data = TableBuilder(std::move(tag), signs, Grammar{}, std::vector<std::string>(labels), 1).build();
  data.whole = false;
  return data;
}

}  // namespace annal::compile
