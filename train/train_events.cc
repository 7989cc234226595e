#include "train_events.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <unordered_map>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/text/read.h"
#include "core/trees.h"
#include "train/select_features.h"

namespace annal::train {

std::vector<ExampleDocument> examples_of(const std::vector<TimeMlDocument>& documents, const SenseTable& senses) {
  std::vector<ExampleDocument> out;
  const Language& english = *Language::find("en");
  std::vector<Form> forms;
  for (const TimeMlDocument& d : documents) {
    ExampleDocument e;
    e.gold = static_cast<std::uint32_t>(d.events.size());
    auto read = read_text(d.text, d.name);
    if (!read) continue;
    Analysis analysis = analyse(std::move(*read), english);
    read_trees(analysis, english);
    std::vector<bool> found(d.events.size());
    for (const syntax::Tree& tree : analysis.trees) {
      forms.clear();
      for (const syntax::Word& w : tree.words) forms.push_back(form_of(slice(analysis.document.text, w.span), senses));
      const EventInput in{forms, tree.words};
      for (std::size_t i = 0; i < forms.size(); ++i) {
        const Span word = tree.words[i].span;
        Example x;
        for (std::size_t g = 0; g < d.events.size(); ++g)
          if (d.events[g].begin >= word.begin && d.events[g].begin < word.end) {
            if (may_be_event(in, i)) found[g] = true;
            x.label = d.events[g].label;
          }
        if (!may_be_event(in, i)) continue;
        x.noun = tree.words[i].upos == syntax::Upos::noun || tree.words[i].upos == syntax::Upos::propn;
        x.verb = tree.words[i].upos == syntax::Upos::verb || tree.words[i].upos == syntax::Upos::aux;
        event_keys(in, i, x.keys);
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

struct Item {
  const Example* example;
  float importance;
};

/// The weights of the numbered features, `classes` for each: softmax regression by AdaGrad.
std::vector<float> train(std::vector<Item> items, const Numbering& features, int passes) {
  constexpr float rate = 0.1F, decay = 2e-6F, least_gradient = 1e-4F;
  std::vector<float> weight(features.size() * classes), square(weight.size(), 1e-3F);
  std::mt19937 random(1);
  std::array<std::size_t, event_features> rows;
  for (int pass = 0; pass < passes; ++pass) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random() % i]);
    for (const Item& item : items) {
      std::size_t count = 0;
      for (const std::uint32_t key : item.example->keys)
        if (const std::uint32_t id = features.of(key); id != 0) rows[count++] = id * classes;
      std::array<float, classes> score{};
      for (std::size_t k = 0; k < count; ++k)
        for (std::size_t c = 0; c < classes; ++c) score[c] += weight[rows[k] + c];
      const float top = *std::max_element(score.begin(), score.end());
      float sum = 0;
      for (float& s : score) sum += s = std::exp(s - top);
      for (std::size_t c = 0; c < classes; ++c) {
        const float gradient = item.importance * (score[c] / sum - (c == item.example->label ? 1.0F : 0.0F));
        if (std::fabs(gradient) < least_gradient) continue;
        for (std::size_t k = 0; k < count; ++k) {
          float& w = weight[rows[k] + c];
          float& s = square[rows[k] + c];
          const float g = gradient + decay * w;
          s += g * g;
          w -= rate * g / std::sqrt(s);
        }
      }
    }
  }
  return weight;
}

}  // namespace

std::string train_events(const std::vector<const ExampleDocument*>& gold, const std::vector<ExampleDocument>& silver,
                         double silver_weight, int passes) {
  std::vector<Item> items;
  const auto take = [&](const ExampleDocument& d, float weight) {
    for (const Example& x : d.examples) items.push_back({&x, x.label != 0 ? weight * recall_weight : weight});
  };
  for (const ExampleDocument* d : gold) take(*d, 1);
  if (silver_weight > 0)
    for (const ExampleDocument& d : silver) take(d, static_cast<float>(silver_weight));

  // Once with all features that are seen twice, to see which deserve a row; once more with those alone.
  constexpr int seen_enough = 2;
  std::unordered_map<std::uint32_t, int> seen;
  Numbering all, kept;
  for (const Item& item : items)
    for (const std::uint32_t key : item.example->keys)
      if (++seen[key] == seen_enough) all.use(key);
  const std::vector<std::uint32_t> rows =
      select_features<EventTables>(all, train(items, all, passes), [&](std::uint32_t key) {
        return std::pow(seen.at(key), 0.25);  // by five-fold cross-validation
      });
  for (const std::uint32_t key : rows)
    if (key != 0) kept.use(key);
  const std::vector<float> weight = train(items, kept, passes);

  constexpr long step = 4;  // coarser than the unit of the scores: fewer different weights pack better
  std::string out(EventTables::bytes, '\0');
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r] == 0) continue;
    for (std::size_t c = 0; c < classes; ++c) {
      const double scaled = static_cast<double>(weight[kept.of(rows[r]) * classes + c]) * EventTables::scale;
      out[r * classes + c] =
          static_cast<char>(step * std::clamp(std::lround(scaled / step), -127L / step, 127L / step));
    }
    const std::uint16_t check = EventTables::check_of(rows[r]);
    std::memcpy(out.data() + classes * EventTables::count + r * sizeof(check), &check, sizeof(check));
  }
  return out;
}

EventScore score_events(const EventTables& tables, const std::vector<const ExampleDocument*>& documents) {
  double right = 0, right_class = 0, found = 0, gold = 0, nouns = 0, right_nouns = 0, likely = 0, likely_right = 0;
  for (const ExampleDocument* d : documents) {
    gold += d->gold;
    for (const Example& x : d->examples) {
      const EventGuess guess = guess_of(tables, x.keys);
      const std::uint8_t label = guess.label;
      if (label != 0 || (x.verb && !guess.unlikely)) {
        likely += 1;
        likely_right += x.label != 0 ? 1 : 0;
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
  s.f1_with_doubtful = 2 * likely_right / (likely + gold);
  s.class_f1 = 2 * right_class / (found + gold);
  s.noun_recall = right_nouns / nouns;
  return s;
}

}  // namespace annal::train
