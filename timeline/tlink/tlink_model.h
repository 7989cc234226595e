// Classifies the temporal relation of two events or times that no rule relates: linear classifiers over hashed features
// of both, trained on annotated news. They give evidence of the lowest trust, or nothing if "none" is as
// likely.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "timeline/event/event.h"

namespace annal {

/// What is asked. Each has its own features, and labels of its own kind.
enum class TLinkTask : std::uint8_t {
  start_order,   ///< two verbs: which begins first
  event_event,   ///< any two events of neighbouring sentences
  event_dct,     ///< an event and the day of writing
  event_timex,   ///< an event and a time expression near it
  salient_pair,  ///< as the three before, and whether a reader would say it at all
  salient_dct,
  salient_timex,
};

/// How the first lies to the second; `none` where the text leaves it open.
enum class TLinkLabel : std::uint8_t { none, before, after, includes, is_included, simultaneous };

/// Weights as data/models/links.bin holds them: rows of six 8-bit weights, TLinkLabel in its order.
struct TLinkTables {
  static constexpr unsigned row_bits = 17;
  static constexpr std::size_t labels = 6;
  static constexpr std::size_t bytes = labels << row_bits;
  const std::int8_t* rows = nullptr;
  explicit TLinkTables(const unsigned char* data) : rows(reinterpret_cast<const std::int8_t*>(data)) {}
};

TLinkTables tlink_tables();  ///< data/models/links.bin

/// The answer of a model: the likeliest label but `none`, by how much it beats that (in steps of the weights; below
/// zero where `none` is likelier), and by how much the next label but `none`.
struct TLinkPrediction {
  TLinkLabel label = TLinkLabel::none;
  std::int32_t margin = 0;
  std::int32_t lead = 0;
};

/// The models' view of one text: features of its events and of their neighbours. Holds references to its arguments.
class TLinkFeatures {
 public:
  TLinkFeatures(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                const std::vector<EventSite>& sites);

  /// The rows of the features of two sites (indices), the first before the second in the text.
  void pair(TLinkTask task, std::size_t a, std::size_t b, std::vector<std::uint32_t>& rows) const;
  /// The rows of the features of a site against the day of writing.
  void written(TLinkTask task, std::size_t a, std::vector<std::uint32_t>& rows) const;
  /// The rows of the features of a site and a time expression.
  void time(TLinkTask task, std::size_t a, std::uint32_t timex, std::vector<std::uint32_t>& rows) const;

  /// Whether a time expression of its own dates the site; whether those of both sites tell their order.
  bool dated(std::size_t site) const { return facts_[site].timex >= 0; }
  bool order_of_times(std::size_t a, std::size_t b) const { return order_of_times(facts_[a], facts_[b]) != 0; }
  std::uint32_t sentence_of(std::size_t site) const { return facts_[site].sentence; }
  std::uint32_t sentence_of_time(std::uint32_t timex) const { return timex_sentence_[timex]; }

 private:
  /// What the templates combine, of one site.
  struct Facts {
    std::uint32_t sentence = 0;
    std::uint32_t word = 0, lemma = 0, file = 0;  ///< hashes; WordNet's lexicographer file
    std::uint32_t kind = 0;                       ///< class that the event model gives, with the meanings that matter
    std::uint32_t form = 0;                       ///< tense, aspect, modal, polarity, finite, or that of a noun
    std::uint32_t governor_form = 0, governor_lemma = 0;  ///< of the clause it hangs on, or a noun stands in
    std::uint32_t hanging = 0, opener = 0;                ///< how its clause opens, and with which word
    std::uint32_t before = 0, after = 0;                  ///< the words at its sides
    std::uint32_t preposition = 0;                        ///< of a noun
    std::int64_t timex = -1;                              ///< that dates it
    std::uint32_t dated = 0;                              ///< how that lies to the day of writing
    std::uint32_t ordinal = 0;                            ///< among the sites, by place
  };
  Facts facts_of(const EventSite& site) const;
  std::uint32_t form_of_clause(const Clause& clause) const;
  std::uint32_t hash_of(std::uint32_t token) const;
  std::uint32_t against_writing(std::uint32_t timex) const;
  std::uint32_t order_of_times(const Facts& a, const Facts& b) const;
  std::uint32_t kinship(std::size_t a, std::size_t b) const;

  const Analysis& analysis_;
  const Reading& reading_;
  const TieIndex& ties_;
  const std::vector<EventSite>& sites_;
  std::vector<Facts> facts_;
  std::vector<std::uint32_t> timex_sentence_, timex_token_;
  std::vector<std::uint32_t> events_in_;  ///< by sentence: how many
  std::vector<std::uint32_t> last_date_;  ///< by sentence: how the last date told before lies to the day of writing
};

/// The likeliest of `allowed` labels (bits by TLinkLabel) under the features `rows`.
TLinkPrediction predict(const TLinkTables& tables, const std::vector<std::uint32_t>& rows, unsigned allowed = 0x3f);

}  // namespace annal
