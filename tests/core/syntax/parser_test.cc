// The parser as it ships: sentences of every language, and what holds for any input.
#include "core/syntax/parser.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "core/syntax/decode.h"
#include "core/syntax/labels.h"

using namespace annal::syntax;

namespace {

const std::vector<std::string> languages = {"en", "de", "es", "fr", "uk", "ru"};

std::vector<Word> parse(Parser& parser, const std::vector<std::string>& forms) {
  const std::vector<std::string_view> views(forms.begin(), forms.end());
  std::vector<Word> words(forms.size());
  parser.parse(views, words);
  return words;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word == "TIME" ? std::string(time_form) : word);
  return words;
}

bool well_formed(const std::vector<Word>& words) {
  std::vector<std::uint32_t> heads;
  for (const Word& word : words) {
    if ((word.deprel == Deprel::root) != (word.head < 0) || word.confidence > 100) return false;
    heads.push_back(static_cast<std::uint32_t>(word.head + 1));
  }
  return TreeDecoder(kernels()).is_tree(heads);
}

bool same(const std::vector<Word>& a, const std::vector<Word>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Word& x, const Word& y) {
    return x.head == y.head && x.deprel == y.deprel && x.tag == y.tag && x.confidence == y.confidence;
  });
}

}  // namespace

TEST_CASE("every language has a parser that finds who does what", "[core][syntax]") {
  struct Row {
    const char *language, *text, *subject, *verb, *object;
    Deprel relation;  ///< of the subject
  };
  const auto row = GENERATE(values<Row>({
      {"en", "The minister opened the new bridge TIME .", "minister", "opened", "bridge", Deprel::nsubj},
      {"en", "The bridge was opened by the minister .", "bridge", "opened", "", Deprel::nsubj_pass},
      {"en", "The exams start on TIME .", "exams", "start", "", Deprel::nsubj},
      {"de", "Der Minister eröffnete die neue Brücke .", "Minister", "eröffnete", "Brücke", Deprel::nsubj},
      {"es", "El ministro abrió el puente nuevo .", "ministro", "abrió", "puente", Deprel::nsubj},
      {"fr", "Le ministre a ouvert le nouveau pont .", "ministre", "ouvert", "pont", Deprel::nsubj},
      {"uk", "Міністр відкрив новий міст .", "Міністр", "відкрив", "міст", Deprel::nsubj},
      {"ru", "Министр открыл новый мост .", "Министр", "открыл", "мост", Deprel::nsubj},
  }));
  INFO(row.text);
  Parser parser(*model_of(row.language));
  const std::vector<std::string> forms = split(row.text);
  const std::vector<Word> words = parse(parser, forms);
  const auto index_of = [&](const char* form) {
    return static_cast<std::size_t>(std::find(forms.begin(), forms.end(), form) - forms.begin());
  };
  CHECK(words[index_of(row.verb)].deprel == Deprel::root);
  CHECK(words[index_of(row.verb)].upos == Upos::verb);
  CHECK(words[index_of(row.subject)].head == static_cast<std::int32_t>(index_of(row.verb)));
  CHECK(name_of(words[index_of(row.subject)].deprel) == name_of(row.relation));
  if (*row.object == '\0') return;
  CHECK(words[index_of(row.object)].head == static_cast<std::int32_t>(index_of(row.verb)));
  CHECK(name_of(words[index_of(row.object)].deprel) == "obj");
}

TEST_CASE("a language without a model has none", "[core][syntax]") {
  CHECK(model_of("tlh") == nullptr);
  CHECK(model_of("") == nullptr);
}

TEST_CASE("English tags are Penn's, with features", "[core][syntax]") {
  const Model& model = *model_of("en");
  Parser parser(model);
  const std::vector<Word> words = parse(parser, split("She was praised ."));
  CHECK(model.tag_name(words[0].tag) == "PRP");
  CHECK(words[0].features.person == 3);
  CHECK(words[0].features.gender == Gender::fem);
  CHECK(model.tag_name(words[2].tag) == "VBN");
  CHECK(words[2].features.verb_form == VerbForm::part);
}

TEST_CASE("what was parsed before changes no tree", "[core][syntax]") {
  const std::string language = GENERATE(values({"en", "uk"}));
  const Model& model = *model_of(language);
  const std::vector<std::string> sentence = split("The mayor , who was re-elected TIME , said she would resign .");
  Parser fresh(model), used(model);
  const std::vector<Word> expected = parse(fresh, sentence);
  std::mt19937 random(3);
  for (int i = 0; i < 300; ++i) {
    std::vector<std::string> other;
    for (int j = 0; j < 20; ++j) other.push_back(std::to_string(random() % 4000) + "x");
    parse(used, other);
    if (i % 100 == 0) CHECK(same(parse(used, sentence), expected));
  }
  CHECK(same(parse(used, sentence), expected));
  CHECK(same(parse(used, sentence), expected));
}

TEST_CASE("all kernels encode and score a sentence of every model alike", "[core][syntax]") {
  const std::string language = GENERATE(from_range(languages));
  const Model& model = *model_of(language);
  const std::vector<std::string> forms = split("Ministro opened 48 Brücken , міст ( TIME ) à Paris - Ґданськ .");
  const std::vector<std::string_view> views(forms.begin(), forms.end());
  const auto scores = [&](const Kernels& kernels) {
    Encoder encoder(model, kernels);
    encoder.run(views);
    Scorer scorer(model, kernels);
    scorer.run(encoder);
    const ArcScores arcs = scorer.arcs();
    return std::vector<std::int32_t>(arcs.at, arcs.at + arcs.stride * (forms.size() + 1));
  };
  const std::vector<std::int32_t> expected = scores(all_kernels()[0]);
  for (const Kernels& kernels : all_kernels()) CHECK(scores(kernels) == expected);
}

TEST_CASE("any sentence becomes a tree, whatever its words and its length", "[core][syntax]") {
  struct Row {
    const char* why;
    std::vector<std::string> forms;
  };
  const auto row = GENERATE(values<Row>({
      {"no word", {}},
      {"one word", {"Fire"}},
      {"only a time expression", {""}},
      {"only punctuation", {"-", "-", ".", "?"}},
      {"a word of 10,000 letters", {std::string(10'000, 'a'), "fell"}},
      {"no script that the model knows", {"\u6771\u4EAC", "\U0001F600"}},
      {"200 words", std::vector<std::string>(200, "and")},
      {"10,000 words", std::vector<std::string>(10'000, "buffalo")},
  }));
  INFO(row.why);
  const std::string language = GENERATE(from_range(languages));
  Parser parser(*model_of(language));
  const std::vector<Word> words = parse(parser, row.forms);
  if (!words.empty()) CHECK(well_formed(words));
}
