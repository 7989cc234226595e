// Titles: what a reader would put on a timeline for an event, cut from the article's own words. Actor, verb and object
// for a verb ("Kovar called Brandt"), the phrase itself for a noun ("annexation of the islands"). Time expressions,
// attributions and asides are left out; a pronoun gives way to the name it stands for where that is certain.
#pragma once

#include <string>
#include <vector>

#include "timeline/event/cast.h"

namespace annal {

/// Titles end at a word before this many bytes, where a title without the rest still says what happened.
inline constexpr std::size_t title_limit = 64;

struct Title {
  std::string text;
  std::vector<std::string> actors;  ///< people and bodies that act or are acted on, in order of place
  bool has_actor = false;  ///< a subject, or a possessor or "of" phrase of a noun, that is no unresolved pronoun
  bool has_object = false;
  bool unresolved = false;      ///< a pronoun stands in it
  bool with_governor = false;   ///< it begins with the clause that governs its verb: "Kovar agreed to pay"
  bool tells_governed = false;  ///< it holds the infinitive or -ing form that its verb governs: "agreed to pay"
};

/// The title of the event that clause `clause` tells by its verb.
Title verb_title(const Analysis& analysis, const Reading& reading, const Cast& cast, std::size_t clause);

/// The title of the event that the noun at `token` names; `clause` is the clause that it stands in, or negative.
Title noun_title(const Analysis& analysis, const Reading& reading, const Cast& cast, std::uint32_t token,
                 std::int32_t clause);

}  // namespace annal
