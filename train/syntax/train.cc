#include "train.h"

#include <algorithm>
#include <numeric>

namespace annal::syntax {
namespace {

// The two versions of a sentence; the second is empty where it has no time expression.
struct Versions {
  Example raw, with_times;
};

std::vector<Versions> examples_of(const std::vector<GoldSentence>& sentences, const Vocabulary& vocabulary,
                                  std::size_t longest) {
  std::vector<Versions> made;
  for (const GoldSentence& sentence : sentences) {
    if (sentence.words.size() > longest) continue;
    made.push_back({vocabulary.example(sentence.words), {}});
    if (!sentence.with_times.empty()) made.back().with_times = vocabulary.example(sentence.with_times);
  }
  return made;
}

float rate_at(const Schedule& schedule, std::size_t batch, std::size_t all) {
  constexpr std::size_t warm_up = 100;
  if (batch < warm_up) return schedule.rate * static_cast<float>(batch) / warm_up;
  const float done = std::min(1.0F, static_cast<float>(batch) / static_cast<float>(all));
  return schedule.rate * (1 - done) + schedule.rate * 0.01F;
}

}  // namespace

void train(Network& network, const std::vector<GoldSentence>& sentences, const Vocabulary& vocabulary,
           const Schedule& schedule) {
  const std::vector<Versions> examples = examples_of(sentences, vocabulary, schedule.longest);
  std::size_t words = 0;
  for (const Versions& e : examples) words += e.raw.size();
  const std::size_t batches = static_cast<std::size_t>(schedule.epochs) * words / schedule.batch;
  std::vector<std::uint32_t> order(examples.size());
  std::iota(order.begin(), order.end(), 0U);
  Random random(schedule.seed);
  Adam adam(network.parameters());
  std::size_t done = 0;
  for (int epoch = 0; epoch < schedule.epochs; ++epoch) {
    random.shuffle(order);
    Loss sum;
    for (std::size_t next = 0; next < order.size();) {
      std::vector<const Example*> batch;
      for (std::size_t size = 0; next < order.size() && size < schedule.batch; size += batch.back()->size()) {
        const Versions& versions = examples[order[next++]];
        const bool times = versions.with_times.size() > 0 && random.next() % 2 == 0;
        batch.push_back(times ? &versions.with_times : &versions.raw);
      }
      const Loss loss = network.learn(batch, schedule.dropout);
      sum.arc += loss.arc, sum.label += loss.label, sum.tag += loss.tag;
      adam.step(rate_at(schedule, done++, batches));
    }
    const auto mean = static_cast<double>(words);
    std::printf("epoch %d: arc %.4f, label %.4f, tag %.4f\n", epoch + 1, sum.arc / mean, sum.label / mean,
                sum.tag / mean);
    std::fflush(stdout);
  }
}

}  // namespace annal::syntax
