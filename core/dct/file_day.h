// The day of writing that a file states of itself beside its text: the day on which it was made.
#pragma once

#include <optional>

#include "core/analysis.h"

namespace annal {

/// The first candidate of the document that is trusted and that the text bears out: a file may have been made years
/// after its text, or from a template years before, so a day that the text itself states with its year must lie in the
/// two months up to the candidate. The time expressions are resolved without a day of writing.
std::optional<Dct> borne_out_day(const Analysis& analysis);

}  // namespace annal
