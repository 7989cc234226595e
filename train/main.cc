// annal-train: rebuilds data/models from the corpora, bit for bit, or measures by cross-validation.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "timeline/model/models.h"
#include "train_events.h"

using namespace annal;
using namespace annal::train;

namespace {

void print(const char* name, const EventScore& s) {
  std::printf("%-28s P %.4f  R %.4f  F1 %.4f  class F1 %.4f  noun recall %.4f  with doubtful verbs F1 %.4f\n", name,
              s.precision, s.recall, s.f1, s.class_f1, s.noun_recall, s.f1_with_doubtful);
  std::fflush(stdout);
}

const unsigned char* bytes_of(const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); }

struct Options {
  std::filesystem::path wordnet, timebank, aquaint, silver_folder, out = "data/models";
  bool cross_validate = false;
  double silver_weight = 1;
  int event_passes = 3;
};

void declare(CLI::App& app, Options& options) {
  app.add_option("--wordnet", options.wordnet, "WordNet's dictionary folder; without it the program's senses are kept");
  app.add_option("--timebank", options.timebank)->required();
  app.add_option("--aquaint", options.aquaint)->required();
  app.add_option("--silver", options.silver_folder)->required();
  app.add_option("--out", options.out, "where the models go");
  app.add_option("--silver-weight", options.silver_weight);
  app.add_option("--event-passes", options.event_passes);
  app.add_flag("--cross-validate", options.cross_validate, "five folds by document; writes no event model");
}

void print_missed(const std::vector<ExampleDocument>& gold) {
  std::uint32_t missed = 0, events = 0;
  for (const ExampleDocument& d : gold) missed += d.missed, events += d.gold;
  std::printf("events no word can be         %u of %u\n", missed, events);
}

/// Trains on four fifths of the documents and scores on the rest, five times.
void cross_validate(const Options& options, const std::vector<const ExampleDocument*>& all,
                    const std::vector<ExampleDocument>& silver) {
  EventScore mean;
  constexpr std::size_t folds = 5;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const ExampleDocument*> train, test;
    for (std::size_t i = 0; i < all.size(); ++i) (i % folds == fold ? test : train).push_back(all[i]);
    const std::string bytes = train_events(train, silver, options.silver_weight, options.event_passes);
    const EventScore s = score_events(EventTables(bytes_of(bytes)), test);
    print("events, fold", s);
    mean.precision += s.precision / folds;
    mean.recall += s.recall / folds;
    mean.f1 += s.f1 / folds;
    mean.class_f1 += s.class_f1 / folds;
    mean.f1_with_doubtful += s.f1_with_doubtful / folds;
    mean.noun_recall += s.noun_recall / folds;
  }
  print("events, mean of five folds", mean);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Trains the event classifier");
  declare(app, options);
  CLI11_PARSE(app, argc, argv);

  std::vector<SenseTable::Entry> entries;
  if (!options.wordnet.empty()) {
    entries = compile_senses(options.wordnet);
    write_file(options.out / "senses.bin", entries.data(), entries.size() * sizeof(entries[0]));
  }
  const SenseTable senses = entries.empty() ? sense_table() : SenseTable(entries.data());

  std::vector<ExampleDocument> gold = examples_of(read_timeml(options.timebank), senses);
  for (ExampleDocument& d : examples_of(read_timeml(options.aquaint), senses)) gold.push_back(std::move(d));
  print_missed(gold);
  std::vector<ExampleDocument> silver;
  if (options.silver_weight > 0) silver = examples_of(read_timeml(options.silver_folder), senses);

  std::vector<const ExampleDocument*> all;
  for (const ExampleDocument& d : gold) all.push_back(&d);
  if (options.cross_validate) {
    cross_validate(options, all, silver);
    return 0;
  }
  const std::string bytes = train_events(all, silver, options.silver_weight, options.event_passes);
  write_file(options.out / "events.bin", bytes.data(), bytes.size());
  print("events, training documents", score_events(EventTables(bytes_of(bytes)), all));
  return 0;
}
