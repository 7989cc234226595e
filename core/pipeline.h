// Read this first: text to values on the calendar, in one function.
//
//   bytes -> Document (text/read, reader/) -> tokens, sentences (text/) -> time expressions (grammar/) -> values
//   (normalize/)
#pragma once

#include "core/analysis.h"

namespace annal {

class Language;

/// Finds and resolves every time expression of `document`. A function of its arguments alone.
Analysis analyse(Document document, const Language& language);

}  // namespace annal
