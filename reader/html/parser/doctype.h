// Whether a document type asks for the layout of old browsers: in a page like that a table does not end a paragraph.
#pragma once

#include <string_view>

namespace annal::html {

/// Whether a page whose document type is `doctype`, from "<!" to before ">", is in quirks mode.
///
///   source   HTML standard, "the initial insertion mode"
bool asks_for_quirks(std::string_view doctype);

}  // namespace annal::html
