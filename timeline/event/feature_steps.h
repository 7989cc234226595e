// Numbers as features of a model: a value has the feature of the step that it reaches.
#pragma once

#include <cstddef>

namespace annal {

/// A feature that values of at least `from` have, up to the next step.
template <class Feature, class Value>
struct FeatureStep {
  Value from;
  Feature feature;
};

/// Sets the feature of the step that `value` reaches: the last with `from` <= value. Steps are ascending.
template <class Step, std::size_t n, class Features, class Value>
void set_step(Features& features, Value value, const Step (&steps)[n]) {
  const Step* reached = nullptr;
  for (const Step& step : steps)
    if (value >= step.from) reached = &step;
  if (reached != nullptr) features.set(reached->feature);
}

}  // namespace annal
