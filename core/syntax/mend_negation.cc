#include "core/syntax/mend_negation.h"

#include <string>

#include "core/syntax/lemmas.h"

namespace annal::syntax {
namespace {

class NegationMender {
 public:
  NegationMender(std::span<Word> words, std::span<const std::string_view> forms, const Language& language)
      : words_(words),
        forms_(forms),
        language_(language),
        first_(language.word_class("negation-first")),
        second_(language.word_class("negation-second")),
        alone_(language.word_class("verb-negated-by-first")),
        limit_(language.word_class("negation-limit")),
        before_(language.word_class("signal-before")),
        condition_(language.word_class("condition")) {}

  void run() {
    if (first_ == no_class) return;
    for (std::size_t w = 0; w < words_.size(); ++w)
      if (words_[w].head >= 0 && language_.is(forms_[w], first_)) mend(w);
  }

 private:
  // The verb that word `w` hangs on keeps the negation, loses it to what it is limited to, or has none.
  void mend(std::size_t w) {
    const auto verb = static_cast<std::size_t>(words_[w].head);
    if (verb < w || has_second(w, verb)) return;
    const bool alone = is_negated_alone(w, verb);
    if (const std::int32_t limited = limited_by(w, verb, !alone); limited >= 0) {
      Word& phrase = words_[static_cast<std::size_t>(limited)];
      words_[w].head = limited;
      words_[w].deprel = Deprel::expl;
      const bool stays = phrase.time >= 0 || phrase.deprel == Deprel::obj || phrase.deprel == Deprel::ccomp ||
                         phrase.deprel == Deprel::xcomp;
      if (!stays) phrase.deprel = Deprel::dep;
    } else if (!alone && is_before(verb)) {
      words_[w].deprel = Deprel::discourse;
    } else {
      return;
    }
    words_[w].features.negative = false;
  }

  bool hangs_on(std::size_t w, std::size_t head) const { return words_[w].head == static_cast<std::int32_t>(head); }

  // "ne ... pas", "personne ne", "ni ... ni ... ne", "ne ... aucune grève".
  bool has_second(std::size_t w, std::size_t verb) const {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (k == w || words_[k].head < 0 || !language_.is(forms_[k], second_)) continue;
      const auto head = static_cast<std::size_t>(words_[k].head);
      if (head == verb || hangs_on(head, verb) || (w < k && k < verb)) return true;
    }
    return false;
  }

  // What "que" behind the verb limits it to, or, if `deep`, limits what hangs on it to; -1 for nothing.
  std::int32_t limited_by(std::size_t w, std::size_t verb, bool deep) const {
    for (std::size_t k = w + 2; k < words_.size(); ++k) {
      if (words_[k].head < 0 || !language_.is(forms_[k], limit_)) continue;
      const auto head = static_cast<std::size_t>(words_[k].head);
      if (head < k || words_[head].head < 0 || (has_subject(head) && !language_.is(forms_[k + 1], condition_)))
        continue;
      if (hangs_on(head, verb) || (deep && hangs_on(static_cast<std::size_t>(words_[head].head), verb)))
        return words_[k].head;
    }
    return -1;
  }

  bool has_subject(std::size_t verb) const {
    for (std::size_t k = 0; k < words_.size(); ++k)
      if (hangs_on(k, verb) && (words_[k].deprel == Deprel::nsubj || words_[k].deprel == Deprel::nsubj_pass))
        return true;
    return false;
  }

  // "avant qu'il ne parte"; not "on craint qu'il ne parte", of which nothing came.
  bool is_before(std::size_t verb) const {
    for (std::size_t k = 1; k < verb; ++k)
      if (hangs_on(k, verb) && language_.is(forms_[k], limit_) && language_.is(forms_[k - 1], before_)) return true;
    return false;
  }

  // "il ne peut partir"
  bool is_negated_alone(std::size_t w, std::size_t verb) const {
    for (std::size_t k = w + 1; k <= verb; ++k)
      if ((k == verb || hangs_on(k, verb)) &&
          language_.is(lemma_of(words_[k], std::string(forms_[k]), language_.tag()), alone_))
        return true;
    return false;
  }

  const std::span<Word> words_;
  const std::span<const std::string_view> forms_;
  const Language& language_;
  const WordClass first_, second_, alone_, limit_, before_, condition_;
};

}  // namespace

void mend_negation(std::span<Word> words, std::span<const std::string_view> forms, const Language& language) {
  NegationMender(words, forms, language).run();
}

}  // namespace annal::syntax
