// A sentence as Universal Dependencies describes it: words with part of speech, morphology, head and relation.
// Source: Universal Dependencies v2 (de Marneffe, Manning, Nivre, Zeman 2021), universaldependencies.org/guidelines.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal::syntax {

/// Universal part of speech.
enum class Upos : std::uint8_t {
  none,
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x,
  count_
};

/// Universal relation of a word to its head, with the subtypes that later stages tell apart.
enum class Deprel : std::uint8_t {
  none,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  ccomp,
  clf,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_pass,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  expl_pass,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp,
  count_
};

enum class Number : std::uint8_t { none, sing, plur };
enum class Gender : std::uint8_t { none, masc, fem, neut };
enum class Case : std::uint8_t { none, nom, acc, gen, dat, ins, loc, voc };
enum class Tense : std::uint8_t { none, past, imperfect, pluperfect, pres, fut };
enum class Aspect : std::uint8_t { none, imp, perf, prog };
enum class Mood : std::uint8_t { none, ind, sub, cnd, imp };
enum class VerbForm : std::uint8_t { none, fin, inf, part, ger, conv };
enum class Voice : std::uint8_t { none, act, pass };
enum class PronType : std::uint8_t { none, prs, rel, int_, dem, art, neg, ind, tot, rcp };

/// The morphology that later stages ask for; `none` where the language or the word has no such feature.
struct Features {
  Number number = Number::none;
  Gender gender = Gender::none;
  Case grammatical_case = Case::none;
  Tense tense = Tense::none;
  Aspect aspect = Aspect::none;
  Mood mood = Mood::none;
  VerbForm verb_form = VerbForm::none;
  Voice voice = Voice::none;
  PronType pron_type = PronType::none;
  std::uint8_t person = 0;  ///< 1, 2, 3; 0 for none
  bool possessive = false;  ///< Poss=Yes
  bool negative = false;    ///< Polarity=Neg
  bool definite = false;    ///< Definite=Def

  friend bool operator==(const Features&, const Features&) = default;
};

/// One syntactic word. A time expression is one word of the tree, whatever the number of its tokens.
struct Word {
  Span span;                     ///< bytes of the text; the words of one contraction ("zum") share it
  std::uint32_t first = 0;       ///< its tokens [first, last) of Analysis::tokens
  std::uint32_t last = 0;        ///<
  std::int32_t head = -1;        ///< index of its head in Tree::words; -1 for the root
  std::int32_t time = -1;        ///< index into Analysis::timexes of the time expression that it stands for
  Deprel deprel = Deprel::none;  ///< relation to its head
  Upos upos = Upos::none;        ///<
  std::uint8_t part = 0;         ///< 1, 2, ... of a multiword token ("zum", "didn't"); 0 where it is a word by itself
  std::uint16_t tag = 0;         ///< language-specific tag with its features: an index into the model's tag set
  std::uint8_t confidence = 0;   ///< of the head, in hundredths: the softmax of its arc
  Features features = {};        ///<
};

/// A parsed sentence. Exactly one word has head -1; following heads from any word reaches it.
struct Tree {
  std::vector<Word> words;  ///< in text order

  bool empty() const { return words.empty(); }
};

}  // namespace annal::syntax
