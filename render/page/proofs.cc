// See proofs.h. The number of pairs is bounded by the number of events times a constant, so that the page stays small.
#include "render/page/proofs.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "render/json_documents.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "timeline/explain/step_text.h"
#include "timeline/explain/why.h"
#include "timeline/network/network.h"

namespace annal::page {
namespace {

constexpr std::size_t neighbours = 5;
constexpr std::uint64_t steps_in_all = 1'000'000, steps_of_byte = 10;
constexpr std::uint64_t steps_of_pair = 100;  ///< that its words are worth, besides those of the search

/// The proofs of pairs in the order of their first event, then of their second.
std::vector<Proof> proofs_of(const Timeline& timeline, const std::vector<std::size_t>& shown) {
  if (timeline.evidence.empty()) return {};  // read from a file that leaves it out: no order can be shown
  const Network network(timeline);
  const std::uint64_t most = steps_in_all + steps_of_byte * timeline.document.text.size();
  std::uint64_t pairs = 0;
  const auto within = [&] { return network.steps() + steps_of_pair * pairs < most; };
  const std::size_t reach = shown.size() <= every_pair ? shown.size() : neighbours;
  std::vector<std::vector<Proof>> by_event(shown.size());
  for (std::size_t apart = 1; apart <= reach; ++apart)
    for (std::size_t i = 0; i + apart < shown.size() && within(); ++i, ++pairs)
      by_event[i].push_back(
          why(timeline, network, static_cast<std::uint32_t>(shown[i]), static_cast<std::uint32_t>(shown[i + apart])));
  std::vector<Proof> proofs;
  for (std::vector<Proof>& some : by_event) std::move(some.begin(), some.end(), std::back_inserter(proofs));
  return proofs;
}

struct Pair {
  std::uint32_t a, b;
  Verdict verdict;
  std::vector<std::size_t> steps;
};

/// "3 days", "90 minutes": exact; empty for seconds, which no label counts.
std::string exact_length(CivilSeconds seconds, const Labels& labels) {
  const std::pair<CivilSeconds, Label> units[] = {
      {seconds_per_day, Label::days_one}, {3600, Label::hours_one}, {60, Label::minutes_one}};
  for (const auto& [length, label] : units)
    if (seconds % length == 0) return labels.count(label, static_cast<std::size_t>(seconds / length));
  return {};
}

std::string time_words(CivilSeconds at, Frame frame, const Labels& labels) {
  const CivilSeconds in_day = second_of_day(at);
  const bool whole_day = in_day == 0 || in_day == seconds_per_day - 1;
  if (frame == Frame::calendar) return labels::long_day_words(at, !whole_day, labels);
  const CivilSeconds day = floor_day(at);
  return labels::date_words(label_of({day, day + seconds_per_day}, frame), labels);
}

/// What the claim names besides its two intervals, in words.
std::string amount_words(const StepClaim& claim, const Labels& labels) {
  if (claim.frame != Frame::none) return time_words(claim.amount, claim.frame, labels);
  return claim.amount > 0 ? exact_length(claim.amount, labels) : "";
}

/// The name of the claim as the page says it: of two points a length apart only what holds for the intervals too.
std::string_view claim_name(const StepClaim& claim) {
  switch (claim.kind) {
    case ClaimKind::apart_after: return name(ClaimKind::at_most_after);
    case ClaimKind::apart_before:
    case ClaimKind::at_least_before: break;
    default: return name(claim.kind);
  }
  if (claim.a.is_end && !claim.b.is_end) return name(ClaimKind::at_least_before);
  if (!claim.a.is_end && claim.b.is_end) return name(ClaimKind::begins_before_end);
  return name(claim.a.is_end ? ClaimKind::ends_by : ClaimKind::begins_by);
}

void write_step(JsonWriter& json, const ProofStep& step, const Labels& labels, SpanWriter& spans) {
  json.begin_object();
  json.field("claim", claim_name(step.claim));
  if (step.evidence >= 0) json.field("kind", name(step.kind));
  json.field("a", name_of(step.claim.a));
  if (step.claim.b.kind != Point::Kind::origin && step.claim.b.kind != Point::Kind::open_year)
    json.field("b", name_of(step.claim.b));
  json.known("at", amount_words(step.claim, labels));
  if (step.words.size() > 0) spans.write("words", step.words);
  json.end_object();
}

void write_pair(JsonWriter& json, const Pair& pair) {
  json.begin_object();
  json.field("a", event_id(pair.a));
  json.field("b", event_id(pair.b));
  json.field("verdict", name(pair.verdict));
  json.key("steps");
  json.begin_array();
  for (const std::size_t step : pair.steps) json.number(static_cast<std::int64_t>(step));
  json.end_array();
  json.end_object();
}

}  // namespace

void write_proofs(const TextSink& sink, const Timeline& timeline, const std::vector<std::size_t>& shown,
                  const Labels& labels) {
  std::vector<ProofStep> steps;
  std::map<std::pair<std::string, std::uint32_t>, std::size_t> known;
  std::vector<Pair> pairs;
  for (Proof& proof : proofs_of(timeline, shown)) {
    Pair pair{proof.a, proof.b, proof.verdict, {}};
    for (const auto* chain : {&proof.steps, &proof.also}) {
      for (const ProofStep& step : *chain) {
        const auto [place, added] =
            known.try_emplace({step_text(step.claim, timeline), step.words.begin}, steps.size());
        if (added) steps.push_back(step);
        pair.steps.push_back(place->second);
      }
    }
    pairs.push_back(std::move(pair));
  }
  write_pieces(sink, JsonLayout::line, [&](JsonWriter& json) {
    SpanWriter spans(json, timeline);
    json.begin_object();
    json.key("steps");
    json.begin_array();
    for (const ProofStep& step : steps) write_step(json, step, labels, spans);
    json.end_array();
    json.key("pairs");
    json.begin_array();
    for (const Pair& pair : pairs) {
      write_pair(json, pair);
      json.pass_on();
    }
    json.end_array();
    json.end_object();
  });
}

}  // namespace annal::page
