// How a value came about, for a reader.
#pragma once

#include <cstddef>
#include <string>

#include "core/analysis.h"

namespace annal {

/// How the value of `analysis.timexes[i]` came about, for a reader: "week before t0".
std::string explain(const Analysis& analysis, std::size_t i);

/// The other reading of `analysis.timexes[i]` and why it lost: "2017-11-14, but the clause looks back"; empty where the
/// words leave no choice.
std::string explain_alternative(const Analysis& analysis, std::size_t i);

}  // namespace annal
