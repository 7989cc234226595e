#include "langc/examples.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "core/unicode/letter_case.h"

namespace annal::compile {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// The runs of letters and of digits in `text`, in small letters, and its marks.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto of_kind = is_digit(text[i]) ? is_digit : is_letter;
    std::size_t end = i;
    while (end < text.size() && of_kind(text[end])) ++end;
    if (end > i) words.push_back(folded(std::string_view(text).substr(i, end - i)));
    if (end == i && text[i] != ' ') words.push_back(text.substr(i, 1));
    i = end > i ? end : i + 1;
  }
  return words;
}

// The classes of words that a rule may look at, its own and those of the symbols that it uses.
class RuleClasses {
 public:
  RuleClasses(const Grammar& grammar, std::size_t classes)
      : grammar_(grammar), classes_(classes, false), symbols_(grammar.symbols.names.size(), false) {}

  void add(const GrammarRule& rule) {
    for (const Leaf& leaf : rule.leaves) {
      if (!leaf.is_symbol) {
        classes_[leaf.id] = true;
      } else if (!symbols_[leaf.id]) {
        symbols_[leaf.id] = true;
        for (const GrammarRule& other : grammar_.rules)
          if (other.symbol == leaf.id) add(other);
      }
    }
  }
  bool holds(std::uint16_t word_class) const { return classes_[word_class]; }

 private:
  const Grammar& grammar_;
  std::vector<bool> classes_, symbols_;
};

class ExampleCheck {
 public:
  ExampleCheck(const Lexicon& lexicon, const Grammar& grammar) : lexicon_(lexicon), grammar_(grammar) {
    const auto known = lexicon.class_ids.find("language-word");
    if (known != lexicon.class_ids.end()) everyday_ = known->second;
  }

  void check() const {
    for (std::size_t first = 0; first < grammar_.rules.size();) {
      std::size_t end = first + 1;
      while (end < grammar_.rules.size() && grammar_.rules[end].name == grammar_.rules[first].name) ++end;
      if (grammar_.rules[first].symbol == grammar_.top && !grammar_.rules[first].suppress) check_rule(first, end);
      first = end;
    }
  }

 private:
  // The rule whose matches are [first, end).
  void check_rule(std::size_t first, std::size_t end) const {
    const GrammarRule& rule = grammar_.rules[first];
    const auto positive = static_cast<std::size_t>(
        std::count_if(rule.examples.begin(), rule.examples.end(), [](const Example& e) { return e.positive; }));
    const auto fault = [&](std::string message, std::string hint) {
      return Fault{rule.place, rule.name.size(), std::move(message), std::move(hint)};
    };
    if (positive < 2)
      throw fault("rule '" + rule.name + "' has fewer than two examples",
                  "yes 2014-11-14 | three days ago | 2014-11-11");
    if (positive == rule.examples.size())
      throw fault("rule '" + rule.name + "' has no near miss", "no 2014-11-14 | He gave three days of notice.");
    RuleClasses classes(grammar_, lexicon_.classes.size());
    bool single = false;
    for (std::size_t r = first; r < end; ++r) {
      classes.add(grammar_.rules[r]);
      for (const std::size_t leaf : grammar_.rules[r].first) single = single || grammar_.rules[r].leaves[leaf].last;
    }
    if (single) return;  // a single word may match wherever it is; the near miss is then a similar word
    for (const Example& example : rule.examples)
      if (!example.positive) check_near_miss(example, rule, classes);
  }

  void check_near_miss(const Example& example, const GrammarRule& rule, const RuleClasses& classes) const {
    std::set<std::string> shared;
    bool telling = false;
    for (const std::string& word : words_of(example.text)) {
      if (!is_of(word, classes)) continue;
      shared.insert(word);
      telling = telling || !is_everyday(word);
    }
    if (shared.size() >= 2 && telling) return;
    throw Fault{example.place, example.place.text.size() - example.place.column + 1,
                "this is no near miss of rule '" + rule.name + "'",
                "share two words with the rule, and not only everyday ones"};
  }

  bool is_of(const std::string& word, const RuleClasses& classes) const {
    if (is_digit(word.front())) {
      std::int32_t value = 0;
      std::from_chars(word.data(), word.data() + word.size(), value);
      return std::any_of(lexicon_.digits.begin(), lexicon_.digits.end(), [&](const LexiconDigits& digits) {
        return classes.holds(digits.word_class) && word.size() >= digits.least_width &&
               word.size() <= digits.most_width && value >= digits.least && value <= digits.most;
      });
    }
    const auto known = lexicon_.words.find(word);
    return known != lexicon_.words.end() &&
           std::any_of(known->second.members.begin(), known->second.members.end(),
                       [&](const LexiconMember& member) { return classes.holds(member.word_class); });
  }

  bool is_everyday(const std::string& word) const {
    const auto known = lexicon_.words.find(word);
    return known != lexicon_.words.end() &&
           std::any_of(known->second.members.begin(), known->second.members.end(),
                       [&](const LexiconMember& member) { return member.word_class == everyday_; });
  }

  const Lexicon& lexicon_;
  const Grammar& grammar_;
  int everyday_ = -1;  // the class of everyday words
};

}  // namespace

void check_examples(const Lexicon& lexicon, const Grammar& grammar) { ExampleCheck(lexicon, grammar).check(); }

}  // namespace annal::compile
