#include "langc/emit.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/lang/hash.h"
#include "langc/prefilter.h"

namespace annal::compile {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte >= 0x7F) {
      // Three octal digits end by themselves, whatever follows.
      out += '\\';
      out += static_cast<char>('0' + (byte >> 6));
      out += static_cast<char>('0' + ((byte >> 3) & 7));
      out += static_cast<char>('0' + (byte & 7));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

// An array of one element at least, so that an empty language still compiles.
class Array {
 public:
  Array(std::string type, std::string name) : head_("const " + std::move(type) + " " + std::move(name) + "[] = {") {}
  void add(const std::string& element) {
    body_ += (count_ % 8 == 0 ? "\n  " : " ") + element + ",";
    ++count_;
  }
  std::size_t size() const { return count_; }
  std::string text() const { return head_ + (count_ == 0 ? "{}" : body_) + "};\n"; }

 private:
  std::string head_, body_;
  std::size_t count_ = 0;
};

std::string n(std::size_t value) { return std::to_string(value); }

// The classes that the grammar looks at, numbered before the others, so that sets of them are short; how many they are.
std::size_t put_grammar_classes_first(Lexicon& lexicon, Grammar& grammar) {
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
  std::size_t grammar_classes = 0;
  std::vector<std::uint16_t> now(used.size());
  std::vector<std::string> names;
  for (const bool wanted : {true, false}) {
    for (std::size_t c = 0; c < used.size(); ++c) {
      if (used[c] != wanted) continue;
      now[c] = static_cast<std::uint16_t>(names.size());
      names.push_back(lexicon.classes[c]);
    }
    if (wanted) grammar_classes = names.size();
  }
  lexicon.classes = names;
  for (auto& [word, entry] : lexicon.words)
    for (LexiconMember& member : entry.members) member.word_class = now[member.word_class];
  for (LexiconDigits& digits : lexicon.digits) digits.word_class = now[digits.word_class];
  each_class([&](std::uint16_t& id) { id = now[id]; });
  return grammar_classes;
}

class TableWriter {
 public:
  TableWriter(std::string tag, Lexicon lexicon, Grammar grammar, const std::vector<std::string>& labels)
      : tag_(std::move(tag)), lexicon_(std::move(lexicon)), grammar_(std::move(grammar)) {
    for (const std::string& label : labels) labels_.add(quoted(label));
    add_spellings(lexicon_);
    grammar_classes_ = put_grammar_classes_first(lexicon_, grammar_);
    first_word_bits_.resize((lexicon_.classes.size() - grammar_classes_) * first_word_words);
  }

  std::string write() {
    add_words();
    add_names();
    add_prefilters();
    for (std::uint16_t symbol = 0; symbol < grammar_.symbols.names.size(); ++symbol) {
      const std::size_t first = productions_.size();
      for (const GrammarRule& rule : grammar_.rules)
        if (rule.symbol == symbol) add_production(rule);
      symbols_.add("{" + n(first) + ", " + n(productions_.size() - first) + "}");
    }
    return text();
  }

 private:
  using Word = std::pair<const std::string, LexiconWord>;

  bool in_grammar(std::uint16_t word_class) const { return word_class < grammar_classes_; }

  static void set_bit(std::vector<std::uint64_t>& set, std::string_view word) {
    const std::uint32_t hash = filter_hash(first_eight(word.data(), word.size()), word.size());
    set[hash / 64] |= std::uint64_t{1} << hash % 64;
  }

  // The words of the grammar stand first and have a table of their own, small enough to stay near.
  void add_words() {
    const auto of_grammar = [&](const LexiconWord& entry) {
      return std::any_of(entry.members.begin(), entry.members.end(),
                         [&](const LexiconMember& member) { return in_grammar(member.word_class); });
    };
    std::vector<const Word*> in_order;
    std::size_t grammar_words = 0;
    for (const bool wanted : {true, false}) {
      for (const Word& word : lexicon_.words)
        if (of_grammar(word.second) == wanted) in_order.push_back(&word);
      if (wanted) grammar_words = in_order.size();
    }
    for (const Word* const word : in_order) add_word(word->first, word->second);
    word_count_ = in_order.size();
    add_slots(slots_, in_order);
    in_order.resize(grammar_words);
    add_slots(grammar_slots_, in_order);
  }

  void add_word(const std::string& word, const LexiconWord& entry) {
    std::size_t grammar_count = 0;
    const std::size_t first = members_.size();
    for (const bool wanted : {true, false})
      for (const LexiconMember& member : entry.members) {
        if (in_grammar(member.word_class) != wanted) continue;
        members_.add("{" + n(member.word_class) + ", " + (member.capital ? "true" : "false") + ", " +
                     std::to_string(member.value) + "}");
        if (wanted) ++grammar_count;
      }
    const bool trigger = entry.trigger && grammar_count > 0;
    if (grammar_count > 0) set_bit(known_bits_, word);
    if (trigger) set_bit(trigger_bits_, word);
    for (const LexiconMember& member : entry.members) {
      if (in_grammar(member.word_class)) continue;
      const std::uint32_t bit = first_word_bit(std::string_view(word).substr(0, word.find(' ')));
      first_word_bits_[(member.word_class - grammar_classes_) * first_word_words + bit / 64] |= std::uint64_t{1}
                                                                                                << bit % 64;
    }
    words_.add("{" + n(pool_.size()) + ", " + n(first) + ", " + n(word.size()) + ", " + n(grammar_count) + ", " +
               n(entry.members.size()) + ", " + (trigger ? "true" : "false") + "}");
    pool_ += word;
  }

  static void add_slots(Array& to, const std::vector<const Word*>& words) {
    std::vector<std::uint32_t> table(16, 0);
    while (table.size() < words.size() * 2) table.resize(table.size() * 2, 0);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t hash = lexicon_hash(words[i]->first);
      std::size_t at = hash & (table.size() - 1);
      while (table[at] != 0) at = (at + 1) & (table.size() - 1);
      table[at] = static_cast<std::uint32_t>((hash >> 32 & 0xFFFF) << 16 | (i + 1));
    }
    for (const std::uint32_t slot : table) to.add(n(slot));
  }

  void add_names() {
    std::vector<std::size_t> order(lexicon_.classes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return lexicon_.classes[a] < lexicon_.classes[b]; });
    for (const std::size_t c : order) class_order_.add(n(c));
    for (const std::string& name : lexicon_.classes) class_names_.add(quoted(name));
    for (const std::string& text : lexicon_.strings) strings_.add(quoted(text));
    for (const std::uint64_t word : trigger_bits_) filter_.add(n(word) + "u");
    for (const std::uint64_t word : known_bits_) known_filter_.add(n(word) + "u");
    for (const std::uint64_t word : first_word_bits_) first_words_.add(n(word) + "u");
    for (const LexiconDigits& d : lexicon_.digits)
      if (in_grammar(d.word_class))
        digit_classes_.add("{" + n(d.word_class) + ", " + std::to_string(d.least) + ", " + std::to_string(d.most) +
                           ", " + n(d.least_width) + ", " + n(d.most_width) + ", " + (d.trigger ? "true" : "false") +
                           "}");
  }

  // By class and block of productions: those that may begin with it, have it second, and need it; then those that may
  // match one token alone.
  void add_prefilters() {
    const std::vector<Prefilter> all = prefilters_of(grammar_, lexicon_, grammar_classes_);
    blocks_ = all.size() / production_block + 1;
    const auto set_of = [&](std::size_t block, auto holds) {
      std::string set = "{";
      for (std::size_t from = block * production_block; from < (block + 1) * production_block; from += 64) {
        std::uint64_t word = 0;
        for (std::size_t production = from; production < std::min(all.size(), from + 64); ++production)
          if (holds(all[production])) word |= std::uint64_t{1} << (production % 64);
        set += n(word) + "u, ";
      }
      return set + "}";
    };
    for (std::size_t c = 0; c < grammar_classes_; ++c)
      for (std::size_t block = 0; block < blocks_; ++block) {
        const auto required = [&](std::size_t which) {
          return set_of(block, [&](const Prefilter& one) { return one.required[which][c]; });
        };
        prefilters_.add("{" + set_of(block, [&](const Prefilter& one) { return one.first[c]; }) + ", " +
                        set_of(block, [&](const Prefilter& one) { return one.second[c]; }) + ", {" + required(0) +
                        ", " + required(1) + "}}");
      }
    for (std::size_t block = 0; block < blocks_; ++block)
      singles_.add(set_of(block, [](const Prefilter& one) { return one.single; }));
  }

  void add_production(const GrammarRule& rule) {
    const std::size_t start = states_.size(), before_first = guards_.size(),
                      after_first = guards_.size() + rule.not_before.size();
    add_state(rule, start, rule.first, false);
    for (const Leaf& leaf : rule.leaves) add_state(rule, start, leaf.follow, leaf.last);
    for (const std::uint16_t id : rule.not_before) guards_.add(n(id));
    for (const std::uint16_t id : rule.not_after) guards_.add(n(id));
    productions_.add("{" + n(rules_.size()) + ", " + n(start) + ", " + n(code_.size()) + ", " + n(rule.code.size()) +
                     ", " + n(before_first) + ", " + n(after_first) + ", " + n(rule.not_before.size()) + ", " +
                     n(rule.not_after.size()) + ", " + std::to_string(rule.prefer) + "}");
    add_code(rule);
    rules_.add("{" + quoted(rule.name) + ", " + quoted(text_of(rule.place)) + (rule.label ? ", true}" : ", false}"));
  }

  void add_state(const GrammarRule& rule, std::size_t start, const std::vector<std::size_t>& next, bool accepts) {
    states_.add("{" + n(edges_.size()) + ", " + n(next.size()) + ", " + (accepts ? "true" : "false") + "}");
    for (const std::size_t leaf_index : next) {
      const Leaf& leaf = rule.leaves[leaf_index];
      edges_.add("{" + n(leaf.id) + ", " + n(start + 1 + leaf_index) + ", " +
                 n(leaf.flags | (leaf.is_symbol ? PatternEdge::symbol : 0)) + ", " + n(leaf.slot) + "}");
    }
  }

  void add_code(const GrammarRule& rule) {
    for (const CodeStep& step : rule.code)
      code_.add(
          "{CodeOp(" + n(static_cast<std::size_t>(step.op)) + "), " + n(step.count) + ", " +
          (step.operand == std::numeric_limits<std::int32_t>::min() ? "INT32_MIN" : std::to_string(step.operand)) +
          "}");
  }

  std::string text() const {
    std::string out = "// Written by annal-lang from data/lang/" + tag_ +
                      "; do not edit.\n#include \"core/lang/tables.h\"\n\nnamespace annal {\nnamespace {\n";
    out += "const char text[] = " + quoted(pool_) + ";\n";
    for (const Array* array :
         {&words_,       &members_, &class_names_,  &strings_,     &digit_classes_, &edges_,   &states_,
          &productions_, &symbols_, &guards_,       &code_,        &rules_,         &slots_,   &grammar_slots_,
          &class_order_, &filter_,  &known_filter_, &first_words_, &prefilters_,    &singles_, &labels_})
      out += array->text();
    out += "}  // namespace\n\nextern const Language::Tables language_" + tag_ + ";\nconst Language::Tables language_" +
           tag_ + " = {\n  " + quoted(tag_) + ", text, words, " + n(word_count_) + ", {slots, " + n(slots_.size() - 1) +
           "}, {grammar_slots, " + n(grammar_slots_.size() - 1) +
           "}, filter, known_filter, first_words, members, class_names, class_order, " + n(class_names_.size()) +
           ", strings, digit_classes, " + n(digit_classes_.size()) + ", edges, states, productions, symbols, " +
           n(symbols_.size()) + ", " + n(grammar_.top) + ", " + n(grammar_classes_) + ", prefilters, singles, " +
           n(blocks_) + ", guards, code, rules, " + n(rules_.size()) + ", labels};\n\n}  // namespace annal\n";
    return out;
  }

  const std::string tag_;
  Lexicon lexicon_;
  Grammar grammar_;
  std::size_t grammar_classes_ = 0, word_count_ = 0, blocks_ = 0;
  std::string pool_;
  std::vector<std::uint64_t> trigger_bits_ = std::vector<std::uint64_t>(1024, 0),
                             known_bits_ = std::vector<std::uint64_t>(1024, 0), first_word_bits_;
  Array words_{"WordEntry", "words"}, members_{"Membership", "members"},
      class_names_{"std::string_view", "class_names"}, strings_{"std::string_view", "strings"},
      digit_classes_{"DigitClass", "digit_classes"}, edges_{"PatternEdge", "edges"}, states_{"PatternState", "states"},
      productions_{"Production", "productions"}, symbols_{"Symbol", "symbols"}, guards_{"std::uint16_t", "guards"},
      code_{"CodeStep", "code"}, rules_{"Rule", "rules"}, slots_{"std::uint32_t", "slots"},
      grammar_slots_{"std::uint32_t", "grammar_slots"}, class_order_{"std::uint16_t", "class_order"},
      filter_{"std::uint64_t", "filter"}, known_filter_{"std::uint64_t", "known_filter"},
      first_words_{"std::uint64_t", "first_words"}, prefilters_{"ClassPrefilter", "prefilters"},
      singles_{"ProductionSet", "singles"}, labels_{"std::string_view", "labels"};
};

}  // namespace

std::string emit_tables(const std::string& tag, const Lexicon& lexicon, const Grammar& grammar,
                        const std::vector<std::string>& labels) {
  return TableWriter(tag, lexicon, grammar, labels).write();
}

std::string emit_examples(const std::string& tag, const Grammar& grammar) {
  Array examples("RuleExample", "examples");
  for (const GrammarRule& rule : grammar.rules)
    for (const Example& e : rule.examples)
      examples.add("{" + quoted(rule.name) + ", " + quoted(text_of(e.place)) + ", " + quoted(e.dct) + ", " +
                   quoted(e.text) + ", " + quoted(e.value) + ", " + (e.positive ? "true" : "false") + "}");
  return "// Written by annal-lang from data/lang/" + tag +
         "; do not edit.\n#include \"core/lang/examples.h\"\n\nnamespace annal {\nnamespace {\n" + examples.text() +
         "}  // namespace\n\nstd::span<const RuleExample> rule_examples_" + tag + "() { return {examples, " +
         n(examples.size()) + "}; }\n\n}  // namespace annal\n";
}

}  // namespace annal::compile
