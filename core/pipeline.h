// Read this first: a document in, its time expressions with their calendar values out.
//
//   Document (text/, reader/) -> tokens, sentences (text/) -> time expressions (grammar/) -> date of writing (dct/)
//   -> calendar values (normalize/)
#pragma once

#include <span>

#include "core/analysis.h"
#include "core/normalize/timex_override.h"

namespace annal {

class Language;

/// Finds and resolves every time expression of `document`, those of `overrides` as these state. The result depends only
/// on the arguments.
Analysis analyse(Document document, const Language& language, std::span<const TimexOverride> overrides = {});

}  // namespace annal
