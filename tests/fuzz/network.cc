// Any evidence: what is kept holds together, each proof proves, and no event is both before and after another.
#include <algorithm>
#include <iterator>

#include "tests/fuzz/fuzz.h"
#include "tests/timeline/network/checker.h"
#include "timeline/network/network.h"

using namespace annal;

namespace {

constexpr std::uint32_t timexes = 3, events = 6;
constexpr std::uint32_t kinds = static_cast<std::uint32_t>(EvidenceKind::model) + 1;

Point point_of(fuzz::Bytes& bytes) {
  const std::uint32_t kind = bytes.below(10);
  if (kind == 0) return {};
  if (kind == 1) return {Point::Kind::document, 0, bytes.below(2) == 1};
  if (kind == 2) return {Point::Kind::open_year, 0, false};
  if (kind == 3) return {Point::Kind::timex, bytes.below(timexes), bytes.below(2) == 1};
  return {Point::Kind::event, bytes.below(events), bytes.below(2) == 1};
}

// Mostly days, sometimes at the edge of what a calendar holds.
CivilSeconds distance_of(fuzz::Bytes& bytes) {
  const std::uint32_t way = bytes.below(16);
  if (way == 0) return unbounded_past;
  if (way == 1) return unbounded_future;
  if (way == 2) return (static_cast<CivilSeconds>(bytes.below(1u << 24)) - (1 << 23)) * seconds_per_day;
  return (static_cast<CivilSeconds>(bytes.below(9)) - 4) * (way < 9 ? seconds_per_day : 1);
}

// A conflict explains each piece that is set aside, but those left out, and guesses about an unknown day of writing.
void check_reasons(const Solution& solution, const std::vector<Evidence>& evidence, const Dct& dct) {
  std::vector<std::uint32_t> explained, open;
  for (const Conflict& conflict : solution.conflicts) explained.push_back(conflict.set_aside);
  std::sort(explained.begin(), explained.end());
  std::set_difference(solution.set_aside.begin(), solution.set_aside.end(), explained.begin(), explained.end(),
                      std::back_inserter(open));
  fuzz::law(open.size() + explained.size() == solution.set_aside.size(), "each conflict explains a piece of its own");
  const auto guesses = std::count_if(open.begin(), open.end(), [&](std::uint32_t i) {
    const Evidence& e = evidence[i];
    const bool about = e.from.kind == Point::Kind::document || e.to.kind == Point::Kind::document;
    return !dct.known() && about && is_guess(e.kind);
  });
  fuzz::law(open.size() >= solution.left_out && open.size() <= solution.left_out + static_cast<std::size_t>(guesses),
            "each constraint set aside has its reason");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Bytes bytes(data, size);
  std::vector<Evidence> evidence;
  Dct dct;
  if (bytes.below(2) == 1)
    dct = {DctSource::given, (static_cast<CivilSeconds>(bytes.below(7)) - 3) * seconds_per_day, bytes.below(2) == 1,
           ""};
  while (!bytes.empty() && evidence.size() < 60) {
    Evidence e;
    e.from = point_of(bytes);
    e.to = point_of(bytes);
    e.low = distance_of(bytes);
    e.high = distance_of(bytes);
    if (e.low > e.high) std::swap(e.low, e.high);
    if (e.low == unbounded_future || e.high == unbounded_past) continue;
    e.kind = static_cast<EvidenceKind>(bytes.below(kinds));
    e.words.begin = bytes.below(5);
    e.words.end = e.words.begin + 1;
    e.trust = 0.1 * (1 + bytes.below(9));
    evidence.push_back(e);
  }
  const Solution solution = solve(timexes, events, evidence, dct);
  check_reasons(solution, evidence, dct);
  for (const EventBounds& bounds : solution.bounds) {
    fuzz::law(bounds.start.earliest <= bounds.start.latest, "a start has a place");
    fuzz::law(bounds.end.earliest <= bounds.end.latest, "an end has a place");
  }
  const Network network(timexes, events, evidence);
  for (std::uint32_t a = 0; a < events; ++a)
    for (std::uint32_t b = 0; b < events; ++b) {
      if (a == b) continue;
      const PairRelation there = network.between(a, b), back = network.between(b, a);
      fuzz::law(!(there.order == PairOrder::before && back.order == PairOrder::before),
                "two events are not each before the other");
      fuzz::law((there.order == PairOrder::before) == (back.order == PairOrder::after),
                "before is the converse of after");
      if (there.order != PairOrder::before) continue;
      const Point end{Point::Kind::event, a, true}, begin{Point::Kind::event, b, false};
      fuzz::law(proves(network.chain(end, begin, false), evidence, end, begin, false), "a proof proves");
    }
  return 0;
}
