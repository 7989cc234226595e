// The classes of data/lang that titles ask for.
#include "timeline/event/title_rules.h"

namespace annal {
namespace {

std::string_view genitive_ending(const Language& l) {
  const WordClass c = l.word_class("genitive-ending");
  const std::int32_t value = c == no_class ? -1 : l.value_in("genitive", c, -1);
  return value < 0 ? std::string_view() : l.text_of(c, value);
}

}  // namespace

TitleLexicon::TitleLexicon(const Language& l)
    : language(&l),
      time_markers(l),
      negation(l.word_class("negation")),
      contrast(l.word_class("contrast-mark")),
      only(l.word_class("only-mark")),
      adverb_kept(l.word_class("adverb-kept")),
      adverb_focus(l.word_class("adverb-focus")),
      adverb_linking(l.word_class("adverb-linking")),
      complementizer(l.word_class("complementizer-optional")),
      condition(l.word_class("condition")),
      hedge(l.word_class("hedge")),
      disjunction(l.word_class("disjunction")),
      attribution(l.word_class("attribution-mark")),
      quantity(l.word_class("quantity-noun")),
      genitive_mark(l.word_class("genitive-mark")),
      valency(l.word_class("valency-mark")),
      after(l.word_class("signal-after")),
      before(l.word_class("signal-before")),
      since(l.word_class("signal-since")),
      during(l.word_class("signal-during")),
      separable(l.word_class("separable-prefix")),
      relative(l.word_class("relative")),
      article(l.word_class("headline-article")),
      genitive(genitive_ending(l)),
      verb_second(l.is("verb-second", l.word_class("word-order"))),
      relative_comma(l.is("relative-comma", l.word_class("word-order"))),
      subject_drop(l.is("subject-drop", l.word_class("word-order"))) {}

}  // namespace annal
