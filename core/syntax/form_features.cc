#include "core/syntax/form_features.h"

#include <algorithm>
#include <string>

#include "core/syntax/labels.h"
#include "core/syntax/lemmas.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal::syntax {
namespace {

constexpr std::size_t longest_ending = 8;  ///< bytes

void set(Features& features, const Features& shown) {
  if (shown.tense != Tense::none || shown.mood != Mood::none) features.tense = shown.tense;
  if (shown.mood != Mood::none) features.mood = shown.mood;
  if (shown.aspect != Aspect::none) features.aspect = shown.aspect;
  if (shown.verb_form != VerbForm::none) features.verb_form = shown.verb_form;
}

class FormReader {
 public:
  FormReader(std::span<Word> words, std::span<const std::string_view> forms, const Language& language)
      : words_(words),
        forms_(forms),
        language_(language),
        lemmas_(lemmas_of(language.tag())),
        whole_(language.word_class("form-features")),
        ending_(language.word_class("ending-features")),
        infinitive_(language.word_class("infinitive-ending")),
        stem_ending_(language.word_class("stem-ending-features")),
        stem_infinitive_(language.word_class("stem-infinitive-ending")),
        infinitive_mark_(language.word_class("infinitive-mark")),
        separable_(language.word_class("separable-prefix")),
        perfective_(language.word_class("verb-perfective")),
        past_like_base_(language.word_class("past-like-base")) {}

  void run() {
    for (std::size_t w = 0; w < words_.size(); ++w)
      if (words_[w].time < 0 && (words_[w].upos == Upos::verb || words_[w].upos == Upos::aux)) read(w);
  }

 private:
  void read(std::size_t w) {
    Features& features = words_[w].features;
    if (is_marked_infinitive(w)) {
      features.verb_form = VerbForm::inf;
      features.mood = Mood::none;
      features.tense = Tense::none;
      return;
    }
    if (is_past_like_base(w)) {
      features.verb_form = VerbForm::fin;
      features.mood = Mood::ind;
      features.tense = Tense::past;
      return;
    }
    const std::int32_t shown = value(forms_[w], whole_);
    if (shown != Language::absent_value) {
      const Features own = features_of(language_.text_of(whole_, shown));
      // "ich habe" is no reported speech.
      if (own.mood != Mood::sub || own.tense != Tense::pres || has_subject_of_others(w)) set(features, own);
      return;
    }
    if (lemmas_ == nullptr || (ending_ == no_class && stem_ending_ == no_class && perfective_ == no_class)) return;
    if (features.verb_form != VerbForm::fin && features.verb_form != VerbForm::none) return;
    const std::string small = folded(forms_[w]);
    if (ending_ != no_class || stem_ending_ != no_class) read_ending(small, features);
    if (perfective_ == no_class || features.tense != Tense::pres) return;
    if (language_.is(lemmas_->lemma(small, Upos::verb, {}), perfective_)) {
      features.tense = Tense::fut;  // "снесёт"
      features.aspect = Aspect::perf;
    }
  }

  std::int32_t value(std::string_view text, WordClass of) const {
    return of == no_class ? Language::absent_value : language_.value_in(text, of, Language::absent_value);
  }

  // "zu zahlen", "zurück-zu-zahlen": the mark of the infinitive before it, or behind a prefix that can stand apart.
  bool is_marked_infinitive(std::size_t w) const {
    if (infinitive_mark_ == no_class || separable_ == no_class) return false;
    if (w > 0 && words_[w - 1].upos == Upos::part && language_.is(forms_[w - 1], infinitive_mark_)) return true;
    const std::string_view form = forms_[w];
    if (form.size() < 2 || value(form.substr(form.size() - 1), infinitive_) == Language::absent_value) return false;
    for (std::size_t at = 2; at + 4 < form.size(); ++at) {
      if (is_continuation(form[at]) || !language_.is(form.substr(0, at), separable_)) continue;
      for (std::size_t size = 1; at + size + 2 < form.size() && size < 4; ++size)
        if (language_.is(form.substr(at, size), infinitive_mark_)) return true;
    }
    return false;
  }

  // "Cole beat Weir": no present has such a form beside a subject of one, and no infinitive stands without a mark.
  bool is_past_like_base(std::size_t w) const {
    const Features& own = words_[w].features;
    if (past_like_base_ == no_class || (own.mood != Mood::imp && own.verb_form != VerbForm::inf)) return false;
    if (!language_.is(forms_[w], past_like_base_)) return false;
    bool subject = false;
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (words_[k].head != static_cast<std::int32_t>(w)) continue;
      const Deprel r = words_[k].deprel;
      if (r == Deprel::aux || r == Deprel::mark) return false;
      if (r == Deprel::conj || (r != Deprel::nsubj && r != Deprel::nsubj_pass)) continue;
      subject = k < w && words_[k].features.number != Number::plur && words_[k].features.person != 1 &&
                words_[k].features.person != 2;
    }
    return subject;
  }

  // "demolir-a", "prendr-a", "знищи-ла": an ending after the infinitive or in the place of its own ending;
  // "dud-ábamos", "ferm-a", "sag-te": one after the stem, which is the infinitive without its ending.
  void read_ending(const std::string& form, Features& features) const {
    const std::string lemma = lemmas_->lemma(form, Upos::verb, {});
    for (std::size_t size = std::min(longest_ending, form.size() - 1); size > 0; --size) {
      const std::size_t at = form.size() - size;
      if (is_continuation(form[at]) || !lemma.starts_with(std::string_view(form).substr(0, at))) continue;
      const std::string_view ending = std::string_view(form).substr(at), lost = std::string_view(lemma).substr(at);
      if (const std::int32_t shown = value(ending, ending_);
          shown != Language::absent_value && (lost.empty() || value(lost, infinitive_) != Language::absent_value))
        return set(features, features_of(language_.text_of(ending_, shown)));
      if (const std::int32_t shown = value(ending, stem_ending_);
          shown != Language::absent_value && value(lost, stem_infinitive_) != Language::absent_value)
        return set(features, features_of(language_.text_of(stem_ending_, shown)));
    }
  }

  bool has_subject_of_others(std::size_t w) const {
    const auto verb = static_cast<std::int32_t>(w);
    const std::int32_t head = words_[w].upos == Upos::aux && words_[w].head >= 0 ? words_[w].head : verb;
    return std::any_of(words_.begin(), words_.end(), [&](const Word& word) {
      return (word.head == head || word.head == verb) && word.features.person != 1 &&
             (word.deprel == Deprel::nsubj || word.deprel == Deprel::nsubj_pass);
    });
  }

  std::span<Word> words_;
  std::span<const std::string_view> forms_;
  const Language& language_;
  const LemmaTable* lemmas_;
  WordClass whole_, ending_, infinitive_, stem_ending_, stem_infinitive_, infinitive_mark_, separable_, perfective_,
      past_like_base_;
};

}  // namespace

void read_form_features(std::span<Word> words, std::span<const std::string_view> forms, const Language& language) {
  FormReader(words, forms, language).run();
}

}  // namespace annal::syntax
