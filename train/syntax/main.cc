// annal-train-syntax: treebanks -> data/models/syntax. See data/models/README.md.
#include <CLI/CLI.hpp>

#include <cstring>
#include <fstream>
#include <memory>

#include "evaluate.h"
#include "export.h"
#include "time_words.h"
#include "train.h"

using namespace annal;
using namespace annal::syntax;

namespace {

struct Options {
  std::string language = "en";
  std::vector<std::filesystem::path> train, test;
  std::filesystem::path vectors, checkpoint, out;
  bool from_checkpoint = false;
  std::size_t leave_out = 0;
  std::vector<std::uint32_t> width = {96, 64, 64};
  std::uint32_t arc = 64, label = 64;
  Schedule schedule;
};

void declare(CLI::App& app, Options& options) {
  app.add_option("--language", options.language, "BCP 47 tag");
  app.add_option("--train", options.train, "CoNLL-U files to learn from")->required();
  app.add_option("--test", options.test, "CoNLL-U files to measure with");
  app.add_option("--leave-out", options.leave_out, "of 100 sentences of each file: the last ones, to measure with");
  app.add_option("--vectors", options.vectors, "vectors of words from plain text");
  app.add_option("--checkpoint", options.checkpoint, "where all parameters are kept in floating point");
  app.add_flag("--from-checkpoint", options.from_checkpoint, "read the parameters from there and train no more");
  app.add_option("--out", options.out, "the model to write");
  app.add_option("--width", options.width, "of each layer");
  app.add_option("--arc", options.arc);
  app.add_option("--label", options.label);
  app.add_option("--epochs", options.schedule.epochs);
  app.add_option("--batch", options.schedule.batch, "words that are learned from at once");
  app.add_option("--rate", options.schedule.rate);
  app.add_option("--seed", options.schedule.seed);
}

Shape shape_of(const Options& options) {
  Shape shape;
  shape.layers = static_cast<std::uint32_t>(options.width.size());
  std::copy(options.width.begin(), options.width.end(), shape.width.begin());
  shape.arc = options.arc;
  shape.label = options.label;
  shape.embedding_width = {64, 32, 24, 16, 24, 16, 0};
  return shape;
}

// The sentences of all files, less those left out at the end of each, which go to `left_out`.
std::vector<GoldSentence> read_all(const Options& options, std::vector<GoldSentence>& left_out) {
  std::vector<GoldSentence> all;
  for (const std::filesystem::path& file : options.train) {
    std::vector<GoldSentence> read = read_treebank(file, options.language == "en");
    const std::size_t kept = read.size() - read.size() * options.leave_out / 100;
    for (std::size_t i = 0; i < read.size(); ++i) (i < kept ? all : left_out).push_back(std::move(read[i]));
  }
  return all;
}

// Writes the model, and measures it on what it was not trained on.
void finish(const Options& options, const Network& network, const Vocabulary& vocabulary, const Language& language,
            std::vector<GoldSentence> left_out) {
  const std::string bytes = export_model(network, vocabulary);
  std::ofstream out(options.out, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + options.out.string());
  struct alignas(64) Line {
    unsigned char bytes[64];
  };
  const auto aligned = std::make_unique<Line[]>(bytes.size() / sizeof(Line));
  std::memcpy(aligned.get(), bytes.data(), bytes.size());
  const Model model(aligned[0].bytes);
  const auto measure = [&](const std::string& name, std::vector<GoldSentence> sentences) {
    add_time_words(sentences, language);
    print_scores(model, name, sentences);
  };
  for (const std::filesystem::path& file : options.test)
    measure(file.stem().string(), read_treebank(file, options.language == "en"));
  if (!left_out.empty()) measure("left out", std::move(left_out));
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Trains the tagger and parser");
  declare(app, options);
  CLI11_PARSE(app, argc, argv);

  std::vector<GoldSentence> left_out;
  std::vector<GoldSentence> sentences = read_all(options, left_out);
  const Language* language = Language::find(options.language);
  const std::size_t times = add_time_words(sentences, *language);
  WordVectors vectors;
  if (!options.vectors.empty()) vectors = read_vectors(options.vectors);
  const Vocabulary vocabulary(sentences, vectors);
  std::printf("%zu sentences, %zu time expressions, %zu tags; rows", sentences.size(), times, vocabulary.tags().size());
  for (std::size_t f = 0; f < form_features; ++f) std::printf(" %zu", vocabulary.rows(f));
  std::printf("\n");
  Network network(shape_of(options), vocabulary, vectors, options.schedule.seed);
  if (options.from_checkpoint)
    load(network, options.checkpoint);
  else
    train(network, sentences, vocabulary, options.schedule);
  if (!options.from_checkpoint && !options.checkpoint.empty()) save(network, options.checkpoint);
  if (!options.out.empty()) finish(options, network, vocabulary, *language, std::move(left_out));
  return 0;
}
