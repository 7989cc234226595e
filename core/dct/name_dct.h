// Reads the date of writing from the name of a file, "2016-11-14-council.txt", where nothing in the file states one.
#pragma once

#include <optional>
#include <string_view>

#include "core/text/document.h"

namespace annal {

/// Returns the day that `name`, the name of a file without its folders, states in figures: "2016-11-14", "2016_11_14",
/// "2016.11.14", "20161114", or "14-11-2016" where only one of the first two numbers can be a month. Nothing else is
/// taken: no day without its year, and none where the name states two.
///
///   returns  a day of source `inferred`, with the name as its reason; nullopt where the name states no day
std::optional<Dct> name_dct(std::string_view name);

}  // namespace annal
