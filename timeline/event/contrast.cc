#include "timeline/event/contrast.h"

#include <algorithm>

namespace annal {
namespace {

using syntax::Deprel;

// "on 3 May, but on 5 May": whether another time is set against the one at `t`.
bool has_counterpart(const TreeView& tree, std::uint32_t t, const std::function<bool(std::uint32_t)>& is_contrast) {
  const auto is_counterpart = [&](std::uint32_t k) {
    if (k <= t || tree[k].time < 0) return false;
    const auto& below = tree.dependents(k);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t d) { return d < k && is_contrast(d); });
  };
  const auto any_under = [&](std::uint32_t w) {
    const auto& below = tree.dependents(w);
    return std::any_of(below.begin(), below.end(), is_counterpart);
  };
  return any_under(t) || (tree[t].head >= 0 && any_under(static_cast<std::uint32_t>(tree[t].head)));
}

class ContrastReader {
 public:
  ContrastReader(const TreeView& tree, std::span<const Word> words) : tree_(tree), words_(words) {}

  // "not on 3 May", "instead of 1955"; not "not until 3 May", "not before 3 May".
  bool is_excluded(std::uint32_t t) const {
    const std::uint32_t first = tree_.first(t);
    if (word(first).has(Is::instead) || (first > 0 && word(first - 1).has(Is::instead))) return true;
    const auto& below = tree_.dependents(t);
    const bool bounds = std::any_of(below.begin(), below.end(), [&](std::uint32_t k) {
      return tree_[k].deprel == Deprel::case_ && word(k).any(Is::signal_before, Is::signal_after, Is::signal_since);
    });
    return !bounds && is_negated(t, t);
  }

  // Whether a negation before word `end` hangs on word `w`.
  bool is_negated(std::uint32_t w, std::uint32_t end) const {
    const auto& below = tree_.dependents(w);
    return std::any_of(below.begin(), below.end(), [&](std::uint32_t k) {
      return k < end && tree_[k].deprel == Deprel::advmod && tree_[k].time < 0 &&
             (tree_[k].features.negative || word(k).has(Is::negation));
    });
  }

 private:
  const ClassSet& word(std::uint32_t w) const { return words_[tree_[w].first].self; }

  const TreeView& tree_;
  const std::span<const Word> words_;
};

// "came to commemorate 9 November 1938": whether the time is what is remembered on another day.
bool is_commemorated(const TreeView& tree, std::span<const Word> words, std::uint32_t t) {
  if (tree[t].head < 0 || tree[t].head >= static_cast<std::int32_t>(t)) return false;
  const auto verb = static_cast<std::uint32_t>(tree[t].head);
  if (!words[tree[verb].last - 1].meaning.has(Is::commemorating)) return false;
  for (const std::uint32_t k : tree.dependents(t))
    if (tree[k].deprel == Deprel::case_) return false;  // "feierte am Montag"
  const auto& below = tree.dependents(verb);
  return std::none_of(below.begin(), below.end(), [&](std::uint32_t k) {
    const Deprel d = tree[k].deprel;
    return (d == Deprel::obj && tree[k].time < 0) || d == Deprel::aux_pass || d == Deprel::expl;
  });
}

}  // namespace

bool is_set_aside(const TreeView& tree, std::span<const Word> words, std::uint32_t t) {
  if (is_commemorated(tree, words, t)) return true;
  const ContrastReader reader(tree, words);
  if (reader.is_excluded(t)) return true;
  const auto is_contrast = [&](std::uint32_t w) { return words[tree[w].first].self.has(Is::contrast); };
  if (!has_counterpart(tree, t, is_contrast)) return false;
  return reader.is_negated(t, t) ||
         (tree[t].head >= 0 && reader.is_negated(static_cast<std::uint32_t>(tree[t].head), tree.last(t) + 1));
}

bool negates_time(const TreeView& tree, std::uint32_t w, const std::function<bool(std::uint32_t)>& is_contrast) {
  const auto& below = tree.dependents(w);
  return std::any_of(below.begin(), below.end(),
                     [&](std::uint32_t t) { return tree[t].time >= 0 && has_counterpart(tree, t, is_contrast); });
}

std::int32_t alternative_time(const TreeView& tree, std::span<const Word> words, std::uint32_t t) {
  const auto joined = [&](std::uint32_t k) {
    const auto& below = tree.dependents(k);
    return tree[k].deprel == Deprel::conj && tree[k].time >= 0 &&
           std::any_of(below.begin(), below.end(),
                       [&](std::uint32_t c) { return words[tree[c].first].self.has(Is::disjunction); });
  };
  const std::int32_t head = tree[t].head;
  if (head >= 0 && tree[static_cast<std::uint32_t>(head)].time >= 0 && joined(t)) return head;
  const auto& below = tree.dependents(t);
  const auto found = std::find_if(below.begin(), below.end(), joined);
  return found == below.end() ? -1 : static_cast<std::int32_t>(*found);
}

bool names_law(const TreeView& tree, std::span<const Word> words, std::uint32_t t) {
  const auto is = [&](std::uint32_t w, Is c) {
    const Word& word = words[tree[w].first];
    return word.self.has(c) || word.meaning.has(c);
  };
  if (tree[t].head < 0 || static_cast<std::uint32_t>(tree[t].head) > t) return false;
  auto noun = static_cast<std::uint32_t>(tree[t].head);
  // "the Treaty of Vell of 1881"
  if (!is(noun, Is::enacted_noun) && tree[noun].deprel == Deprel::nmod && tree[noun].head >= 0)
    noun = static_cast<std::uint32_t>(tree[noun].head);
  if (!is(noun, Is::enacted_noun)) return false;
  for (const std::uint32_t k : tree.dependents(t))
    if (tree[k].deprel == Deprel::case_) return is(k, Is::genitive_mark);
  return tree[t].deprel == Deprel::nmod && t == noun + 1;
}

}  // namespace annal
