// Trees from scores: well formed whatever the scores, and the best where that can be checked.
#include "core/syntax/decode.h"

#include <rapidcheck/catch.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace annal::syntax;

namespace {

struct Scores {
  std::size_t n;
  std::vector<std::int32_t> at;
  ArcScores arcs() const { return {at.data(), n + 1}; }
};

// Random scores of n words; `range` small makes ties.
Scores random_scores(std::size_t n, unsigned seed, unsigned range) {
  std::mt19937 random(seed);
  Scores scores{n, std::vector<std::int32_t>((n + 1) * (n + 1))};
  for (std::int32_t& score : scores.at)
    score = static_cast<std::int32_t>(random() % range) - static_cast<std::int32_t>(range / 2);
  for (std::size_t i = 0; i <= n; ++i) scores.at[i * (n + 1) + i] = impossible;
  return scores;
}

std::int64_t sum_of(const Scores& scores, const std::vector<std::uint32_t>& heads) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores.arcs()(heads[i], i + 1);
  return sum;
}

bool projective(const std::vector<std::uint32_t>& heads) {
  for (std::uint32_t d = 1; d <= heads.size(); ++d)
    for (std::uint32_t e = 1; e <= heads.size(); ++e) {
      const auto [a, b] = std::minmax(d, heads[d - 1]);
      const auto [c, f] = std::minmax(e, heads[e - 1]);
      if (heads[d - 1] != 0 && heads[e - 1] != 0 && a < c && c < b && b < f) return false;
      if (heads[d - 1] == 0 && heads[e - 1] != 0 && c < d && d < f) return false;
    }
  return true;
}

}  // namespace

TEST_CASE("whatever the scores, every way of decoding gives a tree with one root", "[core][syntax][property]") {
  rc::prop("of up to 150 words, with and without ties", [] {
    const auto n = *rc::gen::inRange<std::size_t>(1, 150);
    const Scores scores = random_scores(n, *rc::gen::arbitrary<unsigned>(), *rc::gen::element(2U, 100U, 1U << 24U));
    TreeDecoder decoder(kernels());
    std::vector<std::uint32_t> heads;
    decoder.decode(scores.arcs(), n, heads);
    RC_ASSERT(decoder.is_tree(heads));
    decoder.greedy(scores.arcs(), n, heads);
    RC_ASSERT(decoder.is_tree(heads));
    if (n > TreeDecoder::longest_projective) return;
    decoder.projective(scores.arcs(), n, heads);
    RC_ASSERT(decoder.is_tree(heads));
    RC_ASSERT(projective(heads));
  });
}

TEST_CASE("the projective tree is the best of all projective trees", "[core][syntax]") {
  const std::size_t n = GENERATE(1U, 2U, 3U, 4U, 5U);
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Scores scores = random_scores(n, seed, 1000);
    TreeDecoder decoder(kernels());
    std::vector<std::uint32_t> heads(n, 0), found(n);
    std::int64_t best = INT64_MIN;
    for (;;) {  // all heads, as digits of a number
      if (decoder.is_tree(heads) && projective(heads)) best = std::max(best, sum_of(scores, heads));
      std::size_t i = 0;
      while (i < n && ++heads[i] > n) heads[i++] = 0;
      if (i == n) break;
    }
    decoder.projective(scores.arcs(), n, found);
    CHECK(sum_of(scores, found) == best);
  }
}

TEST_CASE("best heads that are a tree are kept, though they cross", "[core][syntax]") {
  const std::vector<std::uint32_t> gold = {3, 4, 0, 3};
  Scores scores{4, std::vector<std::int32_t>(25, 0)};
  for (std::size_t d = 1; d <= 4; ++d) scores.at[d * 5 + gold[d - 1]] = 100;
  TreeDecoder decoder(kernels());
  std::vector<std::uint32_t> heads;
  decoder.decode(scores.arcs(), 4, heads);
  CHECK(heads == gold);
  CHECK_FALSE(projective(heads));
}

TEST_CASE("what is no tree is found out", "[core][syntax]") {
  struct Row {
    const char* why;
    std::vector<std::uint32_t> heads;
    bool tree;
  };
  const auto row = GENERATE(values<Row>({
      {"one word", {0}, true},
      {"a chain", {2, 3, 0}, true},
      {"two roots", {0, 0}, false},
      {"no root", {2, 1}, false},
      {"a cycle beside a tree", {0, 3, 2}, false},
  }));
  INFO(row.why);
  CHECK(TreeDecoder(kernels()).is_tree(row.heads) == row.tree);
}

TEST_CASE("confidence is the share of the head among all heads", "[core][syntax]") {
  constexpr std::int32_t one = 1 << 18;
  struct Row {
    const char* why;
    std::int32_t root, other;  ///< scores of the heads of word 1
    int of_root;
  };
  const auto row = GENERATE(values<Row>({
      {"equal", 0, 0, 50},
      {"one more is e times as likely", one, 0, 73},
      {"three less", -3 * one, 0, 5},
      {"far ahead", 40 * one, 0, 100},
      {"far behind", -40 * one, 0, 0},
  }));
  INFO(row.why);
  const Scores scores{2, {0, 0, 0, row.root, impossible, row.other, 0, 0, impossible}};
  CHECK(confidence_of(scores.arcs(), 2, 0, 1) == row.of_root);
}
