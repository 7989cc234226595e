// Why is a before b? Finds the shortest chain of evidence that forces it, each step with its words, so that a reader
// can check the claim without trusting the program. Needs only a finished Timeline.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

class Network;

/// The answer to "is a before b?".
enum class Verdict : std::uint8_t {
  before,         ///< a ends before b begins
  starts_before,  ///< a begins before b begins; whether it ends by then is not known, or it does not
  together,       ///< they share time, and which begins first is not known
  starts_after,   ///< b begins before a begins
  after,          ///< b ends before a begins
  unknown,        ///< nothing forces either
};

/// What a step of a proof claims of the intervals of two points, `a` and `b`.
enum class ClaimKind : std::uint8_t {
  value,                  ///< a, a time expression, is its value
  begins_from,            ///< a begins at `amount` or later
  begins_until,           ///< a begins at `amount` or earlier
  ends_from,              ///< a ends at `amount` or later
  ends_until,             ///< a ends at `amount` or earlier
  begins_before_it_ends,  ///< arithmetic
  lasts_at_least,         ///< a lasts at least `amount`
  lasts_at_most,          ///< a lasts at most `amount`
  same_time,              ///< a and b are at the same time
  inside,                 ///< a lies in b
  meets,                  ///< a begins as b ends
  before,                 ///< a ends before b begins
  begins_before_end,      ///< a begins before b ends
  begins_by,              ///< a begins no later than b
  ends_by,                ///< a ends no later than b
  apart_before,           ///< the point a lies `amount` before b
  apart_after,            ///< the point a lies `amount` after b
  at_least_before,        ///< the point a lies at least `amount` before b
  at_most_after,          ///< the point a lies at most `amount` after b
};

struct StepClaim {
  ClaimKind kind = ClaimKind::before;
  Point a, b;
  CivilSeconds amount = 0;    ///< a time in `frame`, or a length in seconds
  Frame frame = Frame::none;  ///< of a time
};

/// "inside".
std::string_view name(ClaimKind);

/// `later - earlier >= at_least`, and why.
struct ProofStep {
  Point earlier, later;
  CivilSeconds at_least = 0;   ///< seconds
  std::int64_t evidence = -1;  ///< index into Timeline::evidence; -1: an interval's start lies before its end
  Span words;                  ///< of the evidence; empty where it is arithmetic
  std::string rule;
  EvidenceKind kind = EvidenceKind::calendar;
  double trust = 1;
  StepClaim claim;
};

struct Proof {
  std::uint32_t a = 0, b = 0;  ///< indices of events
  Verdict verdict = Verdict::unknown;
  std::vector<ProofStep> steps;  ///< a chain from the earlier point to the later; together: b begins before a ends
  std::vector<ProofStep> also;   ///< together alone: a begins before b ends
  double trust = 0;              ///< of the weakest step; 0 for unknown
  std::string summary;           ///< one line: what is proved, or which bounds overlap
};

/// Why event `a` is before event `b`, or the proof of the opposite, or what keeps it open. O(m log n).
Proof why(const Timeline& timeline, std::uint32_t a, std::uint32_t b);
/// The same of a network built once for many questions: it must be that of `timeline`.
Proof why(const Timeline& timeline, const Network& network, std::uint32_t a, std::uint32_t b);

/// The proof as text: the summary, then one line for each step, `line:column  "words"  claim  (rule, trust)`; where
/// documents disagree on a date, a line above for each other sentence that states one. Lines count from 1, columns from
/// 1 in code points. Ends in a newline.
std::string text_of(const Proof& proof, const Timeline& timeline);

std::string_view name(Verdict);  ///< "before", "starts before"

}  // namespace annal
