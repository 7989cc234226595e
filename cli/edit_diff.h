// What edits change of a timeline, event by event.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/render_options.h"
#include "timeline/edits/edits.h"
#include "timeline/timeline.h"

namespace annal {

/// The date of an event in words of the language of labels; empty where it has none.
std::string date_words(const Timeline& timeline, const Event& event);

/// One event in two timelines of one article. One that is not in both was added, split off or merged into another.
struct EventPair {
  std::optional<std::uint32_t> before, after;
};

/// What of an event is another.
struct FieldChange {
  std::string_view field;     ///< "date", "title", "view", "factuality", "lane", "colour", "note", "link", "image"
  std::string before, after;  ///< in words, each on one line; empty where nothing is stated
};

/// The events of both timelines: those of `after` in its order, then those that are gone.
std::vector<EventPair> event_pairs(const Timeline& before, const Timeline& after);

/// What differs between the two events of `pair`; of an event that is in one of the two, all that is stated of it.
std::vector<FieldChange> field_changes(const Timeline& before, const Timeline& after, const EventPair& pair);

/// What changed, for a person: a line for each event that was meant, and, below them, for each that is shown or was,
/// and whose date, order or place in the picture follows.
///
///   meant   the events of `before` that were edited
std::string change_report(const Timeline& before, const Timeline& after, const std::vector<std::uint32_t>& meant);

/// "12 of 40 events shown; 2 problems", with a line break.
std::string summary_line(const EditedTimeline& edited);

/// Both timelines side by side: the events that either shows.
std::string diff_text(const Timeline& before, const Timeline& after, const RenderOptions& options);

/// {"edits": NAME, "changes": [{"id"?, "title", "before"?, "after"?}], "problems": [{"line"?, "message"}]}, with a line
/// break.
std::string diff_json(const Timeline& before, const EditedTimeline& after, const std::string& name);

}  // namespace annal
