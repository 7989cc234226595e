// Character references: &eacute; &#233; &#xE9; to characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace annal::html {

/// The reference at the front of `source`, which begins with '&'.
///
///   in_attribute  a name without its semicolon that "=" or a letter follows is no reference there
///   out           gets the characters appended, valid UTF-8: what names no character (past U+10FFFF, a surrogate, a
///                 noncharacter) or a control that is no white space is U+FFFD, as where such stand as they are
///   returns       the bytes of `source` that it takes; 0, with `out` as it was, where there is no reference
///   source        HTML standard, "character reference state"; names of data/html/entities.txt
std::size_t read_reference(std::string_view source, bool in_attribute, std::string& out);

}  // namespace annal::html
