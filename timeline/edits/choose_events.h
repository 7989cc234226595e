// Which events are in the pictures once edits are applied.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace annal {

/// What edits say of the events of a timeline.
struct Choice {
  std::vector<std::optional<std::uint32_t>> picked, dropped;  ///< nothing where a quote names none
  std::vector<std::uint32_t> stated;                          ///< shown also where others are picked
  std::vector<std::uint32_t> changed;                         ///< shown unless an edit hides them
  std::vector<bool> own;    ///< of each event whether an edit of its own states its visibility; may be shorter
  std::vector<bool> named;  ///< of each event whether an edit of its own names it
  bool accepted = false;    ///< events that no edit names are new
};

/// Sets visibility and `shown` of all events: what an edit changes is shown, unless one hides it; of the others those
/// that were. Returns what is to be told of events that are new since the timeline was accepted, or nothing.
std::string choose_events(Timeline& timeline, const Choice& choice);

}  // namespace annal
