// Features that the form of a verb shows: "aurait" is a conditional and "demolerá" a future, whatever the few sentences
// of a treebank have taught the network of so rare a form.
#pragma once

#include <span>
#include <string_view>

#include "core/lang/language.h"
#include "core/syntax/tree.h"

namespace annal::syntax {

class LemmaTable;

/// What a language says of forms, looked up once for a text. The language must outlive it.
struct FormClasses {
  explicit FormClasses(const Language& of);

  const Language& language;
  const LemmaTable* lemmas;
  WordClass whole, ending, infinitive, stem_ending, stem_infinitive, infinitive_mark, separable, perfective,
      past_like_base;
};

/// Sets tense, mood, aspect and form of the verbs in `words`, whose forms are `forms`, as
/// data/lang/<tag>/lexicon/forms.txt tells them. The heads and relations of `words` are those of a tree.
void read_form_features(std::span<Word> words, std::span<const std::string_view> forms, const FormClasses& classes);

}  // namespace annal::syntax
