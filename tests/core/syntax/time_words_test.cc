#include "core/syntax/time_words.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace annal::syntax;

namespace {

Word word(Upos upos, std::int32_t head, Deprel deprel, std::int32_t time = -1) {
  Word w;
  w.upos = upos;
  w.head = head;
  w.deprel = deprel;
  w.time = time;
  w.confidence = 100;
  return w;
}

}  // namespace

TEST_CASE("A noun before a time is no part of the time", "[core][syntax]") {
  // "won the election last week"
  std::vector<Word> words = {word(Upos::verb, -1, Deprel::root), word(Upos::det, 3, Deprel::det),
                             word(Upos::noun, 3, Deprel::compound), word(Upos::noun, 0, Deprel::obj, 0)};
  mend_times(words);
  CHECK(words[1].head == 2);
  CHECK(words[2].head == 0);
  CHECK(words[2].deprel == Deprel::obj);
  CHECK(words[3].head == 2);
  CHECK(words[3].deprel == Deprel::nmod);
  CHECK(words[3].confidence < 80);
}

TEST_CASE("An adposition right before a time is the time's", "[core][syntax]") {
  // "On Saturday police arrested him"
  std::vector<Word> words = {word(Upos::adp, 2, Deprel::case_), word(Upos::num, 2, Deprel::compound, 0),
                             word(Upos::noun, 3, Deprel::nsubj), word(Upos::verb, -1, Deprel::root),
                             word(Upos::pron, 3, Deprel::obj)};
  mend_times(words);
  CHECK(words[0].head == 1);
  CHECK(words[1].head == 3);
  CHECK(words[1].deprel == Deprel::obl);
}

TEST_CASE("An adposition before a time that owns a noun is the noun's", "[core][syntax]") {
  // "meet in Sunday's final"
  std::vector<Word> words = {word(Upos::verb, -1, Deprel::root), word(Upos::adp, 2, Deprel::case_),
                             word(Upos::num, 4, Deprel::nmod_poss, 0), word(Upos::part, 2, Deprel::case_),
                             word(Upos::noun, 0, Deprel::obl)};
  mend_times(words);
  CHECK(words[1].head == 4);
  CHECK(words[2].head == 4);
  CHECK(words[3].head == 2);
}

TEST_CASE("Of two joined times the second is none of the noun behind it", "[core][syntax]") {
  // "Between 3 and 5 May workers went"
  std::vector<Word> words = {word(Upos::adp, 1, Deprel::case_),  word(Upos::num, 5, Deprel::obl, 0),
                             word(Upos::cconj, 4, Deprel::cc),   word(Upos::num, 4, Deprel::compound, 1),
                             word(Upos::noun, 5, Deprel::nsubj), word(Upos::verb, -1, Deprel::root)};
  mend_times(words);
  CHECK(words[2].head == 3);
  CHECK(words[3].head == 1);
  CHECK(words[3].deprel == Deprel::conj);
  // "It rained on Monday and Tuesday workers came": of two verbs
  words = {word(Upos::verb, -1, Deprel::root),      word(Upos::adp, 2, Deprel::case_),
           word(Upos::num, 0, Deprel::obl, 0),      word(Upos::cconj, 5, Deprel::cc),
           word(Upos::num, 5, Deprel::compound, 1), word(Upos::noun, 6, Deprel::nsubj),
           word(Upos::verb, 0, Deprel::conj)};
  mend_times(words);
  CHECK(words[4].head == 5);
}

TEST_CASE("A time that describes a noun stays with it", "[core][syntax]") {
  // "the 2014 election"
  std::vector<Word> words = {word(Upos::det, 2, Deprel::det), word(Upos::num, 2, Deprel::compound, 0),
                             word(Upos::noun, -1, Deprel::root)};
  mend_times(words);
  CHECK(words[1].head == 2);
  CHECK(words[1].deprel == Deprel::compound);
}
