#include "langc/emit.h"

#include <algorithm>
#include <limits>

#include "core/lang/hash.h"
#include "langc/lookahead.h"

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

// The classes that the grammar looks at, numbered before the others, so that sets of them are short.
void put_grammar_classes_first(Lexicon& lexicon, Grammar& grammar, std::size_t& grammar_classes) {
  std::vector<bool> used(lexicon.classes.size(), false);
  for (const GrammarRule& rule : grammar.rules) {
    for (const Leaf& leaf : rule.leaves)
      if (!leaf.is_symbol) used[leaf.id] = true;
    for (const std::uint16_t id : rule.not_before) used[id] = true;
    for (const std::uint16_t id : rule.not_after) used[id] = true;
  }
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
  for (GrammarRule& rule : grammar.rules) {
    for (Leaf& leaf : rule.leaves)
      if (!leaf.is_symbol) leaf.id = now[leaf.id];
    for (std::uint16_t& id : rule.not_before) id = now[id];
    for (std::uint16_t& id : rule.not_after) id = now[id];
  }
}

}  // namespace

std::string emit_tables(const std::string& tag, Lexicon lexicon, Grammar grammar) {
  std::size_t grammar_classes = 0;
  add_spellings(lexicon);
  put_grammar_classes_first(lexicon, grammar, grammar_classes);
  const auto in_grammar = [&](std::uint16_t word_class) { return word_class < grammar_classes; };

  Array words("WordEntry", "words"), members("Membership", "members"), class_names("std::string_view", "class_names"),
      strings("std::string_view", "strings"), digits("DigitClass", "digit_classes"), edges("PatternEdge", "edges"),
      states("PatternState", "states"), productions("Production", "productions"), symbols("Symbol", "symbols"),
      guards("std::uint16_t", "guards"), code("CodeStep", "code"), rules("Rule", "rules"),
      slots("std::uint32_t", "slots"), grammar_slots("std::uint32_t", "grammar_slots"),
      class_order("std::uint16_t", "class_order"), filter("std::uint64_t", "filter"),
      known("std::uint64_t", "known_filter"), first_words("std::uint64_t", "first_words"),
      openings("Openings", "openings"), singles("OpeningSet", "singles");
  std::string pool;
  std::size_t grammar_words = 0;
  std::vector<std::uint64_t> bits(1024, 0), known_bits(1024, 0),
      first_word_bits((lexicon.classes.size() - grammar_classes) * first_word_words, 0);
  const auto set_bit = [](std::vector<std::uint64_t>& set, std::string_view word) {
    const std::uint32_t hash = filter_hash(first_eight(word.data(), word.size()), word.size());
    set[hash / 64] |= std::uint64_t{1} << hash % 64;
  };
  // The words of the grammar stand first and have a table of their own, small enough to stay near.
  const auto of_grammar = [&](const LexiconWord& entry) {
    return std::any_of(entry.members.begin(), entry.members.end(),
                       [&](const LexiconMember& member) { return in_grammar(member.word_class); });
  };
  std::vector<const std::pair<const std::string, LexiconWord>*> in_order;
  for (const bool wanted : {true, false}) {
    for (const auto& word : lexicon.words)
      if (of_grammar(word.second) == wanted) in_order.push_back(&word);
    if (wanted) grammar_words = in_order.size();
  }
  for (const auto* const listed : in_order) {
    const auto& [word, entry] = *listed;
    std::size_t grammar_count = 0;
    const std::size_t first = members.size();
    for (const bool wanted : {true, false})
      for (const LexiconMember& member : entry.members) {
        if (in_grammar(member.word_class) != wanted) continue;
        members.add("{" + n(member.word_class) + ", " + (member.capital ? "true" : "false") + ", " +
                    std::to_string(member.value) + "}");
        if (wanted) ++grammar_count;
      }
    if (grammar_count > 0) set_bit(known_bits, word);
    if (entry.trigger && grammar_count > 0) set_bit(bits, word);
    for (const LexiconMember& member : entry.members)
      if (!in_grammar(member.word_class)) {
        const std::uint32_t bit = first_word_bit(std::string_view(word).substr(0, word.find(' ')));
        first_word_bits[(member.word_class - grammar_classes) * first_word_words + bit / 64] |= std::uint64_t{1}
                                                                                                << bit % 64;
      }
    words.add("{" + n(pool.size()) + ", " + n(first) + ", " + n(word.size()) + ", " + n(grammar_count) + ", " +
              n(entry.members.size()) + ", " + (entry.trigger && grammar_count > 0 ? "true" : "false") + "}");
    pool += word;
  }
  const auto add_slots = [&](Array& to, std::size_t count) {
    std::vector<std::uint32_t> table(16, 0);
    while (table.size() < count * 2) table.resize(table.size() * 2, 0);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t hash = lexicon_hash(in_order[i]->first);
      std::size_t at = hash & (table.size() - 1);
      while (table[at] != 0) at = (at + 1) & (table.size() - 1);
      table[at] = static_cast<std::uint32_t>((hash >> 32 & 0xFFFF) << 16 | (i + 1));
    }
    for (const std::uint32_t slot : table) to.add(n(slot));
  };
  add_slots(slots, in_order.size());
  add_slots(grammar_slots, grammar_words);
  std::vector<std::uint16_t> by_name(lexicon.classes.size());
  for (std::size_t c = 0; c < by_name.size(); ++c) by_name[c] = static_cast<std::uint16_t>(c);
  std::sort(by_name.begin(), by_name.end(),
            [&](std::uint16_t a, std::uint16_t b) { return lexicon.classes[a] < lexicon.classes[b]; });
  for (const std::uint16_t c : by_name) class_order.add(n(c));
  for (const std::uint64_t word : bits) filter.add(std::to_string(word) + "u");
  for (const std::uint64_t word : known_bits) known.add(std::to_string(word) + "u");
  for (const std::uint64_t word : first_word_bits) first_words.add(std::to_string(word) + "u");
  for (const std::string& name : lexicon.classes) class_names.add(quoted(name));
  for (const std::string& text : lexicon.strings) strings.add(quoted(text));
  for (const LexiconDigits& d : lexicon.digits)
    if (in_grammar(d.word_class))
      digits.add("{" + n(d.word_class) + ", " + std::to_string(d.least) + ", " + std::to_string(d.most) + ", " +
                 n(d.least_width) + ", " + n(d.most_width) + ", " + (d.trigger ? "true" : "false") + "}");

  // By class and block of productions: those that may begin with it, have it second, and need it; then those that may
  // match one token alone.
  const std::vector<Opening> ahead = openings_of(grammar, lexicon, grammar_classes);
  const std::size_t blocks = ahead.size() / opening_block + 1;
  const auto set_of = [&](std::size_t block, auto holds) {
    std::string set = "{";
    for (std::size_t from = block * opening_block; from < (block + 1) * opening_block; from += 64) {
      std::uint64_t word = 0;
      for (std::size_t production = from; production < std::min(ahead.size(), from + 64); ++production)
        if (holds(ahead[production])) word |= std::uint64_t{1} << (production % 64);
      set += std::to_string(word) + "u, ";
    }
    return set + "}";
  };
  for (std::size_t c = 0; c < grammar_classes; ++c)
    for (std::size_t block = 0; block < blocks; ++block) {
      const auto need = [&](std::size_t which) {
        return set_of(block, [&](const Opening& opening) { return opening.needs[which][c]; });
      };
      openings.add("{" + set_of(block, [&](const Opening& opening) { return opening.first[c]; }) + ", " +
                   set_of(block, [&](const Opening& opening) { return opening.second[c]; }) + ", {" + need(0) + ", " +
                   need(1) + "}}");
    }
  for (std::size_t block = 0; block < blocks; ++block)
    singles.add(set_of(block, [](const Opening& opening) { return opening.single; }));

  for (std::uint16_t symbol = 0; symbol < grammar.symbols.size(); ++symbol) {
    const std::size_t first_production = productions.size();
    for (std::size_t r = 0; r < grammar.rules.size(); ++r) {
      const GrammarRule& rule = grammar.rules[r];
      if (rule.symbol != symbol) continue;
      const std::size_t start = states.size();
      const auto add_state = [&](const std::vector<std::size_t>& next, bool accepts) {
        states.add("{" + n(edges.size()) + ", " + n(next.size()) + ", " + (accepts ? "true" : "false") + "}");
        for (const std::size_t leaf_index : next) {
          const Leaf& leaf = rule.leaves[leaf_index];
          edges.add("{" + n(leaf.id) + ", " + n(start + 1 + leaf_index) + ", " +
                    n(leaf.flags | (leaf.is_symbol ? PatternEdge::symbol : 0)) + ", " + n(leaf.slot) + "}");
        }
      };
      add_state(rule.first, false);
      for (const Leaf& leaf : rule.leaves) add_state(leaf.follow, leaf.last);
      const std::size_t code_first = code.size(), before_first = guards.size(),
                        after_first = guards.size() + rule.not_before.size();
      for (const CodeStep& step : rule.code)
        code.add(
            "{CodeOp(" + n(static_cast<std::size_t>(step.op)) + "), " + n(step.count) + ", " +
            (step.operand == std::numeric_limits<std::int32_t>::min() ? "INT32_MIN" : std::to_string(step.operand)) +
            "}");
      for (const std::uint16_t id : rule.not_before) guards.add(n(id));
      for (const std::uint16_t id : rule.not_after) guards.add(n(id));
      productions.add("{" + n(rules.size()) + ", " + n(start) + ", " + n(code_first) + ", " + n(rule.code.size()) +
                      ", " + n(before_first) + ", " + n(after_first) + ", " + n(rule.not_before.size()) + ", " +
                      n(rule.not_after.size()) + ", " + std::to_string(rule.prefer) + "}");
      rules.add("{" + quoted(rule.name) + ", " + quoted(*rule.place.file + ":" + n(rule.place.line)) + "}");
    }
    symbols.add("{" + n(first_production) + ", " + n(productions.size() - first_production) + "}");
  }

  std::string out = "// Written by annal-lang from data/lang/" + tag +
                    "; do not edit.\n#include \"core/lang/tables.h\"\n\nnamespace annal {\nnamespace {\n";
  out += "const char text[] = " + quoted(pool) + ";\n";
  for (const Array* array : {&words,       &members, &class_names, &strings,     &digits,   &edges,  &states,
                             &productions, &symbols, &guards,      &code,        &rules,    &slots,  &grammar_slots,
                             &class_order, &filter,  &known,       &first_words, &openings, &singles})
    out += array->text();
  out += "}  // namespace\n\nextern const Language::Tables language_" + tag + ";\nconst Language::Tables language_" +
         tag + " = {\n  " + quoted(tag) + ", text, words, " + n(words.size()) + ", {slots, " + n(slots.size() - 1) +
         "}, {grammar_slots, " + n(grammar_slots.size() - 1) +
         "}, filter, known_filter, first_words, members, class_names, class_order, " + n(class_names.size()) +
         ", strings, digit_classes, " + n(digits.size()) + ", edges, states, productions, symbols, " +
         n(symbols.size()) + ", " + n(grammar.top) + ", " + n(grammar_classes) + ", openings, singles, " + n(blocks) +
         ", guards, code, rules, " + n(rules.size()) + "};\n\n}  // namespace annal\n";
  return out;
}

std::string emit_examples(const std::string& tag, const Grammar& grammar) {
  Array examples("RuleExample", "examples");
  for (const GrammarRule& rule : grammar.rules)
    for (const Example& e : rule.examples)
      examples.add("{" + quoted(rule.name) + ", " + quoted(e.place) + ", " + quoted(e.dct) + ", " + quoted(e.text) +
                   ", " + quoted(e.value) + ", " + (e.positive ? "true" : "false") + "}");
  return "// Written by annal-lang from data/lang/" + tag +
         "; do not edit.\n#include \"core/lang/examples.h\"\n\nnamespace annal {\nnamespace {\n" + examples.text() +
         "}  // namespace\n\nstd::span<const RuleExample> rule_examples_" + tag + "() { return {examples, " +
         n(examples.size()) + "}; }\n\n}  // namespace annal\n";
}

}  // namespace annal::compile
