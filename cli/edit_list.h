// What an edits file holds, for its owner.
#pragma once

#include <string>

#include "cli/edits_file.h"
#include "render/render_options.h"
#include "timeline/edits/edits.h"

namespace annal {

/// Each edit of `file` in a line, with its own line in the file and the event that it names, and below them the best
/// events that are left out and could be shown.
std::string edit_list(const EditedTimeline& edited, const EditsFile& file, const RenderOptions& options);

}  // namespace annal
