// The message catalogue of a language: labels.txt, a text for each key of core/lang/label_keys.h.
#pragma once

#include <string>
#include <vector>

#include "langc/source.h"

namespace annal::compile {

/// The texts of `file` in the order of Label. Throws a Fault for a line that is no `key = text`, for an unknown or
/// repeated key, a list of another length, and a key that is missing.
std::vector<std::string> read_labels(const SourceFile& file);

}  // namespace annal::compile
