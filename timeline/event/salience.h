// Salience: how likely a reader names the event who is asked for those that matter. A logistic regression over features
// of the event, of how it is told and of its place in the text. Its weights were trained (train/salience) and stand in
// data/models/salience.def.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "timeline/event/clause.h"
#include "timeline/event/text_profile.h"
#include "timeline/timeline.h"

namespace annal {

/// Which of the features of salience.def a mention has.
using SalienceFeatures = std::bitset<128>;

/// Their names, in order: "sentence_1".
std::span<const char* const> salience_feature_names();

/// The sum of the weights of `features`, in hundredths.
int salience_score(const SalienceFeatures& features);

/// What is known of a mention of an event beside the event's own attributes.
struct SalienceSigns {
  bool dated = false;    ///< a time expression on the calendar says when
  bool heading = false;  ///< it stands in a title or a dateline
  bool nominal = false;
  bool entry = false;      ///< it heads a line that a date of its own dates
  bool root = false;       ///< it heads its sentence
  bool weak_noun = false;  ///< a noun that as often names a thing
  bool has_actor = false;
  bool has_object = false;
  bool has_content = false;     ///< it governs a clause and has no object
  bool fragment = false;        ///< its title is no statement
  bool unresolved = false;      ///< its title holds a pronoun
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
  const Predication* predication = nullptr;
  std::uint32_t token = 0;  ///< its head
  std::uint32_t nth = 0;    ///< of the events of its sentence, from 0
  std::size_t words = 0;    ///< of its title
  bool has_number = false;  ///< in its title
};

SalienceFeatures features_of(const Analysis& analysis, const TextProfile& profile, const Event& event,
                             const SalienceSigns& signs);

/// Whether the title of a mention makes a statement that can stand alone on a picture: who did it is named, a saying
/// has what is said, and no other event tells the same.
bool is_presentable(const Event& event, const SalienceSigns& signs);

/// A mention of an event with what makes up its salience.
struct RatedMention {
  std::uint32_t begin = 0;  ///< of its head, in bytes
  SalienceFeatures features;
  bool presentable = true;
};

/// Below it lies the salience of events that are not presentable, at or above it that of all others.
inline constexpr double least_presentable = 0.1;

/// Sets the salience of merged events: that of the weightiest of their `mentions`, which are in order of place, and
/// more where there are several. One is presentable where the mention that stands for it is, and no other event of its
/// sentence stands for it with the same title.
void rate_events(const std::vector<RatedMention>& mentions, std::vector<Event>& events);

/// The salience of a score, 0..1: its logistic, in whole thousandths.
double salience_of(int score);

}  // namespace annal
