// The output of `annal dates`: every time expression with its place, words and TIMEX3 value and, with --explain, how
// the value was derived. (As JSON: to_dates_json in json.h; as TimeML: timeml.h.)
#pragma once

#include <string>

#include "core/lang/language.h"
#include "core/pipeline.h"

namespace annal {

struct DatesOptions {
  bool explain = false;                ///< reading, extent, anchor, tree and rule below each
  const Language* language = nullptr;  ///< names the rules, if given
  bool one_of_several = false;         ///< JSON is written on one line
};

/// One line for each time expression, in columns: line:column, words, type, value, modifiers. Then the warnings. Ends
/// in a line break unless there is nothing to say.
std::string to_dates_text(const Analysis& analysis, const DatesOptions& options = {});

}  // namespace annal
