// What the program will not mend in a text, in lines for whoever handed it over.
#pragma once

#include <string>
#include <vector>

#include "core/analysis.h"

namespace annal::api {

/// What the program will not mend in the text called `name`, a line each: the warnings with their places, and, where a
/// date hangs on the day of writing and none is known, that it stays open; `remedy` says how to state it.
std::vector<std::string> warning_lines(const std::string& name, const Document& document,
                                       const std::vector<Timex>& timexes, const std::vector<Warning>& warnings,
                                       const std::string& remedy);

}  // namespace annal::api
