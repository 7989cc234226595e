#include "learn.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "core/syntax/lemmas.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal::syntax {
namespace {

// A rule with its texts written out.
struct Edit {
  std::uint8_t strip = 0;
  std::string drop, add;
  auto operator<=>(const Edit&) const = default;
};

std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t n = 0;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  while (n > 0 && n < a.size() && is_continuation(a[n])) --n;
  while (n > 0 && n < b.size() && is_continuation(b[n])) --n;
  return n;
}

Edit suffix_edit(std::string_view form, std::string_view lemma) {
  const std::size_t same = common_prefix(form, lemma);
  return {static_cast<std::uint8_t>(std::min<std::size_t>(count_code_points(form.substr(same)), 255)),
          {},
          std::string(lemma.substr(same))};
}

// The shortest edit. Two letters inside the form may go ("auf-ge-macht") where that saves more than they are.
Edit edit_of(std::string_view form, std::string_view lemma) {
  Edit best = suffix_edit(form, lemma);
  const auto size = [](const Edit& e) { return e.strip + count_code_points(e.add); };
  for (std::size_t at = 0; at + 3 < form.size(); ++at) {
    if (is_continuation(form[at]) || is_continuation(form[at + 2])) continue;
    const std::string drop(form.substr(at, 2));
    if (form.find(drop) != at || at > common_prefix(form, lemma)) continue;
    std::string rest(form);
    rest.erase(at, 2);
    Edit edit = suffix_edit(rest, lemma);
    if (size(edit) + 4 > size(best)) continue;
    edit.drop = drop;
    best = std::move(edit);
  }
  return best;
}

struct Item {
  std::vector<std::uint32_t> keys;  // as LemmaKeys orders them
  std::uint32_t edit = 0;
  std::uint32_t count = 0;
};

class Learner {
 public:
  void add(const LemmaExample& example, bool as_written) {
    const std::string small = folded(example.form);
    const std::string lemma = as_written ? example.lemma : folded(example.lemma);
    const Edit edit = edit_of(as_written ? example.form : small, lemma);
    const auto [at, fresh] = edit_ids_.emplace(edit, static_cast<std::uint32_t>(edits_.size()));
    if (fresh) edits_.push_back(edit);
    const LemmaKeys keys(small, example.upos, example.features);
    items_.push_back({{keys.keys().begin(), keys.keys().end()}, at->second, example.count});
  }

  // `least`: how many occurrences a rule for one whole word must mend.
  void learn(std::uint32_t least) {
    rules_.clear();
    std::size_t levels = 0;
    for (const Item& item : items_) levels = std::max(levels, item.keys.size());
    // The last keys of an item are the most general; the first two are the whole word.
    for (std::size_t from_end = 1; from_end + 2 <= levels; ++from_end)
      add_level([&](const Item& item) { return item.keys.size() >= from_end + 2 ? item.keys.size() - from_end : none; },
                2, false);
    add_level([](const Item&) { return std::size_t{1}; }, least, true);
    add_level([](const Item&) { return std::size_t{0}; }, least, true);
  }

  const std::map<std::uint32_t, std::uint32_t>& rules() const { return rules_; }
  const std::vector<Edit>& edits() const { return edits_; }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  // The edit that the rules so far give, looked up from key `from` on.
  std::uint32_t predicted(const Item& item, std::size_t from) const {
    for (std::size_t k = from; k < item.keys.size(); ++k)
      if (const auto found = rules_.find(item.keys[k]); found != rules_.end()) return found->second;
    return no_edit;
  }

  // Gives a rule to each key of one place among the keys that mends at least `least`: words, or their occurrences.
  template <class Place>
  void add_level(const Place& place, std::uint32_t least, bool occurrences) {
    struct Votes {
      std::map<std::uint32_t, std::uint32_t> of_edit;
      std::uint32_t right = 0;
    };
    std::unordered_map<std::uint32_t, Votes> votes;
    for (const Item& item : items_) {
      const std::size_t at = place(item);
      if (at == none) continue;
      Votes& own = votes[item.keys[at]];
      const std::uint32_t weight = occurrences ? item.count : std::min(item.count, most_weight);
      own.of_edit[item.edit] += weight;
      if (predicted(item, at + 1) == item.edit) own.right += weight;
    }
    for (const auto& [key, own] : votes) {
      const auto best = std::max_element(own.of_edit.begin(), own.of_edit.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      if (best->second >= own.right + least) rules_[key] = best->first;
    }
  }

  static constexpr std::uint32_t most_weight = 3;
  static constexpr std::uint32_t no_edit = UINT32_MAX;
  std::vector<Item> items_;
  std::vector<Edit> edits_;
  std::map<Edit, std::uint32_t> edit_ids_;
  std::map<std::uint32_t, std::uint32_t> rules_;
};

// The parts of speech whose lemmas keep capitals, by most of their words that stand inside a name-like form.
std::uint32_t as_written_parts(const std::vector<LemmaExample>& examples) {
  std::array<std::int64_t, static_cast<std::size_t>(Upos::count_)> balance{};
  for (const LemmaExample& example : examples)
    if (begins_capital(example.form))
      balance[static_cast<std::size_t>(example.upos)] +=
          begins_capital(example.lemma) ? example.count : -std::int64_t{example.count};
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < balance.size(); ++i) bits |= balance[i] > 0 ? 1U << i : 0U;
  return bits;
}

template <class T>
void append(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// A filter of the lemmas of words that inflect.
std::string filter_of(const std::vector<LemmaExample>& examples) {
  std::set<std::pair<std::string, Upos>> lemmas;
  for (const LemmaExample& e : examples)
    if (e.upos == Upos::verb || e.upos == Upos::aux || e.upos == Upos::noun || e.upos == Upos::adj)
      lemmas.emplace(e.lemma, e.upos);
  constexpr std::size_t bits_a_lemma = 10;
  std::string filter(lemmas.size() * bits_a_lemma / 8 + 1, '\0');
  for (const auto& [lemma, upos] : lemmas)
    for (const std::uint32_t bit : filter_bits(lemma, upos, static_cast<std::uint32_t>(filter.size())))
      filter[bit / 8] = static_cast<char>(static_cast<unsigned char>(filter[bit / 8]) | 1U << (bit % 8));
  return filter;
}

std::string written(const Learner& learner, std::uint32_t as_written, const std::string& filter) {
  std::string text;
  std::map<std::string, std::uint32_t> places;
  const auto place = [&](const std::string& part) {
    const auto [at, fresh] = places.emplace(part, static_cast<std::uint32_t>(text.size()));
    if (fresh) text += part;
    return at->second;
  };
  std::vector<LemmaRule> rules;
  std::map<std::uint32_t, std::uint16_t> numbers;
  for (const auto& [key, edit] : learner.rules()) {
    if (!numbers.emplace(edit, static_cast<std::uint16_t>(rules.size())).second) continue;
    const Edit& e = learner.edits()[edit];
    rules.push_back({e.strip, static_cast<std::uint8_t>(e.drop.size()), static_cast<std::uint8_t>(e.add.size()), 0,
                     place(e.drop), place(e.add)});
  }
  const auto slots = static_cast<std::uint32_t>(learner.rules().size() * 5 / 4 + 2) & ~1U;
  std::vector<std::uint32_t> keys(slots, 0);
  std::vector<std::uint16_t> rule_numbers(slots, 0);
  for (const auto& [key, edit] : learner.rules()) {
    std::uint32_t slot = first_slot(key, slots);
    while (keys[slot] != 0) slot = slot + 1 == slots ? 0 : slot + 1;
    keys[slot] = key;
    rule_numbers[slot] = numbers.at(edit);
  }
  std::string out;
  append(out, LemmaHeader{static_cast<std::uint32_t>(rules.size()), slots, static_cast<std::uint32_t>(text.size()),
                          as_written, static_cast<std::uint32_t>(filter.size()), 0});
  for (const LemmaRule& rule : rules) append(out, rule);
  for (const std::uint32_t key : keys) append(out, key);
  for (const std::uint16_t number : rule_numbers) append(out, number);
  return out + text + filter;
}

// Examples of the same form, lemma and features as one, in a fixed order.
std::vector<LemmaExample> merged(std::vector<LemmaExample> examples) {
  const auto key = [](const LemmaExample& e) {
    const Features& f = e.features;
    return std::tuple(std::string_view(e.form), std::string_view(e.lemma), e.upos, f.number, f.gender,
                      f.grammatical_case, f.tense, f.mood, f.verb_form);
  };
  std::sort(examples.begin(), examples.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  std::vector<LemmaExample> out;
  for (LemmaExample& example : examples)
    if (!out.empty() && key(out.back()) == key(example))
      out.back().count += example.count;
    else
      out.push_back(std::move(example));
  return out;
}

}  // namespace

std::string learn_lemmas(std::vector<LemmaExample> examples, std::size_t most_bytes) {
  examples = merged(std::move(examples));
  const std::uint32_t as_written = as_written_parts(examples);
  for (LemmaExample& example : examples)
    if ((as_written >> static_cast<std::uint32_t>(example.upos) & 1U) == 0) example.lemma = folded(example.lemma);
  const std::string filter = filter_of(examples);
  // The parser gives some words the features of other forms: every form stands without any too.
  for (std::size_t i = 0, n = examples.size(); i < n; ++i)
    if (examples[i].upos == Upos::verb || examples[i].upos == Upos::aux)
      examples.push_back({examples[i].form, examples[i].lemma, examples[i].upos, {}, examples[i].count});
  Learner learner;
  for (const LemmaExample& example : examples)
    learner.add(example, (as_written >> static_cast<std::uint32_t>(example.upos) & 1U) != 0);
  std::string bytes;
  for (std::uint32_t least = 1; least < 64; ++least) {
    learner.learn(least);
    bytes = written(learner, as_written, filter);
    if (bytes.size() <= most_bytes) break;
  }
  return bytes;
}

}  // namespace annal::syntax
