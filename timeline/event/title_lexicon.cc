#include "timeline/event/title_lexicon.h"

#include <algorithm>
#include <iterator>

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
      time_markers(l),
      genitive(genitive_ending(l)),
      verb_second(l.is("verb-second", l.word_class("word-order"))),
      relative_comma(l.is("relative-comma", l.word_class("word-order"))),
      subject_drop(l.is("subject-drop", l.word_class("word-order"))) {
  std::transform(std::begin(class_names), std::end(class_names), ids.begin(),
                 [&](std::string_view name) { return l.word_class(name); });
}

TitleClasses TitleLexicon::classes(std::string_view word) const {
  TitleClasses found;
  const bool capital = !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
  for (const Membership& member : language->lookup(word)) {
    if (member.capital && !capital) continue;
    const auto id = std::find(ids.begin(), ids.end(), member.word_class);
    if (id != ids.end()) found.add(static_cast<TitleClass>(id - ids.begin()));
  }
  return found;
}

}  // namespace annal
