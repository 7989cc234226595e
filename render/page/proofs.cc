// See proofs.h. The number of pairs is bounded by the number of events times a constant, so that the page stays small.
#include "render/page/proofs.h"

#include <algorithm>
#include <map>

#include "render/extent.h"
#include "render/json_writer.h"
#include "timeline/explain/why.h"
#include "timeline/graph/network.h"

namespace annal::page {
namespace {

constexpr std::size_t neighbours = 5;

struct Pair {
  std::uint32_t a, b;
  std::string summary;
  std::vector<std::size_t> steps;
};

}  // namespace

std::string proofs_json(const Timeline& timeline, const std::vector<std::size_t>& shown) {
  const Network network(timeline);
  const CodePoints points(timeline.document.text);
  std::vector<ProofStep> steps;
  std::map<std::pair<std::string, std::uint32_t>, std::size_t> known;
  std::vector<Pair> pairs;
  const std::size_t reach = shown.size() <= every_pair ? shown.size() : neighbours;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    for (std::size_t k = i + 1; k < shown.size() && k <= i + reach; ++k) {
      const auto a = static_cast<std::uint32_t>(shown[i]), b = static_cast<std::uint32_t>(shown[k]);
      Proof proof = why(timeline, network, a, b);
      Pair pair{a, b, proof.summary, {}};
      for (const auto* chain : {&proof.steps, &proof.also}) {
        for (const ProofStep& step : *chain) {
          const auto [place, added] = known.try_emplace({step.claim, step.words.begin}, steps.size());
          if (added) steps.push_back(step);
          pair.steps.push_back(place->second);
        }
      }
      pairs.push_back(std::move(pair));
    }
  }
  std::string out;
  append_written(out, false, [&](auto& json) {
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
    }
    json.end_array();
    json.end_object();
  });
  return out;
}

}  // namespace annal::page
