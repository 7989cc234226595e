#include "word_vectors.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/syntax/parser.h"
#include "random.h"

namespace annal::syntax {
namespace {

constexpr std::size_t window = 2, places = 2 * window, negatives = 5;
constexpr float first_rate = 0.05F, last_rate = 0.0005F;
constexpr double often = 1e-3;  // words of a greater share are passed over at times
constexpr std::int32_t unknown = -1;

class SkipGram {
 public:
  SkipGram(const std::vector<GoldSentence>& sentences, const VectorSchedule& schedule)
      : schedule_(schedule), random_(schedule.seed) {
    count_words(sentences);
    number_words(sentences);
    in_.resize(hashes_.size() * schedule.width);
    for (float& x : in_) x = (random_.fraction() - 0.5F) / static_cast<float>(schedule.width);
    out_.assign(places * in_.size(), 0);
    gradient_.resize(schedule.width);
  }

  WordVectors learn() {
    const double all = static_cast<double>(words_) * schedule_.epochs;
    double done = 0;
    for (int epoch = 0; epoch < schedule_.epochs; ++epoch)
      for (const std::vector<std::int32_t>& sentence : text_)
        for (std::size_t i = 0; i < sentence.size(); ++i) {
          rate_ = std::max(last_rate, first_rate * static_cast<float>(1 - ++done / all));
          if (sentence[i] != unknown && !passed_over(sentence[i])) learn_word(sentence, i);
        }
    return scaled();
  }

 private:
  void count_words(const std::vector<GoldSentence>& sentences) {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (const GoldSentence& sentence : sentences)
      for (const GoldWord& word : sentence.words)
        if (word.form != time_form) ++counts[reader_.keys_of(word.form).back()];
    for (const auto& [hash, count] : counts) {
      if (count < schedule_.least) continue;
      const auto share = static_cast<std::size_t>(std::max(1.0, std::pow(count, 0.75)));
      sampled_.insert(sampled_.end(), share, static_cast<std::int32_t>(hashes_.size()));
      hashes_.push_back(hash);
      counts_.push_back(count);
    }
  }

  void number_words(const std::vector<GoldSentence>& sentences) {
    for (const GoldSentence& sentence : sentences) {
      std::vector<std::int32_t> numbers;
      for (const GoldWord& word : sentence.words) {
        const std::uint32_t hash = word.form == time_form ? 0 : reader_.keys_of(word.form).back();
        const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
        const bool known = found != hashes_.end() && *found == hash;
        numbers.push_back(known ? static_cast<std::int32_t>(found - hashes_.begin()) : unknown);
      }
      words_ += numbers.size();
      text_.push_back(std::move(numbers));
    }
  }

  bool passed_over(std::int32_t word) {
    const double kept = std::sqrt(often * static_cast<double>(words_) / counts_[static_cast<std::size_t>(word)]);
    return random_.fraction() > kept;
  }

  void learn_word(const std::vector<std::int32_t>& sentence, std::size_t i) {
    float* const vector = &in_[static_cast<std::size_t>(sentence[i]) * schedule_.width];
    for (std::size_t place = 0; place < places; ++place) {
      const std::size_t at = i + place - window + (place < window ? 0 : 1);
      if (at >= sentence.size() || sentence[at] == unknown) continue;
      std::fill(gradient_.begin(), gradient_.end(), 0.0F);
      learn_pair(vector, place, sentence[at], 1);
      for (std::size_t n = 0; n < negatives; ++n) {
        const std::int32_t other = sampled_[random_.next() % sampled_.size()];
        if (other != sentence[at]) learn_pair(vector, place, other, 0);
      }
      for (std::size_t j = 0; j < schedule_.width; ++j) vector[j] += gradient_[j];
    }
  }

  void learn_pair(const float* vector, std::size_t place, std::int32_t other, float wanted) {
    float* const context = &out_[place * in_.size() + static_cast<std::size_t>(other) * schedule_.width];
    float product = 0;
    for (std::size_t j = 0; j < schedule_.width; ++j) product += vector[j] * context[j];
    const float step = rate_ * (wanted - 1 / (1 + std::exp(-product)));
    for (std::size_t j = 0; j < schedule_.width; ++j) {
      gradient_[j] += step * context[j];
      context[j] += step * vector[j];
    }
  }

  WordVectors scaled() const {
    double squares = 0;
    for (const float x : in_) squares += double{x} * double{x};
    const auto scale = static_cast<float>(0.15 / std::sqrt(squares / static_cast<double>(in_.size())));
    WordVectors vectors{schedule_.width, hashes_, in_};
    for (float& x : vectors.rows) x *= scale;
    return vectors;
  }

  VectorSchedule schedule_;
  Random random_;
  FormReader reader_;
  std::vector<std::uint32_t> hashes_, counts_;
  std::vector<std::int32_t> sampled_;  ///< each word as often as it is drawn
  std::vector<std::vector<std::int32_t>> text_;
  std::size_t words_ = 0;
  float rate_ = 0;
  Numbers in_, out_, gradient_;
};

}  // namespace

WordVectors learn_vectors(const std::vector<GoldSentence>& sentences, const VectorSchedule& schedule) {
  return SkipGram(sentences, schedule).learn();
}

}  // namespace annal::syntax
