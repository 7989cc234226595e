// How much an event is worth a place on a picture, from what it is and how it is told. A sum of small weights, so that
// a reader can follow it; `salience_threshold` in timeline.h is the cut.
#pragma once

#include "timeline/event/clause.h"
#include "timeline/timeline.h"

namespace annal {

/// What salience looks at beside the event's own attributes.
struct SalienceSigns {
  bool dated = false;     ///< a time expression on the calendar says when
  bool headline = false;  ///< it stands in a title or a dateline
  bool nominal = false;
  bool entry = false;      ///< it heads a line that a date of its own dates
  bool weak_noun = false;  ///< a noun that as often names a thing
  bool has_actor = false;
  bool has_object = false;
  bool has_content = false;     ///< it governs a clause and has no object
  bool fragment = false;        ///< its title is no statement
  bool unresolved = false;      ///< its title holds a pronoun
  bool one_word = false;        ///< its title is its head alone
  bool tells_content = false;   ///< the title of a saying holds what is said
  bool verb_first = false;      ///< its title begins with its verb: nobody does it
  bool shared_object = false;   ///< a noun that its verb tells of already: "filed an indictment"
  bool no_actor_name = false;   ///< its subject is a pronoun whose name is not certain
  bool speaker = false;         ///< its subject is "I", "we" or "you"
  bool governs = false;         ///< it only frames the clause after it
  bool tells_governed = false;  ///< its title tells the infinitive that it governs too
  bool frames = false;          ///< it is a state of mind or a phase, which only frames what it governs
  bool governed = false;        ///< an infinitive that its governor's title tells
  ClassSet self;                ///< of its base form
  const Clause* clause = nullptr;
};

/// 0..1.
double salience(const Event& event, const SalienceSigns& signs);

}  // namespace annal
