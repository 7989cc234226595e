// How a picture or a text is displayed: --layout, --width, --around, --ascii, --no-editor.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/result.h"
#include "render/formats.h"
#include "render/render_options.h"

namespace annal {

/// The options as written on the command line.
struct RawDisplayOptions {
  std::optional<std::string> layout, width, around;
  bool ascii = false, no_editor = false;
};

struct DisplayOptions {
  SvgLayout layout = SvgLayout::rows;
  std::optional<std::size_t> width;   ///< of a picture in px, of text in columns; none: the format's default
  std::optional<std::string> around;  ///< an event, by id or by words of its title
  bool ascii = false;
  bool story = false;  ///< of a page: one event a slide
  bool editor = true;
};

/// The names of all layouts, joined by `separator`.
std::string layout_names(const char* separator);

/// The options as values. Errors, all of them usage: an unknown layout, a story that is no page, a width out of
/// range, an option that has no effect on `format`.
Result<DisplayOptions> validate_display(const RawDisplayOptions& raw, const Format& format);

}  // namespace annal
