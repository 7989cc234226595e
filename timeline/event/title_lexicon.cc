#include "timeline/event/title_lexicon.h"

#include <iterator>
#include <string>

#include "core/lang/tables.h"
#include "timeline/event/per_language.h"

namespace annal {
namespace {

// In the order of TitleClass.
constexpr std::string_view class_names[] = {
    "negation",
    "contrast-mark",
    "only-mark",
    "adverb-kept",
    "adverb-focus",
    "adverb-linking",
    "complementizer-optional",
    "condition",
    "hedge",
    "disjunction",
    "attribution-mark",
    "quantity-noun",
    "genitive-mark",
    "valency-mark",
    "signal-after",
    "signal-before",
    "signal-since",
    "signal-during",
    "separable-prefix",
    "relative",
    "headline-article",
    "comparative",
    "elided",
};
static_assert(std::size(class_names) == static_cast<std::size_t>(TitleClass::count_));

std::string_view genitive_ending(const Language& l) {
  const WordClass c = l.word_class("genitive-ending");
  const std::int32_t value = c == no_class ? -1 : l.value_in("genitive", c, -1);
  return value < 0 ? std::string_view() : l.text_of(c, value);
}

}  // namespace

TitleLexicon::TitleLexicon(const Language& l)
    : language(&l),
      by_class(l.tables().class_count),
      adverb_pair(l.word_class("adverb-pair")),
      adverb_adposition(l.word_class("adverb-adposition")),
      elided(l.word_class("elided")),
      elision_letter(l.word_class("elision-letter")),
      time_markers(l),
      genitive(genitive_ending(l)),
      separable(l.word_class("separable-prefix") != no_class),
      verb_second(l.is("verb-second", l.word_class("word-order"))),
      relative_comma(l.is("relative-comma", l.word_class("word-order"))),
      subject_drop(l.is("subject-drop", l.word_class("word-order"))) {
  for (std::size_t c = 0; c < std::size(class_names); ++c)
    if (const WordClass id = l.word_class(class_names[c]); id != no_class) by_class[id].add(static_cast<TitleClass>(c));
}

const TitleLexicon& TitleLexicon::of(const Language& language) { return per_language<TitleLexicon>(language); }

TitleClasses TitleLexicon::classes(std::string_view word) const {
  TitleClasses found;
  const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  for (const Membership& member : language->lookup(word))
    if (capital || !member.capital) found.add(by_class[member.word_class]);
  return found;
}

bool TitleLexicon::is_pair(std::string_view first, std::string_view second, WordClass pairs) const {
  if (pairs == no_class) return false;
  std::string words(first);
  words.append(1, ' ').append(second);
  return language->is(words, pairs);
}

std::string_view TitleLexicon::unelided(std::string_view word) const {
  if (elided == no_class) return {};
  const std::int32_t value = language->value_in(word, elided, Language::absent_value);
  return value == Language::absent_value ? std::string_view() : language->text_of(elided, value);
}

}  // namespace annal
