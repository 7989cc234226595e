// What each mention of an event says of its happening: what it is called, who takes part, when it was, which of several
// it is. By this two mentions are told apart, or taken for one.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/event/coreference.h"
#include "timeline/event/tie.h"
#include "timeline/timeline.h"

namespace annal {

/// Somebody or something that takes part.
struct Participant {
  Role role = Role::oblique;
  std::string key;  ///< the last word of a name or the lemma of a noun, in small letters; empty: not known
  std::vector<std::string>
      names;               ///< other ones in its phrase: "prosecutors in Sweden", "the driver, Ivan Hart", "Ivan Hart"
  std::string count;       ///< the number before it
  std::string adposition;  ///< of an oblique
  bool name = false;
  bool plural = false;
  bool known = false;  ///< a name, a pronoun, a definite noun: one that was told of before
  bool opens = false;  ///< an indefinite article: one that was not
};

/// Sentences in which a text tells what its headline says.
inline constexpr std::uint32_t headline_reach = 12;

/// How sure a mention is that its happening is known already.
enum class Definiteness : std::uint8_t { bare, definite, indefinite };

inline constexpr char group_sign = '#';  ///< what the key of a group begins with

struct Telling {
  std::uint32_t token = 0;
  std::int32_t clause = -1;  ///< that its verb tells, or that its noun stands in
  bool nominal = false;
  bool headline = false;
  bool plural = false;
  bool weak = false;     ///< says little by itself: a light verb, a saying, a state; a noun that as often names a thing
  bool governs = false;  ///< its verb takes a clause
  bool infinitive = false;
  bool single = true;  ///< told as something that happened, once
  Definiteness definiteness = Definiteness::bare;
  std::string key;  ///< what it is called: a group of words for one happening, else its lemma; empty: nothing tells
  std::int32_t which = 0;              ///< of several: 1 the first, 2 the second, -1 another; 0 where it does not say
  std::vector<std::string> qualities;  ///< adjectives and compounds of a noun
  std::vector<Participant> participants;
  /// The nouns and names of its sentence, sorted, where that is a headline or may tell what one says.
  std::shared_ptr<const std::vector<std::string>> company;
  Interval when;
  Frame frame = Frame::none;  ///< of `when`; none without a date
  bool date_beside = false;   ///< it hangs on the mention itself: "the 1959 vote"; not "the vote was held in 1959"
};

/// Whether two participants are the same one.
enum class Agreement : std::uint8_t { unknown, same, different };
/// Of `a` with `b`, told later; with `retold`, a text tells of what its headline says, as if for the first time.
Agreement agreement(const Participant& a, const Participant& b, bool retold);

/// Reads what mentions say, those of one sentence after another.
class TellingReader {
 public:
  TellingReader(const Analysis& analysis, const Reading& reading, const TieIndex& ties, const EventLexicon& lexicon,
                const CoreferenceResolver& coreference);
  /// What the event is called: the sign and number of a group of words, or a lemma; empty where nothing tells.
  std::string name_of(const Event& event) const;
  Telling of(const Event& event);

 private:
  std::uint32_t token_of(const Event& event) const;
  bool is_headline(std::uint32_t sentence) const;
  Definiteness definiteness_of(std::uint32_t word) const;
  void read_noun(const Word& head, Telling& telling) const;
  void read_participants(std::uint32_t sentence, const Predication& predication, Telling& telling) const;
  std::string name_or_noun(std::uint32_t head, std::string_view name) const;
  Participant participant_of(std::uint32_t sentence, const Argument& argument) const;
  void read_company(std::uint32_t sentence, Telling& telling);
  void read_which(std::uint32_t head, Telling& telling) const;
  void read_time(Telling& telling) const;
  std::string lemma(std::uint32_t word) const;
  std::string_view text(std::uint32_t word) const;

  const Analysis& analysis_;
  const Reading& reading_;
  const TieIndex& ties_;
  const EventLexicon& lexicon_;
  const CoreferenceResolver& coreference_;
  const bool has_articles_;
  const TreeView* tree_ = nullptr;
  std::uint32_t sentence_ = 0;  ///< of tree_
  std::int64_t headline_ = -1;  ///< the last sentence of a headline
  std::shared_ptr<const std::vector<std::string>> company_;
  std::uint32_t company_of_ = 0;  ///< its sentence
};

}  // namespace annal
