// A time expression as the owner of the text has it read.
#pragma once

#include "core/grammar/expression.h"
#include "core/normalize/resolution.h"
#include "core/normalize/resolution_context.h"
#include "core/normalize/timex_override.h"

namespace annal {

/// What the tree at `index` comes to under `override`, in a text that is read in `context`: it rests on nothing else of
/// the text. Of kind `nothing` where it is dropped.
Resolution evaluate_overridden(const TimexOverride& override, const ExpressionPool& pool, ExpressionIndex index,
                               const ResolutionContext& context);

}  // namespace annal
