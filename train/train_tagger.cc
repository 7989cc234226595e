#include "train_tagger.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <random>
#include <set>
#include <unordered_map>

#include "train/select_features.h"

namespace annal::train {
namespace {

constexpr std::size_t row_size = TaggerTables::columns;
constexpr std::size_t tags = static_cast<std::size_t>(Penn::count_);

// Of each word seen some times: the tag, where it nearly always has one, and which tags it can have with the commonest
// of them.
std::vector<TaggerTables::Known> known_words(const std::vector<TaggedSentence>& sentences) {
  constexpr int often = 20, seen_enough = 4;
  std::map<std::uint32_t, std::map<Penn, int>> seen;
  for (const TaggedSentence& s : sentences)
    for (std::size_t i = 0; i < s.forms.size(); ++i) ++seen[s.forms[i].word][s.tags[i]];
  std::map<std::set<Penn>, std::uint32_t> sets;
  std::vector<TaggerTables::Known> table(std::size_t{1} << TaggerTables::known_bits);
  for (const auto& [word, counts] : seen) {
    int total = 0;
    std::pair<Penn, int> best{Penn::none, 0};
    for (const auto& count : counts) {
      total += count.second;
      if (count.second > best.second) best = count;
    }
    if (total < seen_enough) continue;
    std::set<Penn> can;
    for (const auto& [tag, count] : counts)
      if (count >= 2 && count * 100 >= total * 3) can.insert(tag);
    const std::uint32_t set = sets.emplace(can, static_cast<std::uint32_t>(sets.size()) + 1).first->second;
    std::uint32_t value = (set * 64 + static_cast<std::uint32_t>(best.first)) << 8U;
    if (total >= often && best.second * 200 >= total * 199) value |= static_cast<std::uint32_t>(best.first);
    std::size_t i = word & (table.size() - 1);
    while (table[i].word != 0) i = (i + 1) & (table.size() - 1);
    table[i] = {word, value};
  }
  return table;
}

// The averaged weights of the numbered features: row_size for each.
std::vector<float> train(const std::vector<TaggedSentence>& sentences, const std::vector<TaggerSentence>& prepared,
                         const Numbering& features, int passes) {
  std::vector<std::int32_t> weight(features.size() * row_size);
  std::vector<std::int64_t> total(weight.size());  // sum over time of step * change
  std::vector<std::uint32_t> order(sentences.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::mt19937 random(1);
  std::int64_t step = 1;
  TaggerKeys keys;
  std::array<std::size_t, tagger_features> rows;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::uint32_t at : order) {
      const TaggedSentence& s = sentences[at];
      Penn one = Penn::none, two = Penn::none;
      for (std::size_t i = 0; i < s.forms.size(); ++i, ++step) {
        Penn tag = prepared[at].words[i].sure();
        if (tag == Penn::none) {
          tagger_keys(prepared[at], i, one, two, keys);
          std::size_t count = 0;
          for (const std::uint32_t key : keys.key)
            if (const std::uint32_t id = features.of(key); id != 0) rows[count++] = id * row_size;
          std::int32_t score[row_size] = {};
          for (std::size_t k = 0; k < count; ++k)
            for (std::size_t c = 0; c < row_size; ++c) score[c] += weight[rows[k] + c];
          std::size_t best = 1;
          for (std::size_t c = 2; c < tags; ++c)
            if (score[c] > score[best]) best = c;
          tag = static_cast<Penn>(best);
          for (std::size_t k = 0; k < count && tag != s.tags[i]; ++k) {
            const std::size_t right = rows[k] + static_cast<std::size_t>(s.tags[i]), wrong = rows[k] + best;
            ++weight[right], total[right] += step;
            --weight[wrong], total[wrong] -= step;
          }
        }
        two = one;
        one = tag;
      }
    }
  }
  std::vector<float> average(weight.size());
  for (std::size_t i = 0; i < average.size(); ++i)
    average[i] =
        static_cast<float>(static_cast<double>(weight[i]) - static_cast<double>(total[i]) / static_cast<double>(step));
  return average;
}

// The features seen at least `least` times under the tags that people gave.
Numbering seen_features(const std::vector<TaggedSentence>& sentences, const std::vector<TaggerSentence>& prepared,
                        int least) {
  std::unordered_map<std::uint32_t, int> count;
  Numbering out;
  TaggerKeys keys;
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    const TaggedSentence& s = sentences[at];
    for (std::size_t i = 0; i < s.forms.size(); ++i) {
      if (prepared[at].words[i].sure() != Penn::none) continue;
      tagger_keys(prepared[at], i, i > 0 ? s.tags[i - 1] : Penn::none, i > 1 ? s.tags[i - 2] : Penn::none, keys);
      for (const std::uint32_t key : keys.key)
        if (++count[key] == least) out.use(key);
    }
  }
  return out;
}

}  // namespace

std::string train_tagger(const std::vector<TaggedSentence>& sentences, int passes) {
  constexpr int seen_enough = 3;
  const std::vector<TaggerTables::Known> known = known_words(sentences);
  std::string bytes(TaggerTables::bytes, '\0');
  std::memcpy(bytes.data() + (row_size + sizeof(std::uint16_t)) * TaggerTables::count, known.data(),
              known.size() * sizeof(known[0]));
  const TaggerTables tables(reinterpret_cast<const unsigned char*>(bytes.data()));
  std::vector<TaggerSentence> prepared(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) prepare(tables, sentences[i].forms, prepared[i]);

  // Once with all features, to see which deserve a row; once more with those alone.
  const Numbering all = seen_features(sentences, prepared, seen_enough);
  const std::vector<std::uint32_t> rows =
      select_features<TaggerTables>(all, train(sentences, prepared, all, passes), [](std::uint32_t) { return 1.0; });
  Numbering kept;
  for (const std::uint32_t key : rows)
    if (key != 0) kept.use(key);
  const std::vector<float> average = train(sentences, prepared, kept, passes);

  // So that a high percentile fits 8 bits.
  std::vector<double> sizes;
  for (const float a : average)
    if (a != 0) sizes.push_back(std::fabs(static_cast<double>(a)));
  const std::size_t rank = sizes.size() - 1 - sizes.size() / 2000;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(rank), sizes.end());
  const double scale = 127 / sizes[rank];
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r] == 0) continue;
    const float* from = average.data() + std::size_t{kept.of(rows[r])} * row_size;
    for (std::size_t c = 0; c < row_size; ++c)
      bytes[r * row_size + c] =
          static_cast<char>(std::clamp(std::lround(static_cast<double>(from[c]) * scale), -127L, 127L));
    const std::uint16_t check = TaggerTables::check_of(rows[r]);
    std::memcpy(bytes.data() + row_size * TaggerTables::count + r * sizeof(check), &check, sizeof(check));
  }
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
