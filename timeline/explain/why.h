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

/// `later - earlier >= at_least`, and why.
struct ProofStep {
  Point earlier, later;
  CivilSeconds at_least = 0;   ///< seconds
  std::int64_t evidence = -1;  ///< index into Timeline::evidence; -1: an interval's start lies before its end
  Span words;                  ///< of the evidence; empty where it is arithmetic
  std::string rule;
  EvidenceKind kind = EvidenceKind::calendar;
  double trust = 1;
  std::string claim;  ///< for a reader: "e3 lies in t2"
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

/// The proof as text: the summary, then one line for each step, `line:column  "words"  claim  (rule, trust)`. Lines
/// count from 1, columns from 1 in code points. Ends in a newline.
std::string text_of(const Proof& proof, const Timeline& timeline);

std::string_view name(Verdict);  ///< "before", "starts before"

}  // namespace annal
