// The temporal network. Every event and time expression has two points, its start and its end. Evidence bounds the
// distance of two points: low <= to - from <= high. All of it can hold at once exactly when no cycle of bounds is
// negative (a simple temporal network: Dechter, Meiri and Pearl 1991).
//
//   "The festival on 7 March 2016 came after the vote. The vote on 9 March 2016 was calm."
//
//   trust 1.00   calendar-value   "7 March 2016" starts on 7 March at 00:00 and ends on 8 March at 00:00
//   trust 1.00   calendar-value   "9 March 2016" likewise
//   trust 0.92   time-in          the festival lies inside 7 March
//   trust 0.88   time-in          the vote lies inside 9 March
//   trust 0.85   signal-after     vote.end <= festival.start
//
// `solve` takes them in this order. The last one closes a negative cycle: vote.end > vote.start >= 9 March, but
// festival.start < festival.end <= 8 March. So "after" is set aside, and the conflict names the five statements of the
// cycle. What is left bounds both events to their days, and puts the festival first (rank 0, the vote rank 1).
//
// Intervals are half-open and not empty: each starts before it ends, by less than any second. So "a ends before b
// begins" is `b.start - a.end >= 0`, and together with its converse it is a contradiction. Whole seconds stay whole:
// ten events that follow each other in one day all keep that day's bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "timeline/network/allen.h"
#include "timeline/timeline.h"

namespace annal {

/// The bounds of one event.
struct EventBounds {
  Bounds start;  ///< of its first second
  Bounds end;    ///< of its last second
};

/// Whether evidence of this kind is a guess, which bounds what the text leaves open.
bool is_guess(EvidenceKind kind);

/// What is known of the order of the events; order.h says how it is found.
struct EventOrder {
  std::vector<std::uint32_t> rank;  ///< of each event, from 0 without gaps; a lower one provably begins first
  std::vector<std::uint32_t> line;  ///< the events in one line that no proof contradicts: by time, then by index
  /// Of each event those that it precedes, in that line, without those that follow from others (transitively reduced).
  /// In all at most 16,384 and 16 for each event; where they are more, each event keeps as many of the next.
  std::vector<std::vector<std::uint32_t>> precedes;
  std::size_t left_out = 0;  ///< how many were dropped for that
  std::uint64_t steps = 0;   ///< edges looked at
};

/// The solved network.
struct Solution {
  std::vector<EventBounds> bounds;       ///< one for each event
  std::vector<bool> guessed;             ///< of each event whether its bounds would be wider without guesses
  std::vector<std::uint32_t> set_aside;  ///< indices into the evidence, ascending
  /// For each index set aside but those left out, and guesses about an unknown day of writing; in order of trust.
  std::vector<Conflict> conflicts;
  std::size_t left_out = 0;  ///< how many were set aside unexplained, to keep the cost in proportion to the text
  EventOrder order;
};

/// Solves the network of `timexes` time expressions and `events` events.
///
/// Evidence is accepted in order of trust (then kind, place and content, so its order in the vector does not matter). A
/// piece that contradicts those before it is set aside (`set_aside`), with the fewest pieces that contradict it as the
/// explanation. `evidence` must contain everything that is known, including the values of time expressions (origin ->
/// timex, kind calendar); solve only adds, once, what ties the date of writing to the calendar (rule_day_of_writing).
/// A guess (is_guess) bounds no event that the text dates, and puts no unknown day of writing on the calendar
/// (guesses.h). Bounds beyond +-34,000 years are clamped to that if that is weaker, otherwise treated as open.
///
///   hints     what is likely but proves nothing: it only moves events on the line, where no evidence says otherwise
///   order     see EventOrder. Where nothing forces an order, the event that can begin earlier is shown first, and an
///             event known only to be before something comes as late as it can.
///   cost      O(m log n) for m pieces of evidence; if contradictions would take more, the least trusted pieces that
///             are not decided soon are set aside without explanation
Solution solve(std::size_t timexes, std::size_t events, std::vector<Evidence>& evidence, const Dct& dct,
               std::span<const Evidence> hints = {});

/// Which of `claims` cannot hold together with the `evidence` that is not set aside (which must be
/// consistent, as `solve` leaves it) and with the claims before them in order of trust: indices, ascending.
std::vector<std::uint32_t> rejected_claims(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence,
                                           std::span<const Evidence> claims);

/// A consistent network for queries. Ignores evidence that is set aside; the rest must be consistent, as `solve` leaves
/// it. Keeps no reference to its arguments. Not thread-safe: it reuses memory between
/// searches.
class Network {
 public:
  Network(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence);
  explicit Network(const Timeline& timeline);
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  /// The relation of two events (indices) that follows from all evidence together. O(m log n).
  PairRelation between(std::uint32_t a, std::uint32_t b) const;
  /// The relation of each of `others` to `b`, as `between(other, b)` has it, by four searches for `b` and two for each
  /// other event that was not asked for before.
  std::vector<PairRelation> between_each(std::span<const std::uint32_t> others, std::uint32_t b) const;

  /// One step of a chain: `later - earlier >= at_least` (seconds).
  struct Step {
    Point earlier, later;
    CivilSeconds at_least = 0;
    std::int64_t evidence = -1;  ///< index of the evidence for it; -1: an interval's start lies before its end
  };
  /// The shortest chain of evidence that forces `earlier` not to lie after `later` (with `strictly`: to lie before it):
  /// fewest steps, then the one whose least trusted step is trusted most. Empty where nothing forces it.
  std::vector<Step> chain(Point earlier, Point later, bool strictly) const;

  /// Edges looked at for all chains so far: what a bound on the cost of many questions counts.
  std::uint64_t steps() const;

  /// The evidence (indices) that bounds the distance of two points, whichever of them comes first.
  std::vector<std::uint32_t> evidence_between(Point a, Point b) const;

 private:
  struct Frozen;
  std::unique_ptr<Frozen> frozen_;
};

}  // namespace annal
