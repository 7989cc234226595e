// annal-train-links: rebuilds data/models/links.bin from annotated links, bit for bit, or measures by cross-validation.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "learn.h"
#include "render/export/timeml.h"
#include "timeline/pipeline.h"
#include "timeline/timeml/annotated.h"
#include "train/corpus.h"

using namespace annal;
using namespace annal::train;

namespace {

const unsigned char* bytes_of(const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); }

constexpr const char* task_names[] = {"start order",  "event-event", "event-dct",    "event-timex",
                                      "salient pair", "salient dct", "salient timex"};
constexpr const char* labeller_names[] = {"matres", "dense", "timeml", "starts"};
constexpr std::size_t folds = 5;

/// What the answers of at least `margin` are worth, by task and labeller.
struct Tally {
  double all = 0, right = 0, predicted = 0, predicted_right = 0, related = 0;
  void count(const TLinkExample& x, const TLinkPrediction& g, std::int32_t margin) {
    const TLinkLabel predicted_label = g.margin >= margin ? g.label : TLinkLabel::none;
    all += 1;
    right += predicted_label == x.label ? 1 : 0;
    predicted += predicted_label != TLinkLabel::none ? 1 : 0;
    related += x.label != TLinkLabel::none ? 1 : 0;
    predicted_right += predicted_label != TLinkLabel::none && predicted_label == x.label ? 1 : 0;
  }
};

/// Writes what the program makes of a document with `tables`: from its text, and from its events and times.
void write_answers(const TLinkDocument& d, const TLinkTables& tables, const std::filesystem::path& folder) {
  const Language& language = *Language::find("en");
  auto annotation = annal::read_timeml(read_file(d.path), d.name);
  if (!annotation) return;
  auto document = annotation->document;
  annotation->links.clear();
  document.id = annotation->document.id = d.name;
  const auto write = [&](const char* kind, const Timeline& timeline) {
    const std::string tml = to_timeml(timeline);
    std::filesystem::create_directories(folder / kind);
    write_file(folder / kind / (d.name + ".tml"), tml.data(), tml.size());
  };
  write("gold", build_timeline(std::move(*annotation), language, tables));
  write("text", build_timeline(analyse(std::move(document), language), language, tables));
}

void cross_validate(const std::vector<TLinkDocument>& documents, const LabellerWeights& weights, int passes,
                    const std::filesystem::path& answers) {
  std::map<std::pair<std::size_t, std::size_t>, std::map<std::int32_t, Tally>> tallies;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const TLinkDocument*> learn;
    for (std::size_t i = 0; i < documents.size(); ++i)
      if (i % folds != fold) learn.push_back(&documents[i]);
    const std::string bytes = train_tlinks(learn, weights, passes);
    const TLinkTables tables(bytes_of(bytes));
    for (std::size_t i = fold; i < documents.size(); i += folds) {
      if (!answers.empty()) write_answers(documents[i], tables, answers);
      for (const TLinkExample& x : documents[i].examples)
        for (const std::int32_t margin : {-100000, -600, -400, -200, -100, 0, 100, 200, 400})
          tallies[{static_cast<std::size_t>(x.task), static_cast<std::size_t>(x.labeller)}][margin].count(
              x, predict(tables, x.keys), margin);
    }
  }
  for (const auto& [key, by_margin] : tallies)
    for (const auto& [margin, t] : by_margin)
      std::printf("%-14s %-7s margin %4d  accuracy %.3f  P %.3f  R %.3f  F1 %.3f  (%.0f links, %.0f predicted)\n",
                  task_names[key.first], labeller_names[key.second], margin, t.right / t.all,
                  t.predicted_right / std::max(t.predicted, 1.0), t.predicted_right / t.related,
                  2 * t.predicted_right / (t.predicted + t.related), t.all, t.predicted);
}

}  // namespace

int main(int argc, char** argv) {
  TLinkCorpora corpora;
  LabellerWeights weights;
  std::filesystem::path out = "data/models", answers;
  bool measure = false;
  int passes = 4;
  CLI::App app("Trains the models of links");
  app.add_option("--timeml", corpora.timeml, "folders of TimeML")->required();
  app.add_option("--matres", corpora.matres, "tables of MATRES");
  app.add_option("--dense", corpora.dense, "tables of TimeBank-Dense");
  app.add_option("--out", out, "where the model goes");
  app.add_option("--passes", passes);
  app.add_option("--matres-weight", weights.matres);
  app.add_option("--dense-weight", weights.dense);
  app.add_option("--timeml-weight", weights.timeml);
  app.add_option("--starts-weight", weights.starts);
  app.add_flag("--cross-validate", measure, "five folds by document; writes no model");
  app.add_option("--answers", answers, "with --cross-validate: folder for the TimeML of each document left out");
  CLI11_PARSE(app, argc, argv);

  const std::vector<TLinkDocument> documents = read_tlinks(corpora);
  if (measure) {
    cross_validate(documents, weights, passes, answers);
    return 0;
  }
  std::vector<const TLinkDocument*> all;
  for (const TLinkDocument& d : documents) all.push_back(&d);
  const std::string bytes = train_tlinks(all, weights, passes);
  write_file(out / "links.bin", bytes.data(), bytes.size());
  return 0;
}
