// The features on which the model of tlink_model.h decides, of pairs of events, and of an event with the day of writing
// or with a time expression. A template combines one to three facts ("the forms of both verbs and how many sentences
// they stand apart"); number of the template and facts are hashed to a key, which finds a row of weights.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/event/event.h"
#include "timeline/tlink/tlink_model.h"

namespace annal {

/// The features of the events and time expressions of one text. Holds references to its arguments.
class TLinkFeatures {
 public:
  TLinkFeatures(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                const std::vector<EventSite>& sites);

  /// Sets `keys` to the features of two sites (indices), the first before the second in the text.
  void pair(TLinkTask task, std::size_t a, std::size_t b, std::vector<std::uint32_t>& keys) const;
  /// Sets `keys` to the features of a site and the day of writing.
  void dct(TLinkTask task, std::size_t site, std::vector<std::uint32_t>& keys) const;
  /// Sets `keys` to the features of a site and a time expression.
  void timex(TLinkTask task, std::size_t site, std::uint32_t timex, std::vector<std::uint32_t>& keys) const;

  /// Whether a time expression of its own dates the site.
  bool dated(std::size_t site) const { return contexts_[site].timex >= 0; }
  /// Whether the time expressions of both sites show how they lie to each other.
  bool ordered_by_times(std::size_t a, std::size_t b) const { return order_of_times(contexts_[a], contexts_[b]) != 0; }
  std::uint32_t sentence_of(std::size_t site) const { return contexts_[site].sentence; }
  std::uint32_t sentence_of_timex(std::uint32_t timex) const { return timex_sentence_[timex]; }

 private:
  /// What the templates combine, for one site. Words are hashes; 0 stands for none.
  struct Context {
    std::uint32_t sentence = 0;
    std::uint32_t word = 0, lemma = 0;
    std::uint32_t lexfile = 0;      ///< WordNet's lexicographer file of its first sense
    std::uint32_t event_class = 0;  ///< that the event model gives, with the lexical classes that matter
    std::uint32_t form = 0;         ///< tense, aspect, modal, polarity and finiteness; of a noun its tag and number
    std::uint32_t governor_form = 0, governor_lemma = 0;  ///< of the clause above; for a noun, of its own
    std::uint32_t clause_type = 0, marker = 0;            ///< how its clause opens, and with which word
    std::uint32_t word_before = 0, word_after = 0;
    std::uint32_t preposition = 0;                ///< before a noun
    std::int64_t timex = -1;                      ///< that dates it
    std::uint32_t dated = 0;                      ///< how that lies to the day of writing
    std::uint32_t ordinal = 0;                    ///< among the sites, by position
    std::int32_t node = -1;                       ///< its word in the tree of its sentence
    std::uint32_t relation = 0;                   ///< of its predicate to what governs it
    std::uint32_t auxiliaries = 0;                ///< of its predicate
    std::uint32_t way_up = 0;                     ///< the relations from it up to the root
    std::uint32_t subject = 0, subject_kind = 0;  ///< of a verb: its lemma; its part of speech and person
  };
  class Keys;
  Context context_of(const EventSite& site, std::uint32_t sentence) const;
  void set_clause(Context& context, const EventSite& site) const;
  void set_noun(Context& context, const EventSite& site) const;
  void set_tree(Context& context, const EventSite& site) const;
  void set_subject(Context& context, const Clause& clause) const;
  std::uint32_t path(const Context& x, const Context& y) const;
  static std::uint32_t shared_subject(const Context& x, const Context& y);
  void pair_tree(Keys& r, const Context& x, const Context& y, std::uint32_t apart) const;
  void pair_heads(Keys& r, const Context& x, const Context& y, std::uint32_t apart) const;
  void pair_syntax(Keys& r, std::size_t a, std::size_t b, std::uint32_t apart) const;
  void pair_surroundings(Keys& r, std::size_t a, std::size_t b, std::uint32_t apart) const;
  std::uint32_t form_of_clause(const Clause& clause) const;
  std::uint32_t hash_of(std::uint32_t token) const;
  std::uint32_t lemma_of(std::uint32_t token) const;
  std::uint32_t side_of_dct(std::uint32_t timex) const;
  std::uint32_t order_of_times(const Context& a, const Context& b) const;
  std::uint32_t kinship(std::size_t a, std::size_t b) const;

  const Analysis& analysis_;
  const Reading& reading_;
  const TieIndex& ties_;
  const std::vector<EventSite>& sites_;
  std::vector<Context> contexts_;
  std::vector<std::uint32_t> timex_sentence_, timex_token_;
  std::vector<std::uint32_t> events_in_;  ///< by sentence: how many
  std::vector<std::uint32_t> last_date_;  ///< by sentence: side_of_dct of the last date in the text before it
};

}  // namespace annal
