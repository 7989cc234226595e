// Recognises lines and starts of paragraphs that state where and when a text was written, by their shape only.
// `find_dateline` reads the date in them after time expressions are recognised.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/lang/language.h"
#include "core/text/leading_date.h"

namespace annal {

/// Whether a complete line states a date of writing: "Published 14 November 2016", "By Ana Brandt, Nov. 14, 2016",
/// "2016-11-14 10:32 GMT", or a dateline on a line of its own ("PORTVALE, Nov. 14 (Agency) --").
bool is_dateline(std::string_view line, const Language& language);

/// Whether a complete line only names the author of the text.
bool is_byline(std::string_view line, const Language& language);

/// Returns the length in bytes of the dateline at the start of a paragraph, with its dash but without the white space
/// after it; 0 if there is none. "PORTVALE, Nov. 14 (Agency) -- The mayor": 27.
std::size_t leading_dateline(std::string_view paragraph, const Language& language);

/// The same for a dateline with a whole date beside its place, in any order, before a dash or a full stop:
/// "Altmarkt, 12. September 2023 (dpa) -", "Cuenca, 5 de abril de 2022.", "February 21, 2015 (VELL) -".
///
///   dates   of `text`, in order of place
std::size_t placed_dateline(std::string_view text, Span paragraph, const Language& language,
                            std::span<const DateMention> dates);

}  // namespace annal
