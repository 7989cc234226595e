#include "render/svg/write/look.h"

#include <algorithm>
#include <tuple>

namespace annal::svg {

char digit(std::uint8_t lane) { return static_cast<char>('0' + lane); }

const char* gradient_of(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::window: return "w";
    case SegmentKind::fade_in: return "i";
    case SegmentKind::fade_out: return "o";
    case SegmentKind::open_left: return "l";
    case SegmentKind::open_right: return "r";
    default: return nullptr;
  }
}

Look look(std::string_view classes, std::uint8_t lane, const std::string& own_colour) {
  if (own_colour.empty()) return {std::string(classes) + digit(lane), "", ""};
  const char* painted = classes.ends_with('f') ? "fill" : "stroke";
  classes.remove_suffix(classes.size() > 1 ? 2 : 1);
  return {std::string(classes), painted, own_colour};
}

std::set<std::string> own_colours_of(const Picture& picture) {
  std::set<std::string> colours;
  for (const EventDrawing& event : picture.events)
    for (const Mark& mark : event.marks) colours.insert(mark.own_colour);
  for (const EventDrawing& event : picture.events)
    for (const BarSegment& segment : event.segments) colours.insert(segment.own_colour);
  colours.erase("");
  return colours;
}

std::vector<BarSegment> gradients_of(const Picture& picture) {
  std::vector<BarSegment> found = picture.legend_segments;
  for (const EventDrawing& event : picture.events)
    found.insert(found.end(), event.segments.begin(), event.segments.end());
  std::erase_if(found, [](const BarSegment& segment) { return gradient_of(segment.kind) == nullptr; });
  const auto look = [](const BarSegment& segment) {
    return std::tuple(!segment.own_colour.empty(), segment.upright, segment.own_colour.empty() ? segment.colour : 0,
                      std::string_view(segment.own_colour));
  };
  const auto same = [&](const BarSegment& a, const BarSegment& b) { return look(a) == look(b); };
  std::ranges::stable_sort(found, [&](const BarSegment& a, const BarSegment& b) { return look(a) < look(b); });
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace annal::svg
