#include "timeline/edits/choose_events.h"

#include <algorithm>

#include "timeline/edits/set_fields.h"
#include "timeline/selection.h"

namespace annal {
namespace {

constexpr std::size_t most_listed = 5;

std::string titles_of(const Timeline& timeline, const std::vector<std::uint32_t>& events) {
  std::string out;
  for (std::size_t i = 0; i < events.size() && i < most_listed; ++i)
    out += (i == 0 ? "“" : ", “") + timeline.events[events[i]].title + "”";
  return events.size() > most_listed ? out + " and " + std::to_string(events.size() - most_listed) + " more" : out;
}

/// What a list chooses, unless the event's own edit states another.
void choose(Event& event, bool has_own, Visibility visibility) {
  if (has_own || event.visibility == visibility) return;
  event.visibility = visibility;
  mark(event, EditedField::visibility);
}

/// Hides what was not there, or not chosen, when the timeline was accepted.
std::string hide_new(Timeline& timeline, const std::vector<bool>& named) {
  std::vector<std::uint32_t> fresh;
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    Event& event = timeline.events[e];
    if (event.visibility != Visibility::selected || named[e]) continue;
    if (event.shown) fresh.push_back(e);
    event.visibility = Visibility::hidden;
  }
  follow_visibility(timeline);
  if (fresh.empty()) return {};
  return std::to_string(fresh.size()) + (fresh.size() == 1 ? " event is" : " events are") +
         " new since the timeline was accepted, and hidden: " + titles_of(timeline, fresh) +
         "; to show one, name it in an [[event]] with show = true";
}

}  // namespace

std::string choose_events(Timeline& timeline, const Choice& choice) {
  std::vector<bool> own = choice.own, chosen(timeline.events.size(), false);
  own.resize(timeline.events.size(), false);
  for (const std::uint32_t event : choice.stated) chosen[event] = true;
  bool any = false;
  for (const auto& event : choice.picked) {
    if (!event) continue;
    any = true;
    chosen[*event] = true;
  }
  for (std::size_t e = 0; e < timeline.events.size() && any; ++e)
    choose(timeline.events[e], own[e], chosen[e] ? Visibility::shown : Visibility::hidden);
  for (const auto& event : choice.dropped)
    if (event) choose(timeline.events[*event], own[*event], Visibility::hidden);
  for (const std::uint32_t event : choice.changed)
    if (timeline.events[event].visibility == Visibility::selected)
      timeline.events[event].visibility = Visibility::shown;
  follow_visibility(timeline);
  return choice.accepted ? hide_new(timeline, choice.named) : std::string();
}

}  // namespace annal
