#include "train_events.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

#include "core/lang/language.h"
#include "core/text/read.h"
#include "timeline/model/reader.h"

namespace annal::train {

std::vector<ExampleDocument> examples_of(const std::vector<TimeMlDocument>& documents, const SenseTable& senses,
                                         const TaggerTables& tagger) {
  std::vector<ExampleDocument> out;
  for (const TimeMlDocument& d : documents) {
    ExampleDocument e;
    e.gold = static_cast<std::uint32_t>(d.events.size());
    auto read = read_text(d.text, d.name);
    if (!read) continue;
    const Analysis analysis = analyse(std::move(*read), *Language::find("en"));
    std::vector<bool> found(d.events.size());
    WordMemo memo(senses, tagger);
    SentenceReader reader(memo, tagger);
    const std::vector<std::uint8_t> timex = timex_tokens(analysis);
    for (const Sentence& s : analysis.sentences) {
      reader.read(analysis, s, timex);
      const EventInput in = reader.input();
      for (std::size_t i = 0; i < in.forms.size(); ++i) {
        const Unit& unit = reader.units()[i];
        Example x;
        for (std::size_t g = 0; g < d.events.size(); ++g)
          if (d.events[g].begin >= unit.begin && d.events[g].begin < unit.end) {
            if (may_be_event(in, i)) found[g] = true;
            x.label = d.events[g].label;
          }
        if (!may_be_event(in, i)) continue;
        x.noun = is_noun(in.tags[i]);
        x.verb = is_verb(in.tags[i]);
        event_rows(in, i, x.rows);
        e.examples.push_back(x);
      }
    }
    e.missed = static_cast<std::uint32_t>(std::count(found.begin(), found.end(), false));
    out.push_back(std::move(e));
  }
  return out;
}

namespace {

constexpr std::size_t classes = EventTables::classes;

// Annotated events weigh more than the rest: what is missed costs as much as what is wrong.
constexpr float recall_weight = 1.5F;

class Trainer {
 public:
  Trainer() : weight_(classes << EventTables::row_bits), square_(weight_.size(), 1e-3F) {}

  void learn(const Example& x, float importance) {
    std::array<float, classes> score{};
    for (const std::uint32_t row : x.rows)
      for (std::size_t c = 0; c < classes; ++c) score[c] += weight_[row * classes + c];
    const float top = *std::max_element(score.begin(), score.end());
    float sum = 0;
    for (float& s : score) sum += s = std::exp(s - top);
    for (std::size_t c = 0; c < classes; ++c) {
      const float gradient = importance * (score[c] / sum - (c == x.label ? 1.0F : 0.0F));
      if (std::fabs(gradient) < 1e-4F) continue;
      for (const std::uint32_t row : x.rows) {
        float& w = weight_[row * classes + c];
        float& s = square_[row * classes + c];
        const float g = gradient + 2e-6F * w;
        s += g * g;
        w -= 0.15F * g / std::sqrt(s);
      }
    }
  }

  std::string bytes() const {
    std::string out(EventTables::bytes, '\0');
    for (std::size_t i = 0; i < weight_.size(); ++i) {
      const long scaled = std::lround(static_cast<double>(weight_[i]) * EventTables::scale);
      const auto w = static_cast<std::int16_t>(std::clamp(scaled, -32767L, 32767L));
      std::memcpy(out.data() + i * 2, &w, 2);
    }
    return out;
  }

 private:
  std::vector<float> weight_, square_;
};

}  // namespace

std::string train_events(const std::vector<const ExampleDocument*>& gold, const std::vector<ExampleDocument>& silver,
                         double silver_weight, int passes) {
  struct Item {
    const Example* example;
    float importance;
  };
  std::vector<Item> items;
  for (const ExampleDocument* d : gold)
    for (const Example& x : d->examples) items.push_back({&x, x.label != 0 ? recall_weight : 1.0F});
  if (silver_weight > 0)
    for (const ExampleDocument& d : silver)
      for (const Example& x : d.examples) items.push_back({&x, static_cast<float>(silver_weight) * (x.label != 0 ? recall_weight : 1.0F)});
  Trainer trainer;
  std::mt19937 random(1);
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
    for (const Item& item : items) trainer.learn(*item.example, item.importance);
  }
  return trainer.bytes();
}

EventScore score_events(const EventTables& tables, const std::vector<const ExampleDocument*>& documents) {
  double right = 0, right_class = 0, found = 0, gold = 0, nouns = 0, right_nouns = 0, told = 0, told_right = 0;
  for (const ExampleDocument* d : documents) {
    gold += d->gold;
    for (const Example& x : d->examples) {
      const EventGuess guess = guess_of(tables, x.rows);
      const std::uint8_t label = guess.label;
      if (label != 0 || (x.verb && !guess.unlikely)) {
        told += 1;
        told_right += x.label != 0 ? 1 : 0;
      }
      if (x.label != 0 && x.noun) nouns += 1;
      if (label == 0) continue;
      found += 1;
      if (x.label == 0) continue;
      right += 1;
      if (x.noun) right_nouns += 1;
      if (x.label == label) right_class += 1;
    }
  }
  EventScore s;
  s.precision = right / found;
  s.recall = right / gold;
  s.f1 = 2 * right / (found + gold);
  s.told_f1 = 2 * told_right / (told + gold);
  s.class_f1 = 2 * right_class / (found + gold);
  s.noun_recall = right_nouns / nouns;
  return s;
}

}  // namespace annal::train
