// From the scores of arcs to a tree.
#pragma once

#include <vector>

#include "core/syntax/scorer.h"

namespace annal::syntax {

/// Finds the tree of a sentence.
///
/// Each word takes its best head. Where that is no tree with one root, the best projective one with one root is found
/// by dynamic programming (Eisner 1996), in O(n³); over `longest_projective` words by taking the arcs that cost least
/// to give up first, each where it closes no cycle, in O(n²).
///
/// The cost of an arc is how far its score lies below the best of its word; 2^24, a factor of e^64, stands for more.
class TreeDecoder {
 public:
  static constexpr std::size_t longest_projective = 120;

  explicit TreeDecoder(const Kernels& kernels) : kernels_(kernels) {}

  /// `heads` of words 1 to n, n > 0, heads[0] being that of word 1; 0 for the root. Exactly one is 0.
  void decode(ArcScores scores, std::size_t n, std::vector<std::uint32_t>& heads);

  /// Whether heads have one root and no cycle.
  bool is_tree(const std::vector<std::uint32_t>& heads);
  /// The best projective tree with one root.
  void projective(ArcScores scores, std::size_t n, std::vector<std::uint32_t>& heads);
  /// A tree of good arcs, for long sentences.
  void greedy(ArcScores scores, std::size_t n, std::vector<std::uint32_t>& heads);

 private:
  using Cost = std::int32_t;
  void find_costs(ArcScores scores, std::size_t n);
  void fill_chart(std::size_t n);
  void close_span(std::size_t n, std::size_t first, std::size_t last);
  std::size_t lowest_at(const Cost* a, const Cost* b, std::size_t count) const;
  void read_chart(std::size_t n, std::uint32_t top, std::vector<std::uint32_t>& heads) const;
  std::uint32_t component(std::uint32_t word);

  const Kernels& kernels_;
  std::vector<Cost> costs_;  ///< by [dependent][head], word 0 being the root
  // The lowest cost by [first][last] of a span of words and by [last][first]. A right half has its head at its first
  // word.
  std::vector<Cost> right_, right_by_last_, left_, left_by_last_, arc_right_, arc_left_by_last_;
  std::vector<std::uint32_t> component_;
  std::vector<std::uint8_t> seen_;
};

/// The probability of `head` among all heads of `dependent`, in hundredths: the softmax of the scores.
std::uint8_t confidence_of(ArcScores scores, std::size_t n, std::size_t head, std::size_t dependent);

}  // namespace annal::syntax
