// Whether what two documents tell agrees in all but its date: who takes part, and what it comes to.
#pragma once

#include "timeline/collection/wording.h"
#include "timeline/timeline.h"

namespace annal {

/// Whether it says whom or what it is about: "a man was shot" may be told of many. `wording` is that of the event.
bool is_definite(const Event& event, const Wording& wording);

/// Whether all that both say of who takes part, where and how agrees.
bool participants_agree(const Wording& a, const Wording& b);

/// What may differ between two tellings of a deed that comes to one bearer of a name.
struct Leeway {
  bool actors = false;       ///< who acts, where no name tells: "police", "armed officers"
  bool complements = false;  ///< "of fraud", "for murder"
};

/// Whether the essentials agree: who takes part, which of several it is, the names that stand with it, and what it
/// comes to by words that hang on nothing ("ordained priest"). Of the circumstances, only those of one adposition have
/// to.
bool essentials_agree(const Wording& a, const Wording& b, Leeway leeway);

/// Whether one comes to something, and the title of the other, where the parser is unsure, names only other things.
bool tell_other_things(const Wording& a, const Wording& b);

/// Whether what both come to has a name in common; where the parser is unsure what that is, the titles tell.
bool share_name(const Wording& a, const Wording& b);

/// Whether what both come to, of which the parser is sure, has a name in common.
bool undergo_by_name(const Wording& a, const Wording& b);

/// Whether both come to one bearer of a name, by that name or, where the parser is unsure, by a full name in titles
/// that tell no number: "two men were charged in the death of a Tarn girl" names none.
bool come_to_one_bearer(const Wording& a, const Wording& b);

/// Whether both tell who or what takes part, and do so by a name in common or all by the same common nouns.
bool share_identity(const Wording& a, const Wording& b);

/// Whether it tells who or what takes part.
bool has_core(const Wording& wording);

/// Whether what both come to is called by the same words, `least` at least: "the telescope hall".
bool share_words(const Wording& a, const Wording& b, std::size_t least);

/// Whether what both come to is called by the same words: "the quay reopened", "the quay was reopened".
bool share_thing(const Wording& a, const Wording& b);

}  // namespace annal
