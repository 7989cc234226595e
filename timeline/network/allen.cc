#include "timeline/network/allen.h"

namespace annal {

std::string_view name(PairOrder order) {
  switch (order) {
    case PairOrder::before: return "before";
    case PairOrder::after: return "after";
    case PairOrder::simultaneous: return "simultaneous";
    case PairOrder::includes: return "includes";
    case PairOrder::is_included: return "is included";
    case PairOrder::overlaps: return "overlaps";
    case PairOrder::unknown: return "unknown";
  }
  return {};
}

}  // namespace annal
