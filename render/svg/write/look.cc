// The classes of render/svg/write/style.cc.
#include "render/svg/write/look.h"

namespace annal::svg {
namespace {

/// The class of an outline: dotted where alleged, dashed where conditional. What is denied is crossed out.
std::string_view outline_class(Status status) {
  switch (status) {
    case Status::alleged: return " d";
    case Status::conditional: return " e";
    default: return "";
  }
}

}  // namespace

Look look(Paint paint, Status status, std::uint8_t lane, const std::string& own_colour) {
  std::string classes = paint == Paint::filled ? "" : paint == Paint::hollow ? "h" : "v";
  classes += outline_class(status);
  if (!own_colour.empty()) return {classes, paint == Paint::filled ? "fill" : "stroke", own_colour};
  if (!classes.empty()) classes += ' ';
  classes += paint == Paint::filled ? 'f' : 'o';
  classes += static_cast<char>('0' + lane);
  return {classes};
}

std::set<std::string> own_colours_of(const Picture& picture) {
  std::set<std::string> colours;
  for (const EventDrawing& event : picture.events) {
    for (const Mark& mark : event.marks) colours.insert(mark.own_colour);
    for (const BarSegment& segment : event.segments) colours.insert(segment.own_colour);
  }
  colours.erase("");
  return colours;
}

}  // namespace annal::svg
