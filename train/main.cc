// annal-train: rebuilds data/models from the corpora, bit for bit, or measures by cross-validation.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "train_events.h"
#include "train_tagger.h"

using namespace annal;
using namespace annal::train;

namespace {

void print(const char* name, const EventScore& s) {
  std::printf("%-28s P %.4f  R %.4f  F1 %.4f  class F1 %.4f  noun recall %.4f  with doubtful verbs F1 %.4f\n", name,
              s.precision, s.recall, s.f1, s.class_f1, s.noun_recall, s.told_f1);
  std::fflush(stdout);
}

const unsigned char* bytes_of(const std::string& s) { return reinterpret_cast<const unsigned char*>(s.data()); }

}  // namespace

int main(int argc, char** argv) {
  std::filesystem::path treebank, wordnet, timebank, aquaint, silver_folder, out = "data/models";
  bool cross_validate = false, keep_tagger = false;
  double silver_weight = 1;
  int tagger_passes = 6, event_passes = 3;
  CLI::App app("Trains the tagger and the event classifier");
  app.add_option("--treebank", treebank, "folder with the CoNLL-U files")->required();
  app.add_option("--wordnet", wordnet, "WordNet's dictionary folder")->required();
  app.add_option("--timebank", timebank)->required();
  app.add_option("--aquaint", aquaint)->required();
  app.add_option("--silver", silver_folder)->required();
  app.add_option("--out", out, "where the models go");
  app.add_option("--silver-weight", silver_weight);
  app.add_option("--tagger-passes", tagger_passes);
  app.add_option("--event-passes", event_passes);
  app.add_flag("--keep-tagger", keep_tagger, "read the tagger from --out instead of training it");
  app.add_flag("--cross-validate", cross_validate, "five folds by document; writes no event model");
  CLI11_PARSE(app, argc, argv);

  const std::vector<SenseTable::Entry> entries = compile_senses(wordnet);
  const SenseTable senses(entries.data());
  write_file(out / "senses.bin", entries.data(), entries.size() * sizeof(entries[0]));

  std::string tagger_bytes;
  if (keep_tagger) {
    tagger_bytes = read_file(out / "tagger.bin");
  } else {
    std::vector<TaggedSentence> train = read_conllu(treebank / "ewt_train.conllu", senses);
    for (TaggedSentence& s : read_conllu(treebank / "gum_ccby_train.conllu", senses)) train.push_back(std::move(s));
    tagger_bytes = train_tagger(train, tagger_passes);
    write_file(out / "tagger.bin", tagger_bytes.data(), tagger_bytes.size());
  }
  const TaggerTables tagger(bytes_of(tagger_bytes));
  std::printf("Penn tags, EWT dev           %.4f\n",
              tag_accuracy(tagger, read_conllu(treebank / "en_ewt-ud-dev.conllu", senses)));
  std::printf("Penn tags, EWT test          %.4f\n",
              tag_accuracy(tagger, read_conllu(treebank / "en_ewt-ud-test.conllu", senses)));
  std::fflush(stdout);

  std::vector<ExampleDocument> gold = examples_of(read_timeml(timebank), senses, tagger);
  for (ExampleDocument& d : examples_of(read_timeml(aquaint), senses, tagger)) gold.push_back(std::move(d));
  std::uint32_t missed = 0, events = 0;
  for (const ExampleDocument& d : gold) missed += d.missed, events += d.gold;
  std::printf("events no word can be         %u of %u\n", missed, events);
  std::vector<ExampleDocument> silver;
  if (silver_weight > 0) silver = examples_of(read_timeml(silver_folder), senses, tagger);

  std::vector<const ExampleDocument*> all;
  for (const ExampleDocument& d : gold) all.push_back(&d);
  if (!cross_validate) {
    const std::string bytes = train_events(all, silver, silver_weight, event_passes);
    write_file(out / "events.bin", bytes.data(), bytes.size());
    print("events, training documents", score_events(EventTables(bytes_of(bytes)), all));
    return 0;
  }
  EventScore mean;
  constexpr std::size_t folds = 5;
  for (std::size_t fold = 0; fold < folds; ++fold) {
    std::vector<const ExampleDocument*> train, test;
    for (std::size_t i = 0; i < all.size(); ++i) (i % folds == fold ? test : train).push_back(all[i]);
    const std::string bytes = train_events(train, silver, silver_weight, event_passes);
    const EventScore s = score_events(EventTables(bytes_of(bytes)), test);
    print("events, fold", s);
    mean.precision += s.precision / folds;
    mean.recall += s.recall / folds;
    mean.f1 += s.f1 / folds;
    mean.class_f1 += s.class_f1 / folds;
    mean.told_f1 += s.told_f1 / folds;
    mean.noun_recall += s.noun_recall / folds;
  }
  print("events, mean of five folds", mean);
  return 0;
}
