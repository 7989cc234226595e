// Titles: what a reader would put on a timeline for an event, cut from the article's own words. Actor, verb and object
// for a verb ("Kovar called Brandt"), the phrase itself for a noun ("annexation of the islands"). Time expressions,
// attributions and asides are left out; a pronoun gives way to the name it stands for where that is certain.
#pragma once

#include <string>

namespace annal {

struct Title {
  std::string text;
  bool has_actor = false;        ///< a subject, or a possessor or "of" phrase of a noun, that is no unresolved pronoun
  bool subject_dropped = false;  ///< it begins with a verb that needs no subject: "Nació en Toledo"
  bool has_object = false;
  bool unresolved = false;      ///< a pronoun stands in it
  bool fragment = false;        ///< a verb without its subject, or a stretch that ends where no phrase does
  bool tells_governed = false;  ///< it holds the infinitive or -ing form that its verb governs: "agreed to pay"
};

}  // namespace annal
