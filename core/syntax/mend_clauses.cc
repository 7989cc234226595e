#include "core/syntax/mend_clauses.h"

#include <algorithm>
#include <string>

#include "core/syntax/lemmas.h"

namespace annal::syntax {
namespace {

bool is_subject(Deprel d) { return d == Deprel::nsubj || d == Deprel::nsubj_pass; }

class ClauseMender {
 public:
  ClauseMender(std::span<Word> words, std::span<const std::string_view> forms, const Language& language)
      : words_(words),
        forms_(forms),
        language_(language),
        complementizer_(language.word_class("complementizer")),
        telling_(language.word_class("verb-telling")) {}

  void run() {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      const Deprel d = words_[w].deprel;
      if (d == Deprel::nsubj_outer) mend_subject(w);
      if (d == Deprel::acl_relcl) trust_neighbour(w);
      if ((d == Deprel::acl_relcl || d == Deprel::acl) && telling_ != no_class) mend_told(w);
    }
  }

 private:
  bool hangs_on(std::size_t w, std::size_t head) const { return words_[w].head == static_cast<std::int32_t>(head); }

  // "which was to begin": without another subject the outer one is the subject.
  void mend_subject(std::size_t w) {
    const auto head = static_cast<std::size_t>(words_[w].head);
    if (words_[head].deprel != Deprel::acl_relcl) return;
    for (std::size_t k = 0; k < words_.size(); ++k)
      if (hangs_on(k, head) && (is_subject(words_[k].deprel) || words_[k].deprel == Deprel::csubj)) return;
    words_[w].deprel = Deprel::nsubj;
  }

  // "The trial, which was to begin", "to Karl Weiss, who died": an argument of a verb or a name, a comma and a relative
  // pronoun leave nothing else to describe.
  void trust_neighbour(std::size_t w) {
    constexpr std::uint8_t sure = 90;
    const auto noun = static_cast<std::size_t>(words_[w].head);
    const bool name = words_[noun].upos == Upos::propn;
    const bool argument = is_subject(words_[noun].deprel) || words_[noun].deprel == Deprel::obj;
    std::size_t last = noun;
    while (name && last + 1 < w && hangs_on(last + 1, noun) && words_[last + 1].deprel == Deprel::flat) ++last;
    if ((!argument && !name) || last + 2 >= w || forms_[last + 1] != "," || !hangs_on(last + 2, w)) return;
    if (words_[last + 2].features.pron_type == PronType::rel)
      words_[w].confidence = std::max(words_[w].confidence, sure);
  }

  bool tells(std::size_t verb) const {
    const Word& word = words_[verb];
    return word.upos == Upos::verb &&
           language_.is(lemma_of(word, std::string(forms_[verb]), language_.tag()), telling_);
  }

  // Whether an object, or what is told, hangs on `verb` beside the one at `told`.
  bool has_more(std::size_t verb, std::size_t told) const {
    for (std::size_t k = verb + 1; k < words_.size(); ++k) {
      const Deprel d = words_[k].deprel;
      if (k != told && hangs_on(k, verb) && (d == Deprel::obj || d == Deprel::ccomp || d == Deprel::xcomp)) return true;
    }
    return false;
  }

  // The clause of `w` describes the one who is told, as the tree has it, but says what he is told: it opens with a word
  // that may only join it, and has a subject of its own.
  void mend_told(std::size_t w) {
    const auto told = static_cast<std::size_t>(words_[w].head);
    if (words_[told].head < 0 || told > w) return;
    const auto verb = static_cast<std::size_t>(words_[told].head);
    const bool recipient = words_[told].deprel == Deprel::iobj;
    if (verb > told || (!recipient && words_[told].deprel != Deprel::obj) || !tells(verb) || has_more(verb, told))
      return;
    std::size_t opener = w;
    bool subject = false, object = false;
    for (std::size_t k = told + 1; k < words_.size(); ++k) {
      if (!hangs_on(k, w)) continue;
      if (opener == w && k < w) {
        opener = k;
        continue;
      }
      subject = subject || (k < w && is_subject(words_[k].deprel));
      object = object || words_[k].deprel == Deprel::obj;
    }
    if (opener == w || !subject || !language_.is(forms_[opener], complementizer_)) return;
    const Deprel joins = words_[opener].deprel;
    // "reminded the man that she met": what she met may be the man.
    if (joins != Deprel::mark && (joins != Deprel::obj || !(recipient || object))) return;
    words_[w].head = static_cast<std::int32_t>(verb);
    words_[w].deprel = Deprel::ccomp;
    words_[opener].deprel = Deprel::mark;
    words_[opener].upos = Upos::sconj;
    words_[opener].features = {};
  }

  std::span<Word> words_;
  std::span<const std::string_view> forms_;
  const Language& language_;
  WordClass complementizer_, telling_;
};

}  // namespace

void mend_clauses(std::span<Word> words, std::span<const std::string_view> forms, const Language& language) {
  ClauseMender(words, forms, language).run();
}

}  // namespace annal::syntax
