// annal-train-lemmas: treebanks -> data/models/syntax/<tag>.lemmas. See data/models/README.md.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "core/syntax/labels.h"
#include "core/syntax/lemmas.h"
#include "core/unicode/letter_case.h"
#include "learn.h"

using namespace annal;
using namespace annal::syntax;

namespace {

// The words of a CoNLL-U file, of every tenth sentence those to measure with.
void read_treebank(const std::filesystem::path& file, bool all, std::vector<LemmaExample>& learn,
                   std::vector<LemmaExample>& left_out) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::size_t sentence = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      ++sentence;
      continue;
    }
    if (line.front() == '#') continue;
    std::vector<std::string> columns;
    std::istringstream row(line);
    for (std::string column; std::getline(row, column, '\t');) columns.push_back(column);
    if (columns.size() < 6 || columns[0].find_first_of("-.") != std::string::npos) continue;
    if (columns[2] == "_" && columns[1] != "_") continue;
    LemmaExample example{columns[1], columns[2], upos_of(columns[3]), features_of(columns[5]), 1};
    (!all && sentence % 10 == 9 ? left_out : learn).push_back(std::move(example));
  }
}

// A line of forms of a verb, the infinitive first.
void read_verbs(const std::filesystem::path& file, std::vector<LemmaExample>& learn) {
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with(";")) continue;
    std::istringstream row(line);
    std::string lemma;
    std::getline(row, lemma, ',');
    learn.push_back({lemma, lemma, Upos::verb, {}, 1});
    for (std::string form; std::getline(row, form, ',');)
      if (!form.empty()) learn.push_back({form, lemma, Upos::verb, {}, 1});
  }
}

// The words of classes of verbs and nouns in a file of data/lang: their lemmas are known.
void read_lexicon(const std::filesystem::path& file, std::vector<LemmaExample>& learn) {
  std::ifstream in(file);
  Upos upos = Upos::none;
  for (std::string line; std::getline(in, line);) {
    line.resize(std::min(line.find('#'), line.size()));
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      if (word == "class") {
        words >> word;
        upos = word.starts_with("verb") ? Upos::verb : word.starts_with("noun") ? Upos::noun : Upos::none;
      } else if (upos != Upos::none && !word.ends_with(":") && word.find('_') == std::string::npos) {
        learn.push_back({word, word, upos, {}, 1});
      }
    }
  }
}

void measure(const std::string& name, const std::string& bytes, const std::vector<LemmaExample>& gold) {
  const auto aligned = std::make_unique<std::uint64_t[]>(bytes.size() / 8 + 1);
  std::memcpy(aligned.get(), bytes.data(), bytes.size());
  const LemmaTable table(reinterpret_cast<const unsigned char*>(aligned.get()));
  std::size_t right = 0, verbs = 0, right_verbs = 0, right_bare = 0;
  for (const LemmaExample& word : gold) {
    const bool same = folded(table.lemma(word.form, word.upos, word.features)) == folded(word.lemma);
    right += same;
    verbs += word.upos == Upos::verb;
    right_verbs += same && word.upos == Upos::verb;
    right_bare += word.upos == Upos::verb && folded(table.lemma(word.form, word.upos, {})) == folded(word.lemma);
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
  };
  std::printf("%s: %zu words, lemma %.4f, of verbs %.4f, without their features %.4f\n", name.c_str(), gold.size(),
              share(right, gold.size()), share(right_verbs, verbs), share(right_bare, verbs));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> train, test, verbs, lexicon;
  std::filesystem::path out;
  std::size_t most_bytes = 300'000;
  bool all = false;
  CLI::App app("Learns rules for lemmas");
  app.add_option("--train", train, "CoNLL-U files to learn from")->required();
  app.add_option("--test", test, "CoNLL-U files to measure with");
  app.add_option("--verbs", verbs, "files of the forms of verbs, one verb a line");
  app.add_option("--lexicon", lexicon, "files of data/lang with classes of verbs and nouns, in their dictionary form");
  app.add_option("--out", out, "the file to write");
  app.add_option("--most-bytes", most_bytes);
  app.add_flag("--all", all, "learn from all sentences; otherwise every tenth is left out and measured");
  CLI11_PARSE(app, argc, argv);

  std::vector<LemmaExample> learn, left_out;
  for (const auto& file : train) read_treebank(file, all, learn, left_out);
  for (const auto& file : verbs) read_verbs(file, learn);
  for (const auto& file : lexicon) read_lexicon(file, learn);
  const std::string bytes = learn_lemmas(learn, most_bytes);
  std::printf("%zu bytes\n", bytes.size());
  measure("seen", bytes, learn);
  if (!left_out.empty()) measure("left out", bytes, left_out);
  for (const auto& file : test) {
    std::vector<LemmaExample> gold, none;
    read_treebank(file, true, gold, none);
    measure(file.stem().string(), bytes, gold);
  }
  if (!out.empty()) {
    std::ofstream stream(out, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) throw std::runtime_error("cannot write " + out.string());
  }
  return 0;
}
