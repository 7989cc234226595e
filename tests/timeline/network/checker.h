// Does a printed chain prove its claim? Adds up what the steps say, and knows nothing of graphs.
#pragma once

#include <vector>

#include "timeline/timeline.h"

/// Whether `chain` leads from `earlier` to `later` by steps that the evidence states, or that lead from an interval's
/// start to its end, and whose distances add up to 0 at least (`strictly`: to more, or to 0 over the length of an
/// interval).
template <class Step>
bool proves(const std::vector<Step>& chain, const std::vector<annal::Evidence>& evidence, annal::Point earlier,
            annal::Point later, bool strictly) {
  annal::CivilSeconds sum = 0;
  bool over_an_interval = false;
  for (const Step& step : chain) {
    if (!(step.earlier == earlier)) return false;
    earlier = step.later;
    if (step.evidence < 0) {
      if (step.at_least != 0 || step.earlier.is_end || !step.later.is_end) return false;
      if (step.earlier.kind != step.later.kind || step.earlier.index != step.later.index) return false;
      over_an_interval = true;
      continue;
    }
    const annal::Evidence& said = evidence.at(static_cast<std::size_t>(step.evidence));
    const bool forwards = said.from == step.earlier && said.to == step.later && said.low >= step.at_least;
    const bool backwards = said.from == step.later && said.to == step.earlier && -said.high >= step.at_least;
    if (said.set_aside || !(forwards || backwards)) return false;
    sum += step.at_least;
  }
  return earlier == later && (strictly ? sum > 0 || (sum == 0 && over_an_interval) : sum >= 0);
}
