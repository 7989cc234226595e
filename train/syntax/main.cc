// annal-train-syntax: treebanks -> data/models/syntax. See data/models/README.md.
#include <CLI/CLI.hpp>

#include <cstring>
#include <fstream>
#include <memory>

#include "checkpoint.h"
#include "evaluate.h"
#include "export.h"
#include "plain_text.h"
#include "time_words.h"
#include "train.h"
#include "word_vectors.h"

using namespace annal;
using namespace annal::syntax;

namespace {

struct Options {
  std::string language = "en";
  std::vector<std::filesystem::path> train, test, text, start;
  std::filesystem::path teacher, checkpoint, out;
  std::size_t leave_out = 0;
  std::vector<std::uint32_t> width = {96, 96, 96};
  double temperature = 1;
  std::uint32_t arc = 80, label = 64;
  Schedule schedule;
};

void declare(CLI::App& app, Options& options) {
  app.add_option("--language", options.language, "BCP 47 tag");
  app.add_option("--train", options.train, "CoNLL-U files to learn from")->required();
  app.add_option("--test", options.test, "CoNLL-U files to measure with");
  app.add_option("--leave-out", options.leave_out, "of 100 sentences of each file: the last ones, to measure with");
  app.add_option("--text", options.text, "plain text, a paragraph a line, to learn vectors of words from");
  app.add_option("--teacher", options.teacher, "a model; what it says of --text is learned too");
  app.add_option("--start", options.start, "checkpoints to begin with; the mean of several");
  app.add_option("--checkpoint", options.checkpoint, "where all parameters are kept in floating point");
  app.add_option("--out", options.out, "the model to write");
  app.add_option("--width", options.width, "of each layer");
  app.add_option("--temperature", options.temperature, "over 1 where the confidence of heads is too high");
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

// A model file in memory.
class ModelBytes {
 public:
  explicit ModelBytes(const std::string& bytes) : lines_(std::make_unique<Line[]>(bytes.size() / sizeof(Line))) {
    std::memcpy(lines_.get(), bytes.data(), bytes.size());
  }
  Model model() const { return Model(lines_[0].bytes); }

 private:
  struct alignas(64) Line {
    unsigned char bytes[64];
  };
  std::unique_ptr<Line[]> lines_;
};

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return bytes;
}

// Writes the model, and measures it on what it was not trained on.
void finish(const Options& options, const Network& network, const Vocabulary& vocabulary, const Language& language,
            std::vector<GoldSentence> left_out) {
  const std::string bytes = export_model(network, vocabulary, options.temperature);
  std::ofstream out(options.out, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error("cannot write " + options.out.string());
  const ModelBytes written(bytes);
  const Model model = written.model();
  const auto measure = [&](const std::string& name, std::vector<GoldSentence> sentences) {
    add_time_words(sentences, language);
    print_scores(model, name, sentences);
  };
  for (const std::filesystem::path& file : options.test)
    measure(file.stem().string(), read_treebank(file, options.language == "en"));
  if (!left_out.empty()) measure("left out", std::move(left_out));
}

// Takes over the mean of the checkpoints. That of two networks which began alike and learned on in different order is
// better than either (Wortsman et al. 2022).
void begin(Network& network, const Vocabulary& vocabulary, const WordVectors& vectors, const Options& options) {
  for (std::size_t k = 0; k < options.start.size(); ++k) {
    Network other(network.shape(), vocabulary, vectors, options.schedule.seed);
    std::printf("%zu numbers of %s\n", load(other, vocabulary, options.start[k]), options.start[k].c_str());
    const std::vector<Parameter*> to = network.parameters(), from = other.parameters();
    for (std::size_t p = 0; p < to.size(); ++p)
      for (std::size_t i = 0; i < to[p]->value.size(); ++i) {
        float& mean = to[p]->value[i];
        const float value = from[p]->value[i];
        mean = k == 0 ? value : mean + (value - mean) / static_cast<float>(k + 1);
      }
  }
}

void run(const Options& options) {
  const Language* language = Language::find(options.language);
  if (language == nullptr) throw std::runtime_error("no language '" + options.language + "'");
  std::vector<GoldSentence> left_out;
  std::vector<GoldSentence> sentences = read_all(options, left_out);
  const std::size_t times = add_time_words(sentences, *language);
  std::vector<GoldSentence> text;
  for (const std::filesystem::path& file : options.text)
    for (GoldSentence& s : read_plain_text(file, *language)) text.push_back(std::move(s));
  WordVectors vectors{VectorSchedule{}.width, {}, {}};
  if (!text.empty()) {
    std::vector<GoldSentence> all = sentences;
    all.insert(all.end(), text.begin(), text.end());
    vectors = learn_vectors(all, {});
  }
  const Vocabulary vocabulary(sentences, vectors);
  std::printf("%zu sentences, %zu time expressions, %zu sentences of text, %zu tags; rows", sentences.size(), times,
              text.size(), vocabulary.tags().size());
  for (std::size_t f = 0; f < form_features; ++f) std::printf(" %zu", vocabulary.rows(f));
  std::printf("\n");
  if (!options.teacher.empty()) {
    const ModelBytes teacher(read_file(options.teacher));
    annotate(teacher.model(), text);
    sentences.insert(sentences.end(), std::make_move_iterator(text.begin()), std::make_move_iterator(text.end()));
  }
  Network network(shape_of(options), vocabulary, vectors, options.schedule.seed);
  begin(network, vocabulary, vectors, options);
  train(network, sentences, vocabulary, options.schedule);
  if (!options.checkpoint.empty()) save(network, vocabulary, options.checkpoint);
  if (!options.out.empty()) finish(options, network, vocabulary, *language, std::move(left_out));
}

}  // namespace

int main(int argc, char** argv) try {
  Options options;
  CLI::App app("Trains the tagger and parser");
  declare(app, options);
  CLI11_PARSE(app, argc, argv);
  run(options);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "annal-train-syntax: %s\n", error.what());
  return 1;
}
