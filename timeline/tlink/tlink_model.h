// How two things lie in time where no rule says it: a linear classifier over hashed features, trained on annotated
// news. Where it cannot tell a relation from "none" it yields nothing; what it yields is evidence of little trust.
//
// Features are hashes (tlink_features.h makes them). Those that training found a use for have a row of six weights, one
// for each label. The score of a label is the sum of its weights over the rows of an example:
//
//   rows {17, 4711}    none  before  after  includes  is_included  simultaneous
//   17                   2      40     -5         0            1             0
//   4711                 3      25     10         0            0             2
//   score                5      65      5         0            1             2     -> before, margin 65 - 5, lead 65 -
//   5
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/model/checked_rows.h"

namespace annal {

/// What is asked. Each task has features of its own.
enum class TLinkTask : std::uint8_t {
  start_order,    ///< two verbs: which begins first
  event_event,    ///< any two events of neighbouring sentences
  event_dct,      ///< an event and the day of writing
  event_timex,    ///< an event and a time expression near it
  salient_pair,   ///< as event_event, but `none` where a reader would not state the relation
  salient_dct,    ///< likewise
  salient_timex,  ///< likewise
};

/// How the first lies to the second; `none` where the text does not say.
enum class TLinkLabel : std::uint8_t { none, before, after, includes, is_included, simultaneous };

/// Weights as data/models/links.bin holds them (little endian): rows of six 8-bit weights, in the order of TLinkLabel;
/// then the rows' checks.
struct TLinkTables : CheckedRows<6, 14> {
  using CheckedRows::CheckedRows;
  static constexpr std::size_t labels = columns;
};

TLinkTables tlink_tables();  ///< data/models/links.bin

/// The answer of the model, in steps of its weights.
struct TLinkPrediction {
  TLinkLabel label = TLinkLabel::none;  ///< the best label but `none`; `none` only where no other is allowed
  std::int32_t margin = 0;              ///< its score less that of `none`: below zero where `none` is likelier
  std::int32_t lead = 0;                ///< its score less that of the next label but `none`
};

/// The best of the `allowed` labels (a set of bits, by TLinkLabel) for an example with the features `keys`: at most 128
/// of them, so that the sums fit 16 bits.
TLinkPrediction predict(const TLinkTables& tables, const std::vector<std::uint32_t>& keys, unsigned allowed = 0x3f);

}  // namespace annal
