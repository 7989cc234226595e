// See proofs.h. The number of pairs is bounded by the number of events times a constant, so that the page stays small.
#include "render/page/proofs.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "render/encode/json_writer.h"
#include "render/labels/extent.h"
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
  std::string summary;
  std::vector<std::size_t> steps;
};

}  // namespace

void write_proofs(const TextSink& sink, const Timeline& timeline, const std::vector<std::size_t>& shown) {
  const CodePoints points(timeline.document.text);
  std::vector<ProofStep> steps;
  std::map<std::pair<std::string, std::uint32_t>, std::size_t> known;
  std::vector<Pair> pairs;
  for (Proof& proof : proofs_of(timeline, shown)) {
    Pair pair{proof.a, proof.b, std::move(proof.summary), {}};
    for (const auto* chain : {&proof.steps, &proof.also}) {
      for (const ProofStep& step : *chain) {
        const auto [place, added] = known.try_emplace({step.claim, step.words.begin}, steps.size());
        if (added) steps.push_back(step);
        pair.steps.push_back(place->second);
      }
    }
    pairs.push_back(std::move(pair));
  }
  write_pieces(sink, false, [&](auto& json) {
    json.begin_object();
    json.key("steps");
    json.begin_array();
    for (const ProofStep& step : steps) {
      json.begin_object();
      json.field("claim", step.claim);
      json.known("rule", step.rule);
      json.share("trust", step.trust);
      if (step.words.size() > 0) json.span("words", step.words, points);
      json.end_object();
    }
    json.end_array();
    json.key("pairs");
    json.begin_array();
    for (const Pair& pair : pairs) {
      json.begin_object();
      json.field("a", event_id(pair.a));
      json.field("b", event_id(pair.b));
      json.field("summary", pair.summary);
      json.key("steps");
      json.begin_array();
      for (const std::size_t step : pair.steps) json.number(static_cast<std::int64_t>(step));
      json.end_array();
      json.end_object();
      json.pass_on();
    }
    json.end_array();
    json.end_object();
  });
}

}  // namespace annal::page
