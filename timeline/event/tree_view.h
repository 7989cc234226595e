// A dependency tree as its readers walk it: from a word to its dependents and over its subtree.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/syntax/tree.h"

namespace annal {

/// A tree with the dependents of every word and the words that its subtree reaches over. TreeViews keeps what it shows.
class TreeView {
 public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  const syntax::Word& operator[](std::uint32_t word) const { return words_[word]; }
  /// In text order.
  std::span<const std::uint32_t> dependents(std::uint32_t word) const {
    return {dependents_ + begin_[word], dependents_ + begin_[word + 1]};
  }
  /// The first and the last word of its subtree.
  std::uint32_t first(std::uint32_t word) const { return first_[word]; }
  std::uint32_t last(std::uint32_t word) const { return last_[word]; }
  /// Whether `word` stands in the subtree of `top`.
  bool under(std::uint32_t word, std::uint32_t top) const;
  bool is_subject(std::uint32_t word) const {
    switch ((*this)[word].deprel) {
      case syntax::Deprel::nsubj:
      case syntax::Deprel::nsubj_pass:
      case syntax::Deprel::nsubj_outer:
      case syntax::Deprel::csubj:
      case syntax::Deprel::csubj_pass: return true;
      default: return false;
    }
  }
  /// Whether it stands for a noun outside its clause, or asks: "who", "which", "die" of "die Turbine, die lief".
  bool is_relativizer(std::uint32_t word) const;
  /// Whether a hyphen without spaces joins it to the word behind it: "year-old".
  bool is_hyphenated(std::uint32_t word) const {
    return word + 2 < size() && (*this)[word + 1].upos == syntax::Upos::punct &&
           (*this)[word + 1].span.size() == 1 &&  // no dash
           (*this)[word].span.end == (*this)[word + 1].span.begin &&
           (*this)[word + 1].span.end == (*this)[word + 2].span.begin;
  }
  /// Whether it heads a clause: a verb, or what has a subject, an auxiliary or a copula.
  bool is_clause(std::uint32_t word) const;
  /// Whether it hangs on a time though none has such a dependent: a clause that is said, a bare noun in a case that
  /// verbs ask for: "с 1933 года [школой] руководила".
  bool is_stray(std::uint32_t word) const;
  /// The subject that stands with it, or -1.
  std::int32_t subject(std::uint32_t word) const;
  /// Its finite verb: itself, its auxiliary or its copula; -1 where it has none.
  std::int32_t finite(std::uint32_t word) const;

 private:
  friend class TreeViews;
  /// Of the numbers that a tree of `words` words takes.
  static std::size_t room(std::size_t words) { return 4 * words + 2; }
  TreeView(const syntax::Tree& tree, std::uint32_t* room);

  std::span<const syntax::Word> words_;
  const std::uint32_t *begin_, *first_, *last_, *dependents_;
};

/// The views of all trees of a text, which are to stay where they are.
class TreeViews {
 public:
  TreeViews() = default;
  explicit TreeViews(std::span<const syntax::Tree> trees);
  TreeViews(TreeViews&&) = default;
  TreeViews& operator=(TreeViews&&) = default;

  std::uint32_t size() const { return static_cast<std::uint32_t>(views_.size()); }
  const TreeView& operator[](std::uint32_t sentence) const { return views_[sentence]; }

 private:
  std::vector<std::uint32_t> numbers_;
  std::vector<TreeView> views_;
};

/// What a mark of punctuation does: quotation marks and brackets stand in twos.
enum class Mark : std::uint8_t { none, comma, paired, bracket, other };
Mark mark_of(std::string_view text);

/// Whether a hyphen stands for the end of word `w` that a later word has: "Wirtschafts- und Ethikfragen".
bool is_suspended(std::string_view text, const TreeView& tree, std::uint32_t w);

/// Whether the tree joins word `w`, as if it went on from there, to one in quotation marks that it stands outside of:
/// "«We will not close it», said Bell". Who says it is not to be had from such a tree.
bool leaves_quotation(std::string_view text, const TreeView& tree, std::uint32_t w);

}  // namespace annal
