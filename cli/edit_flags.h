// What the command line changes of a timeline for one run: --edits, --no-edits, --title, --subtitle, --credit, --note,
// --lang-labels, --theme, --lanes, --pick, --drop. What is stated here wins over the edits file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "timeline/timeline.h"

namespace annal {

/// The options as written on the command line.
struct RawEditFlags {
  std::optional<std::string> edits, title, subtitle, credit, note, label_language, theme, lanes;
  std::vector<std::string> pick, drop;
  bool no_edits = false;
};

struct EditFlags {
  std::optional<std::string> file;  ///< of --edits; none: the one beside the article, where there is one
  bool no_file = false;
  std::optional<std::string> title, subtitle, credit, note;  ///< empty: none, whatever the file says
  std::optional<std::string> language;                       ///< the tag of a language that is known
  std::optional<std::string> theme;                          ///< "light", "dark" or the name of a .css file
  std::optional<std::string> lanes;                          ///< the name of a LaneBasis
  std::vector<std::string> pick, drop;                       ///< names of events, as api::find_event takes them

  bool chooses() const { return !pick.empty() || !drop.empty(); }
};

/// The tag of --lang-labels as a language has it. Errors: usage: no such language.
Result<std::string> label_language(const std::string& tag);

/// The options as values. Errors, all of them usage: --edits beside --no-edits, a language, a theme or lanes that are
/// not known, an empty name.
Result<EditFlags> validate_edit_flags(const RawEditFlags& raw);

/// Puts what the flags state into the timeline, and hides and shows the events that they name; selects no events.
///
///   errors   as api::find_event; of a theme, as read_theme
Result<void> apply_edit_flags(Timeline& timeline, const EditFlags& flags);

}  // namespace annal
