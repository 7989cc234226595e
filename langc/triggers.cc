// The search starts with every word as a trigger and removes them one by one, the most frequent first, as long as each
// pattern still contains one: first whole classes, then single words. The result is minimal: no member can be removed.
//
// A class is covered if all its words are triggers, a pattern if every path through it passes a covered class or
// symbol, a symbol if all its productions are covered. This is sound for recursive symbols too: by induction on the
// size of the match, the innermost one contains a trigger.
//
// There are no word counts, so frequency is estimated: marks and numbers are everywhere, then come the everyday words
// that identify the language (class `language-word`), then short words (Zipf 1935).
#include "langc/triggers.h"

#include <algorithm>
#include <cmath>

namespace annal::compile {
namespace {

// A possible trigger: a word, or a class of digits.
struct Candidate {
  bool* trigger;
  std::vector<std::uint16_t> classes;  // of the grammar
  double frequency;                    // relative to the others
};

constexpr double mark_frequency = 10, short_numbers_frequency = 5, everyday_frequency = 2;

double guess_frequency(std::string_view word, bool everyday) {
  const auto front = static_cast<unsigned char>(word.front());
  if (front < 0x80 && !(front >= 'a' && front <= 'z')) return mark_frequency;
  const auto letters =
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return std::pow(3, -static_cast<double>(letters)) + (everyday ? everyday_frequency : 0);
}

// Numbers of a wide range are more frequent.
double guess_frequency(const LexiconDigits& digits) {
  return 1 + std::log10(1 + static_cast<double>(digits.most) - digits.least) / 10;
}

class TriggerSearch {
 public:
  TriggerSearch(Lexicon& lexicon, const Grammar& grammar)
      : grammar_(grammar),
        rules_of_class_(lexicon.classes.size()),
        rules_of_symbol_(grammar.symbols.names.size()),
        members_(lexicon.classes.size()),
        missing_(lexicon.classes.size(), 0),
        uncovered_(grammar.symbols.names.size(), false) {
    for (std::size_t r = 0; r < grammar.rules.size(); ++r)
      for (const Leaf& leaf : grammar.rules[r].leaves) {
        std::vector<std::size_t>& rules = leaf.is_symbol ? rules_of_symbol_[leaf.id] : rules_of_class_[leaf.id];
        if (rules.empty() || rules.back() != r) rules.push_back(r);
      }
    add_words(lexicon);
    add_digits(lexicon);
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.frequency > b.frequency; });
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      for (const std::uint16_t word_class : candidates_[i].classes) members_[word_class].push_back(i);
    for (const LexiconDigits& digits : lexicon.digits)
      if (digits.least_width <= 2)
        short_numbers_.insert(short_numbers_.end(), members_[digits.word_class].begin(),
                              members_[digits.word_class].end());
  }

  void run() {
    for (Candidate& candidate : candidates_) *candidate.trigger = true;
    remove_classes();
    for (std::size_t i = 0; i < candidates_.size(); ++i) remove({i});
  }

 private:
  void add_words(Lexicon& lexicon) {
    const auto everyday = lexicon.class_ids.find("language-word");
    for (auto& [word, entry] : lexicon.words) {
      entry.trigger = false;
      Candidate candidate{&entry.trigger, {}, 0};
      bool is_everyday = false;
      for (const LexiconMember& member : entry.members) {
        if (!rules_of_class_[member.word_class].empty()) candidate.classes.push_back(member.word_class);
        is_everyday = is_everyday || (everyday != lexicon.class_ids.end() && member.word_class == everyday->second);
      }
      candidate.frequency = guess_frequency(word, is_everyday);
      if (!candidate.classes.empty()) candidates_.push_back(std::move(candidate));
    }
  }

  void add_digits(Lexicon& lexicon) {
    for (LexiconDigits& digits : lexicon.digits) {
      digits.trigger = false;
      if (!rules_of_class_[digits.word_class].empty())
        candidates_.push_back({&digits.trigger, {digits.word_class}, guess_frequency(digits)});
    }
  }

  void remove_classes() {
    std::vector<std::size_t> classes_left(candidates_.size(), 0);
    std::vector<std::pair<double, std::uint16_t>> by_frequency;
    for (std::uint16_t c = 0; c < members_.size(); ++c) {
      double sum = 0;
      for (const std::size_t i : members_[c]) sum += candidates_[i].frequency, ++classes_left[i];
      by_frequency.emplace_back(sum, c);
    }
    std::stable_sort(by_frequency.begin(), by_frequency.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    bool tried_numbers = false;
    for (const auto& [frequency, c] : by_frequency) {
      // The recogniser's filter sees only the width of a number: removing one class of short numbers saves nothing.
      if (frequency < short_numbers_frequency && !tried_numbers) remove(short_numbers_), tried_numbers = true;
      std::vector<std::size_t> alone;  // triggers because of this class only
      for (const std::size_t i : members_[c])
        if (classes_left[i] == 1) alone.push_back(i);
      if (!remove(alone)) continue;
      for (const std::size_t i : members_[c]) --classes_left[i];
    }
  }

  // Removes these triggers if every pattern is covered without them; returns whether it did.
  bool remove(const std::vector<std::size_t>& these) {
    std::vector<std::uint16_t> changed, newly_uncovered;
    std::vector<std::size_t> doubtful;
    for (const std::size_t i : these)
      if (*candidates_[i].trigger)
        changed.insert(changed.end(), candidates_[i].classes.begin(), candidates_[i].classes.end());
    for (const std::uint16_t c : changed)
      if (missing_[c]++ == 0) doubtful.insert(doubtful.end(), rules_of_class_[c].begin(), rules_of_class_[c].end());
    bool all_covered = true;
    while (all_covered && !doubtful.empty()) {
      const GrammarRule& rule = grammar_.rules[doubtful.back()];
      doubtful.pop_back();
      if (rule.suppress || uncovered_[rule.symbol] || covered(rule)) continue;
      all_covered = rule.symbol != grammar_.top;
      uncovered_[rule.symbol] = true;
      newly_uncovered.push_back(rule.symbol);
      doubtful.insert(doubtful.end(), rules_of_symbol_[rule.symbol].begin(), rules_of_symbol_[rule.symbol].end());
    }
    if (all_covered) {
      for (const std::size_t i : these) *candidates_[i].trigger = false;
    } else {
      for (const std::uint16_t c : changed) --missing_[c];
      for (const std::uint16_t symbol : newly_uncovered) uncovered_[symbol] = false;
    }
    return all_covered;
  }

  bool covered(const GrammarRule& rule) const {
    return on_every_path(
        rule, [&](const Leaf& leaf) { return leaf.is_symbol ? !uncovered_[leaf.id] : missing_[leaf.id] == 0; });
  }

  const Grammar& grammar_;
  std::vector<Candidate> candidates_;  // the most frequent first
  std::vector<std::vector<std::size_t>> rules_of_class_, rules_of_symbol_;
  std::vector<std::vector<std::size_t>> members_;  // by class
  std::vector<std::size_t> short_numbers_;         // classes of one or two digits
  std::vector<std::size_t> missing_;               // by class: members that are not triggers
  std::vector<bool> uncovered_;                    // by symbol: not covered
};

}  // namespace

void derive_triggers(Lexicon& lexicon, const Grammar& grammar) { TriggerSearch(lexicon, grammar).run(); }

}  // namespace annal::compile
