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
  FormReader(std::span<Word> words, std::span<const std::string_view> forms, const FormClasses& classes)
      : words_(words), forms_(forms), classes_(classes) {}

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
    const std::int32_t shown = value(forms_[w], classes_.whole);
    if (shown != Language::absent_value) {
      const Features own = features_of(classes_.language.text_of(classes_.whole, shown));
      // "ich habe" is no reported speech.
      if (own.mood != Mood::sub || own.tense != Tense::pres || has_subject_of_others(w)) set(features, own);
      return;
    }
    if (classes_.lemmas == nullptr ||
        (classes_.ending == no_class && classes_.stem_ending == no_class && classes_.perfective == no_class))
      return;
    if (features.verb_form != VerbForm::fin && features.verb_form != VerbForm::none) return;
    const std::string small = folded(forms_[w]);
    if (classes_.ending != no_class || classes_.stem_ending != no_class) read_ending(small, features);
    if (classes_.perfective == no_class || features.tense != Tense::pres) return;
    if (classes_.language.is(classes_.lemmas->lemma(small, Upos::verb, {}), classes_.perfective)) {
      features.tense = Tense::fut;  // "снесёт"
      features.aspect = Aspect::perf;
    }
  }

  std::int32_t value(std::string_view text, WordClass of) const {
    return of == no_class ? Language::absent_value : classes_.language.value_in(text, of, Language::absent_value);
  }

  // "zu zahlen", "zurück-zu-zahlen": the mark of the infinitive before it, or behind a prefix that can stand apart.
  bool is_marked_infinitive(std::size_t w) const {
    if (classes_.infinitive_mark == no_class || classes_.separable == no_class) return false;
    if (w > 0 && words_[w - 1].upos == Upos::part && classes_.language.is(forms_[w - 1], classes_.infinitive_mark))
      return true;
    const std::string_view form = forms_[w];
    if (form.size() < 2 || value(form.substr(form.size() - 1), classes_.infinitive) == Language::absent_value)
      return false;
    for (std::size_t at = 2; at + 4 < form.size(); ++at) {
      if (is_continuation(form[at]) || !classes_.language.is(form.substr(0, at), classes_.separable)) continue;
      for (std::size_t size = 1; at + size + 2 < form.size() && size < 4; ++size)
        if (classes_.language.is(form.substr(at, size), classes_.infinitive_mark)) return true;
    }
    return false;
  }

  // "Cole beat Weir": no present has such a form beside a subject of one, and no infinitive stands without a mark.
  bool is_past_like_base(std::size_t w) const {
    const Features& own = words_[w].features;
    if (classes_.past_like_base == no_class || (own.mood != Mood::imp && own.verb_form != VerbForm::inf)) return false;
    if (!classes_.language.is(forms_[w], classes_.past_like_base)) return false;
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
    const std::string lemma = classes_.lemmas->lemma(form, Upos::verb, {});
    for (std::size_t size = std::min(longest_ending, form.size() - 1); size > 0; --size) {
      const std::size_t at = form.size() - size;
      if (is_continuation(form[at]) || !lemma.starts_with(std::string_view(form).substr(0, at))) continue;
      const std::string_view ending = std::string_view(form).substr(at), lost = std::string_view(lemma).substr(at);
      if (const std::int32_t shown = value(ending, classes_.ending);
          shown != Language::absent_value &&
          (lost.empty() || value(lost, classes_.infinitive) != Language::absent_value))
        return set(features, features_of(classes_.language.text_of(classes_.ending, shown)));
      if (const std::int32_t shown = value(ending, classes_.stem_ending);
          shown != Language::absent_value && value(lost, classes_.stem_infinitive) != Language::absent_value)
        return set(features, features_of(classes_.language.text_of(classes_.stem_ending, shown)));
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
  const FormClasses& classes_;
};

}  // namespace

FormClasses::FormClasses(const Language& of)
    : language(of),
      lemmas(lemmas_of(of.tag())),
      whole(of.word_class("form-features")),
      ending(of.word_class("ending-features")),
      infinitive(of.word_class("infinitive-ending")),
      stem_ending(of.word_class("stem-ending-features")),
      stem_infinitive(of.word_class("stem-infinitive-ending")),
      infinitive_mark(of.word_class("infinitive-mark")),
      separable(of.word_class("separable-prefix")),
      perfective(of.word_class("verb-perfective")),
      past_like_base(of.word_class("past-like-base")) {}

void read_form_features(std::span<Word> words, std::span<const std::string_view> forms, const FormClasses& classes) {
  FormReader(words, forms, classes).run();
}

}  // namespace annal::syntax
