#include "langc/emit.h"

#include <limits>

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
  Array(std::string type, std::string name)
      : head_("constexpr " + std::move(type) + " " + std::move(name) + "[] = {") {}
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

std::string text_of(bool value) { return value ? "true" : "false"; }
std::string text_of(const ProductionSet& set) { return "{" + n(set[0]) + "u, " + n(set[1]) + "u, }"; }
std::string text_of(const WordEntry& e) {
  return "{" + n(e.text) + ", " + n(e.members) + ", " + n(e.size) + ", " + n(e.grammar_count) + ", " + n(e.count) +
         ", " + text_of(e.trigger) + "}";
}
std::string text_of(const Membership& m) {
  return "{" + n(m.word_class) + ", " + text_of(m.capital) + ", " + std::to_string(m.value) + "}";
}
std::string text_of(const DigitClass& d) {
  return "{" + n(d.word_class) + ", " + std::to_string(d.least) + ", " + std::to_string(d.most) + ", " +
         n(d.least_width) + ", " + n(d.most_width) + ", " + text_of(d.trigger) + "}";
}
std::string text_of(const PatternEdge& e) {
  return "{" + n(e.id) + ", " + n(e.next) + ", " + n(e.flags) + ", " + n(e.slot) + "}";
}
std::string text_of(const PatternState& s) {
  return "{" + n(s.edges) + ", " + n(s.count) + ", " + text_of(s.accepts) + "}";
}
std::string text_of(const Production& p) {
  return "{" + n(p.rule) + ", " + n(p.start) + ", " + n(p.code) + ", " + n(p.code_size) + ", " + n(p.not_before) +
         ", " + n(p.not_after) + ", " + n(p.not_before_count) + ", " + n(p.not_after_count) + ", " +
         std::to_string(p.prefer) + "}";
}
std::string text_of(const Symbol& s) { return "{" + n(s.productions) + ", " + n(s.count) + "}"; }
std::string text_of(const CodeStep& s) {
  return "{CodeOp(" + n(static_cast<std::size_t>(s.op)) + "), " + n(s.count) + ", " +
         (s.operand == std::numeric_limits<std::int32_t>::min() ? "INT32_MIN" : std::to_string(s.operand)) + "}";
}
std::string text_of(const ClassPrefilter& c) {
  return "{" + text_of(c.first) + ", " + text_of(c.second) + ", {" + text_of(c.required[0]) + ", " +
         text_of(c.required[1]) + "}}";
}
std::string text_of(const RuleData& r) {
  return "{" + quoted(r.name) + ", " + quoted(r.place) + ", " + text_of(r.label) + "}";
}
std::string text_of(const std::string& s) { return quoted(s); }
std::string text_of(std::uint16_t number) { return n(number); }
std::string text_of(std::uint32_t number) { return n(number); }
std::string text_of(std::uint64_t bits) { return n(bits) + "u"; }

template <class Value>
std::string array(const char* type, const char* name, const std::vector<Value>& values) {
  Array made(type, name);
  for (const Value& value : values) made.add(text_of(value));
  return made.text();
}

std::string arrays(const TableData& d) {
  return array("WordEntry", "words", d.words) + array("Membership", "members", d.members) +
         array("std::string_view", "class_names", d.class_names) + array("std::string_view", "strings", d.strings) +
         array("DigitClass", "digit_classes", d.digit_classes) + array("PatternEdge", "edges", d.edges) +
         array("PatternState", "states", d.states) + array("Production", "productions", d.productions) +
         array("Symbol", "symbols", d.symbols) + array("std::uint16_t", "guards", d.guards) +
         array("CodeStep", "code", d.code) + array("Rule", "rules", d.rules) +
         array("std::uint32_t", "slots", d.slots) + array("std::uint32_t", "grammar_slots", d.grammar_slots) +
         array("std::uint16_t", "class_order", d.class_order) + array("std::uint64_t", "filter", d.filter) +
         array("std::uint64_t", "known_filter", d.known_filter) + array("std::uint64_t", "first_words", d.first_words) +
         array("ClassPrefilter", "prefilters", d.prefilters) + array("ProductionSet", "singles", d.singles) +
         array("std::string_view", "labels", d.labels);
}

}  // namespace

std::string emit_tables(const TableData& d) {
  return "// Written by annal-lang from data/lang/" + d.tag +
         "; do not edit.\n#include \"core/lang/tables.h\"\n\nnamespace annal {\nnamespace {\n" +
         "const char text[] = " + quoted(d.text) + ";\n" + arrays(d) +
         "}  // namespace\n\nextern const Language::Tables language_" + d.tag +
         ";\nconstinit const Language::Tables language_" + d.tag + " = {\n  " + quoted(d.tag) + ", text, words, " +
         n(d.words.size()) + ", {slots, " + n(d.slots.size() - 1) + "}, {grammar_slots, " +
         n(d.grammar_slots.size() - 1) + "}, filter, known_filter, first_words, members, class_names, class_order, " +
         n(d.class_names.size()) + ", strings, digit_classes, " + n(d.digit_classes.size()) +
         ", edges, states, productions, symbols, " + n(d.symbols.size()) + ", " + n(d.top) + ", " +
         n(d.grammar_classes) + ", prefilters, singles, " + n(d.blocks) + ", guards, code, rules, " +
         n(d.rules.size()) + ", labels};\n\n}  // namespace annal\n";
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
