// Source maps in a row: a document's text leads to a decoded text, and that to the bytes that were read.
#pragma once

#include <string_view>

#include "core/text/source_map.h"

namespace annal {

/// The way from offsets of `text` through `first` and then `second`. Linear.
SourceMap through(const SourceMap& first, const SourceMap& second, std::string_view text);

}  // namespace annal
