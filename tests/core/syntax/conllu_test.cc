#include "core/syntax/conllu.h"

#include <catch2/catch.hpp>
#include <string>

#include "core/syntax/labels.h"

using namespace annal;
using namespace annal::syntax;

namespace {

/// A row with its number and form, and nothing else.
std::string row(const std::string& id, const std::string& form, const std::string& misc = "_") {
  return id + '\t' + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + '\n';
}

std::string error_of(const std::string& bytes) {
  const auto read = read_conllu(bytes, "a.conllu");
  return read ? "" : read.error().message;
}

}  // namespace

TEST_CASE("the words and multiword tokens of CoNLL-U are kept", "[core][syntax][conllu]") {
  const std::string file = "# sent_id = 7\n# text = Er ging zum Haus.\n" + row("1", "Er") + row("2", "ging") +
                           row("3-4", "zum") + row("3", "zu") + row("4", "dem") + row("4.1", "empty") +
                           row("5", "Haus", "Gloss=house|SpaceAfter=No") + row("6", ".") + "\r\n" + row("1", "Ja");
  const auto read = read_conllu("\xEF\xBB\xBF" + file, "a.conllu");
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  const ParsedSentence& first = read->front();
  CHECK(first.comments.size() == 2);
  CHECK(first.text == "Er ging zum Haus.");
  REQUIRE(first.words.size() == 6);
  CHECK(first.words[3].form == "dem");
  CHECK_FALSE(first.words[4].space_after);
  REQUIRE(first.tokens.size() == 1);
  CHECK(first.tokens[0].form == "zum");
  CHECK(first.tokens[0].first == 2);
  CHECK(first.tokens[0].last == 4);
  CHECK(to_conllu(first, nullptr) == "# sent_id = 7\n# text = Er ging zum Haus.\n" + row("1", "Er") + row("2", "ging") +
                                         row("3-4", "zum") + row("3", "zu") + row("4", "dem") +
                                         row("5", "Haus", "SpaceAfter=No") + row("6", ".") + "\n");
}

TEST_CASE("a tree is written with its labels and confidence", "[core][syntax][conllu]") {
  ParsedSentence sentence;
  sentence.words = {{"She", "she", true}, {"left", "leave", false}};
  Word subject, verb;
  subject.upos = Upos::pron, subject.head = 1, subject.deprel = Deprel::nsubj, subject.confidence = 7;
  verb.upos = Upos::verb, verb.deprel = Deprel::root, verb.features.tense = Tense::past;
  sentence.tree.words = {subject, verb};
  CHECK(to_conllu(sentence, nullptr) ==
        "1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\tConfidence=0.07\n"
        "2\tleft\tleave\tVERB\t_\tTense=Past\t0\troot\t_\tSpaceAfter=No\n\n");
}

TEST_CASE("a fault of CoNLL-U is named with its line", "[core][syntax][conllu]") {
  struct Row {
    const char* why;
    std::string bytes;
    const char* error;
  };
  const auto r = GENERATE(values<Row>({
      {"too few columns", row("1", "a") + "2\tb\n", "a.conllu:2: a row has 10 columns between tabs, and this has 2"},
      {"too many", "1\ta\t_\t_\t_\t_\t_\t_\t_\t_\t_\n",
       "a.conllu:1: a row has 10 columns between tabs, and this has 11"},
      {"a number left out", row("1", "a") + row("3", "b"), "a.conllu:2: word 2 is due, not '3'"},
      {"no number", row("x", "a"), "a.conllu:1: word 1 is due, not 'x'"},
      {"a huge number", row("99999999999", "a"), "a.conllu:1: word 1 is due, not '99999999999'"},
      {"an empty form", row("1", ""), "a.conllu:1: the second column, the form, is empty"},
      {"a range that ends before it begins", row("2-1", "a"), "a.conllu:1: '2-1' is no range of words from 1 on"},
      {"a range within a range", row("1-3", "a") + row("1", "b") + row("2-3", "c"),
       "a.conllu:3: '2-3' is no range of words from 2 on"},
      {"a range past the end", row("1-3", "a") + row("1", "b") + "\n", "a.conllu:3: the sentence ends before word 3"},
      {"a range past the end of the file", row("1-4000000000", "a") + row("1", "b"),
       "a.conllu:2: the sentence ends before word 4000000000"},
      {"comments alone", "# a\n\n# b\n", "a.conllu: no word in it"},
      {"a comment within a sentence", row("1", "a") + "# b\n",
       "a.conllu:2: a row has 10 columns between tabs, and this has 1"},
  }));
  INFO(r.why);
  CHECK(error_of(r.bytes) == r.error);
}

TEST_CASE("CoNLL-U shows by its first row", "[core][syntax][conllu]") {
  CHECK(is_conllu("# a comment\n\n" + row("1", "a")));
  CHECK(is_conllu(row("1-2", "a")));
  CHECK_FALSE(is_conllu("# A heading\n\nThe bridge opened.\n"));
  CHECK_FALSE(is_conllu(""));
  CHECK_FALSE(is_conllu("a\tb\tc\n"));
}
