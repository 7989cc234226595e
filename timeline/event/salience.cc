#include "timeline/event/salience.h"

#include <algorithm>

namespace annal {
namespace {

double of_class(EventClass c) {
  switch (c) {
    case EventClass::occurrence: return 0.45;
    case EventClass::i_action: return 0.40;
    case EventClass::aspectual: return 0.35;
    case EventClass::reporting: return 0.25;
    case EventClass::perception: return 0.25;
    case EventClass::i_state: return 0.20;
    case EventClass::state: return 0.20;
  }
  return 0;
}

// What a noun of a happening lacks.
double of_noun(const SalienceSigns& signs) {
  double score = 0;
  score -= signs.weak_noun ? 0.15 : 0.05;
  if (!signs.has_actor && !signs.has_object) score -= 0.20;
  if (signs.shared_object) score -= 0.20;
  return score;
}

// What a clause has and lacks.
double of_verb(const Event& event, const SalienceSigns& signs) {
  double score = 0;
  const bool reporting = event.event_class == EventClass::reporting;
  if (!signs.has_actor) score -= 0.15;
  if (!signs.has_object && signs.self.has(Is::transitive)) score -= 0.15;
  // "Kovar added": a saying without what is said, of whatever class.
  if ((reporting || signs.self.has(Is::reporting)) && !signs.has_object) score -= 0.15;
  if (signs.governs && !reporting && (signs.frames || !signs.tells_governed))
    score -= event.event_class == EventClass::aspectual ? 0.30 : 0.15;
  if (event.tense == Tense::past || event.aspect == Aspect::perfective) score += 0.05;
  const bool planned = event.status == Status::expected && signs.dated;
  if (event.tense == Tense::present && event.aspect == Aspect::none && !planned) score -= 0.15;
  if (event.tense == Tense::prespart || event.tense == Tense::pastpart) score -= 0.10;
  if (signs.clause != nullptr) {
    if (signs.clause->opening == Opening::main || signs.clause->opening == Opening::coordinate) score += 0.05;
    if (signs.clause->opening == Opening::relative) score -= 0.05;
    if (signs.clause->opening == Opening::complement && !signs.clause->framed) score -= 0.10;
  }

  return score;
}

// What is only expected, denied or on a condition is less.
double of_status(Status status, bool dated) {
  switch (status) {
    case Status::fact:
    case Status::reported: return 0;
    case Status::alleged: return -0.05;
    case Status::expected: return dated ? -0.05 : -0.15;
    case Status::denied: return -0.20;
    case Status::conditional: return -0.25;
  }
  return 0;
}

}  // namespace

double salience(const Event& event, const SalienceSigns& signs) {
  double score = of_class(event.event_class);
  const bool reporting = event.event_class == EventClass::reporting;
  if (signs.dated) score += 0.25;
  if (signs.self.has(Is::landmark)) score += 0.10;
  if (reporting && signs.self.has(Is::announcing)) score += 0.15;
  if (signs.self.has(Is::light)) score -= 0.15;
  if (signs.governed) score -= 0.35;
  if (signs.headline) score -= 0.05;

  score += signs.nominal ? of_noun(signs) : of_verb(event, signs);
  if (signs.unresolved) score -= 0.25;
  if (signs.one_word && !signs.nominal) score -= 0.30;
  if (signs.speaker) score -= 0.20;
  score += of_status(event.status, signs.dated);
  // A pronoun without its name is no title for a picture, nor is a verb without its subject.
  if (signs.no_actor_name || (!signs.nominal && !signs.has_actor)) score = std::min(score, 0.45);
  // "The ministry said on Monday" without what it said.
  if (signs.fragment && !signs.nominal) score = std::min(score, 0.45);
  const bool bare_saying =
      !signs.nominal && (reporting || signs.self.has(Is::reporting) || signs.has_content) && !signs.tells_content;
  if (bare_saying) score = std::min(score, 0.45);
  // What has a date of its own is shown before what has none.
  if (signs.dated && !signs.nominal && !bare_saying && !signs.verb_first && !signs.fragment && holds(event.status) &&
      event.tense != Tense::infinitive)
    score = std::max(score, salience_threshold);
  if (signs.entry && signs.dated && !bare_saying && holds(event.status)) score = std::max(score, salience_threshold);
  // Hundredths: the sum must not depend on the order of rounding.
  const double rounded = static_cast<double>(static_cast<int>(score * 100 + (score > 0 ? 0.5 : -0.5))) / 100;
  return std::clamp(rounded, 0.0, 1.0);
}

}  // namespace annal
