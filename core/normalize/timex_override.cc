#include "core/normalize/timex_override.h"

#include <algorithm>

namespace annal {

const TimexOverride* find_override(std::span<const TimexOverride> overrides, Span span) {
  const auto last = std::find_if(overrides.rbegin(), overrides.rend(),
                                 [span](const TimexOverride& override) { return override.span == span; });
  return last == overrides.rend() ? nullptr : &*last;
}

}  // namespace annal
