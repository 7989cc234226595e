#include "train_tagger.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <random>

namespace annal::train {
namespace {

constexpr std::size_t row_size = TaggerTables::row_size;
constexpr std::size_t tags = static_cast<std::size_t>(Penn::count_);

// Words seen often that have one tag nearly always.
std::vector<TaggerTables::Known> known_words(const std::vector<TaggedSentence>& sentences) {
  std::map<std::uint32_t, std::map<Penn, int>> seen;
  for (const TaggedSentence& s : sentences)
    for (std::size_t i = 0; i < s.forms.size(); ++i) ++seen[s.forms[i].word][s.tags[i]];
  std::vector<TaggerTables::Known> table(std::size_t{1} << TaggerTables::known_bits);
  for (const auto& [word, counts] : seen) {
    int total = 0;
    std::pair<Penn, int> best{Penn::none, 0};
    for (const auto& count : counts) {
      total += count.second;
      if (count.second > best.second) best = count;
    }
    if (total < 20 || best.second * 200 < total * 199) continue;
    std::size_t i = word & (table.size() - 1);
    while (table[i].word != 0) i = (i + 1) & (table.size() - 1);
    table[i] = {word, static_cast<std::uint32_t>(best.first)};
  }
  return table;
}

}  // namespace

std::string train_tagger(const std::vector<TaggedSentence>& sentences, int passes) {
  const std::vector<TaggerTables::Known> known = known_words(sentences);
  std::string bytes(TaggerTables::bytes, '\0');
  std::memcpy(bytes.data() + (row_size << TaggerTables::row_bits), known.data(), known.size() * sizeof(known[0]));
  const TaggerTables tables(reinterpret_cast<const unsigned char*>(bytes.data()));

  const std::size_t rows = std::size_t{1} << TaggerTables::row_bits;
  std::vector<std::int32_t> weight(rows * row_size);
  std::vector<std::int64_t> total(rows * row_size);  // sum over time of step * change
  std::vector<std::uint32_t> order(sentences.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(1);
  std::int64_t step = 1;
  TaggerRows features;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t at : order) {
      const TaggedSentence& s = sentences[at];
      Penn one = Penn::none, two = Penn::none;
      for (std::size_t i = 0; i < s.forms.size(); ++i, ++step) {
        Penn tag = tables.tag_of(s.forms[i].word);
        if (tag == Penn::none) {
          tagger_rows(s.forms, i, one, two, features);
          std::int32_t score[row_size] = {};
          for (const std::uint32_t row : features)
            for (std::size_t c = 0; c < row_size; ++c) score[c] += weight[row * row_size + c];
          std::size_t best = 1;
          for (std::size_t c = 2; c < tags; ++c)
            if (score[c] > score[best]) best = c;
          tag = static_cast<Penn>(best);
          if (tag != s.tags[i]) {
            for (const std::uint32_t row : features) {
              const std::size_t right = row * row_size + static_cast<std::size_t>(s.tags[i]);
              const std::size_t wrong = row * row_size + best;
              ++weight[right], total[right] += step;
              --weight[wrong], total[wrong] -= step;
            }
          }
        }
        two = one;
        one = tag;
      }
    }
  }
  // The average over all steps, so that a high percentile fits 8 bits.
  std::vector<double> average(rows * row_size);
  std::vector<double> sizes;
  for (std::size_t i = 0; i < average.size(); ++i) {
    average[i] = static_cast<double>(weight[i]) - static_cast<double>(total[i]) / static_cast<double>(step);
    if (average[i] != 0) sizes.push_back(std::fabs(average[i]));
  }
  const std::size_t rank = sizes.size() - 1 - sizes.size() / 2000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(rank), sizes.end());
  const double scale = 127 / sizes[rank];
  for (std::size_t i = 0; i < average.size(); ++i)
    bytes[i] = static_cast<char>(std::clamp(std::lround(average[i] * scale), -127L, 127L));
  return bytes;
}

double tag_accuracy(const TaggerTables& tables, const std::vector<TaggedSentence>& sentences) {
  std::size_t right = 0, all = 0;
  std::vector<Penn> found;
  for (const TaggedSentence& s : sentences) {
    tag_forms(tables, s.forms, found);
    for (std::size_t i = 0; i < found.size(); ++i) right += found[i] == s.tags[i] ? 1U : 0U;
    all += found.size();
  }
  return static_cast<double>(right) / static_cast<double>(all);
}

}  // namespace annal::train
