// Reads an edits file: TOML whose keys docs/edits.md lists.
#pragma once

#include <string_view>

#include "core/result.h"
#include "timeline/edits/edits.h"

namespace annal {

/// Reads the edits of the file called `name`.
///
///   errors   one line, "NAME:LINE: what is wrong, and the remedy": not_text; syntax where it is no TOML; out_of_range
///            where it is larger than 4 MiB or nests too deeply; usage where a key is unknown or a value is not of its
///            kind. Of several the first in the file.
Result<Edits> read_edits(std::string_view toml, std::string_view name);

/// What is wrong with a value of an event, or nothing: the same for an edit of a file and one of a command line.
std::string fault_of_colour(std::string_view colour);  ///< "#b42318" or a name of letters
std::string fault_of_link(std::string_view link);      ///< http, https, mailto
std::string fault_of_image(std::string_view image);    ///< http, https, a picture as data, or a path below the file

}  // namespace annal
