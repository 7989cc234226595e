// What titles ask of a language: the classes of its words, the order in which it puts them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "timeline/event/enum_set.h"
#include "timeline/event/time_marker.h"

namespace annal {

/// The classes of data/lang that titles ask for; `title_lexicon.cc` gives each its name there.
enum class TitleClass : std::uint8_t {
  negation,
  contrast,
  only,
  adverb_kept,
  adverb_focus,
  adverb_linking,
  complementizer,
  condition,
  hedge,
  disjunction,
  attribution,
  quantity,
  genitive_mark,
  valency,
  after,
  before,
  since,
  during,
  separable,
  relative,
  article,
  comparative,
  elided,
  count_
};

using TitleClasses = EnumSet<TitleClass>;

struct TitleLexicon {
  /// The lexicon of `language`, one of those that Language::find gives. Safe from any thread.
  static const TitleLexicon& of(const Language& language);
  explicit TitleLexicon(const Language& language);

  /// The classes of `word` (UTF-8, any case).
  TitleClasses classes(std::string_view word) const;
  /// Whether the two words, one behind the other, are an entry of `pairs`, adverb_pair ("noch einmal") or
  /// adverb_adposition ("después de").
  bool is_pair(std::string_view first, std::string_view second, WordClass pairs) const;
  /// What an elided word is before a consonant: "que" for "qu'"; empty for any other.
  std::string_view unelided(std::string_view word) const;
  /// Whether it is so before a word with this first letter.
  bool elides_before(std::string_view letter) const { return language->is(letter, elision_letter); }

  const Language* language;
  std::vector<TitleClasses> by_class;  ///< by WordClass: what it is here, one or none
  WordClass adverb_pair, adverb_adposition, elided, elision_letter;
  TimeMarkers time_markers;
  std::string_view genitive;  ///< put behind a name to make it a possessor; empty where that takes a case
  bool separable;             ///< verbs part: it has words of that class
  bool verb_second;           ///< a main clause has its finite verb behind the first phrase, others at their end
  bool relative_comma;        ///< a comma sets off every relative clause
  bool subject_drop;          ///< a finite verb needs no subject
};

}  // namespace annal
