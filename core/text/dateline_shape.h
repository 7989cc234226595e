// Lines and beginnings of paragraphs that say where and when a text was written. Shapes alone: which date they state is
// for `dateline_dct`, once time expressions are resolved.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/lang/language.h"

namespace annal {

/// Whether a whole line states a date of writing: "Published 14 November 2016", "By Ana Brandt, Nov. 14, 2016",
/// "2016-11-14 10:32 GMT", or a dateline that stands alone ("PORTVALE, Nov. 14 (Agency) --").
bool is_dateline(std::string_view line, const Language& language);

/// Whether a whole line names who wrote the text and says no more.
bool is_byline(std::string_view line, const Language& language);

/// The bytes of the dateline at the front of a paragraph with its dash, without the white space after it; 0 for none.
/// "PORTVALE, Nov. 14 (Agency) -- The mayor": 27.
std::size_t leading_dateline(std::string_view paragraph, const Language& language);

}  // namespace annal
