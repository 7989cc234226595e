// The temporal network: every interval has a start and an end point, every piece of evidence bounds the distance of two
// points, and all of it can hold at once exactly when no cycle of bounds is negative (a simple temporal network:
// Dechter, Meiri and Pearl 1991). `solve` finds what must be given up, what is left for each event, and the order that
// follows.
//
// Intervals are half-open and not empty: the start of each lies before its end, by less than any second. So "a ends
// before b begins" is `b.start - a.end >= 0`, and together with its converse it is a contradiction. Whole seconds stay
// whole: ten events that follow each other in one day all keep that day's bounds.
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

/// What the evidence leaves to one event.
struct EventBounds {
  Bounds start;  ///< of its first second
  Bounds end;    ///< of its last second
};

/// Whether evidence of this kind is a guess: it bounds where the text is silent.
bool is_guess(EvidenceKind kind);

/// The solved network.
struct Solution {
  std::vector<EventBounds> bounds;       ///< one for each event
  std::vector<bool> guessed;             ///< of each event whether its bounds would be wider without guesses
  std::vector<std::uint32_t> set_aside;  ///< indices into the evidence, ascending
  std::vector<Conflict> conflicts;       ///< one for each piece set aside but those left out, in order of trust
  std::size_t left_out = 0;              ///< pieces set aside unexplained, to keep the cost in proportion to the text
  std::vector<std::uint32_t> rank;       ///< one for each event, from 0 without gaps
  std::vector<std::uint32_t> order;      ///< indices of events by rank, then by index (place in the text)
};

/// Solves the network of `timexes` time expressions and `events` events.
///
/// Evidence enters in order of trust (then kind, place, and content, so that its order in the vector does not matter);
/// what would contradict the pieces before it is set aside and its `set_aside` raised, with the fewest other pieces
/// that it cannot stand with as the explanation. `evidence` must hold everything there is to know, the values of time
/// expressions among it (origin -> timex, kind calendar); solve appends only what ties the day of writing to the
/// calendar (rule_day_of_writing), once. Bounds past +-34,000 years are taken as that, if that is weaker, else as open.
///
///   text      what `Evidence::words` point into; quoted in `Conflict::reason`
///   rank      a is of a lower rank than b wherever the evidence forces a to begin before b. Events of one rank have no
///             order that is known. Where ranks differ without such evidence, the one that can begin earlier stands
///             first, and an event known only to be before something stands as late as it can.
///   cost      O(m log n) for m pieces of evidence; where contradictions would take more, the least trusted pieces that
///             are not decided soon are set aside unexplained
Solution solve(std::string_view text, std::size_t timexes, std::size_t events, std::vector<Evidence>& evidence,
               const Dct& dct);

/// Which of `claims` cannot hold together with the pieces of `evidence` that are not set aside (those must be
/// consistent, as `solve` leaves them) and with the claims before them in order of trust: indices, ascending.
std::vector<std::uint32_t> rejected_claims(std::size_t timexes, std::size_t events, std::span<const Evidence> evidence,
                                           std::span<const Evidence> claims);

/// A consistent network, frozen for questions. Evidence that is set aside is left out; the rest must be consistent, as
/// `solve` leaves it. Holds nothing of its arguments. Not to be asked by two threads at once: it keeps its room for
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
    std::int64_t evidence = -1;  ///< index of the piece that says so; -1: an interval's start lies before its end
  };
  /// The shortest chain of evidence that forces `earlier` not to lie after `later` (with `strictly`: to lie before it):
  /// fewest pieces, then the one whose weakest piece is the most trusted. Empty where nothing forces it.
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
