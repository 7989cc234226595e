// Both ends of a range lie as near to each other as their words allow.
#pragma once

#include <cstddef>

#include "core/analysis.h"
#include "core/normalize/resolution.h"
#include "core/normalize/resolution_context.h"

namespace annal {

/// Moves `resolution`, a date of the calendar that time expression `i` of `analysis` means, to the year that the other
/// end of its range asks for, where it states none itself: "from October to March" told of in February began in the
/// year before; "from November 8 to 10" ends in the year in which it begins. Any other expression stays as it is.
void fit_range(const Analysis& analysis, std::size_t i, const ResolutionContext& context, Resolution& resolution);

}  // namespace annal
