// Whether two documents tell of one happening: a logistic regression over what two events have in common. Its weights
// were trained (train/happenings) and stand in data/models/same_happening.def.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "timeline/collection/content_words.h"
#include "timeline/collection/full_names.h"
#include "timeline/collection/stories.h"
#include "timeline/event/lexicon.h"
#include "timeline/timeline.h"

namespace annal {

/// Which of the features of same_happening.def a pair has.
using PairFeatures = std::bitset<128>;

/// Their names, in order: "same_lemma".
std::span<const char* const> pair_feature_names();

/// The sum of the weights of `features`, in hundredths: above 0 the two are more likely one than two.
int pair_score(const PairFeatures& features);

/// The first letters of a lemma, as many as tell it from most others; empty for a short one.
std::string_view stem_of(std::string_view lemma);

/// What of an event decides whether another one is the same. Words are numbers of ContentWords, ascending.
struct ToldEvent {
  std::uint32_t document = 0;          ///< index into Timeline::sources
  std::uint32_t sentence_in_text = 0;  ///< of its document, from 0
  std::string_view lemma;
  std::int32_t group = -1;  ///< of the class `same-event` of its language, or -1
  ClassSet classes;         ///< of its lemma
  std::vector<std::uint32_t> head, sentence, agent, undergoer,
      others;                   ///< words: its own, its sentence's, of its arguments
  std::vector<FullName> names;  ///< of who acts and whom it is done to
  double square = 0;            ///< of the vector of its sentence
};

/// Compares the events of a timeline of several documents.
class HappeningPairs {
 public:
  /// All three must outlive it.
  HappeningPairs(const Timeline& timeline, const ContentWords& words, const Stories& stories);

  const ToldEvent& told(std::uint32_t event) const { return told_[event]; }
  PairFeatures features(std::uint32_t a, std::uint32_t b) const;

 private:
  ToldEvent read(const Event& event, std::uint32_t document) const;
  double sentence_cosine(const ToldEvent& a, const ToldEvent& b) const;
  void set_sentences(const ToldEvent& a, const ToldEvent& b, PairFeatures& features) const;
  void set_arguments(const ToldEvent& a, const ToldEvent& b, PairFeatures& features) const;

  const Timeline& timeline_;
  const ContentWords& words_;
  const Stories& stories_;
  std::vector<ToldEvent> told_;  ///< by event
};

}  // namespace annal
