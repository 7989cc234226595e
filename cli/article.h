// From the article that the arguments name to its analysis or its timeline, and what the reader should be told about
// it.
#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "core/pipeline.h"
#include "core/result.h"
#include "timeline/timeline.h"

namespace annal {

/// The time expressions of the article. Errors: it cannot be read or is no text.
Result<Analysis> analyse_article(const Arguments& arguments);

/// The timeline of the article. Errors: it cannot be read or is no text.
Result<Timeline> build_article(const Arguments& arguments);

/// Tells on standard error what the program will not mend: each warning with its place, and, where a date hangs on the
/// day of writing and none is known, that it stays open and how to state it.
void report_warnings(const Arguments& arguments, const Document& document, const std::vector<Timex>& timexes,
                     const std::vector<Warning>& warnings);

/// Writes lines for people where the arguments say, as a terminal may have them. All text of ours that is no file
/// format goes through here. Errors: unreadable.
Result<void> write_text(const Arguments& arguments, std::string_view text);

/// Writes `bytes` where the arguments say. Errors: unreadable.
Result<void> write_output(const Arguments& arguments, std::string_view bytes);

}  // namespace annal
