// See read_owner.h.
#include "timeline/json/read_owner.h"

#include <algorithm>

#include "timeline/entries/address.h"
#include "timeline/entries/colour.h"
#include "timeline/entries/theme.h"
#include "timeline/lanes.h"

namespace annal {
namespace {

using Value = JsonReader::Value;

/// A text that `holds`, or a fault: the text, and `rule`.
std::string checked(JsonReader& in, const Value& object, const char* key, bool (*holds)(std::string_view),
                    std::string_view rule) {
  constexpr std::size_t most = 80;
  std::string found = in.text(object, key);
  if (!found.empty() && !holds(found)) in.note_fault(key, "'" + found.substr(0, most) + "' " + std::string(rule));
  return found;
}

bool is_colour(std::string_view colour) { return read_colour(colour).has_value(); }

EditedField edited_field(JsonReader& in, const std::string& stated) {
  for (int field = 0; field <= static_cast<int>(EditedField::split); ++field)
    if (name(static_cast<EditedField>(field)) == stated) return static_cast<EditedField>(field);
  in.note_fault("", "'" + stated + "' is no field that an owner edits");
  return {};
}

}  // namespace

std::string read_colour(JsonReader& in, const Value& object, const char* key) {
  return checked(in, object, key, is_colour, "is no colour; write #b42318, #b23 or a name of CSS");
}

std::string read_link(JsonReader& in, const Value& object, const char* key) {
  return checked(in, object, key, is_link, link_rule);
}

std::string read_image(JsonReader& in, const Value& object, const char* key) {
  return checked(in, object, key, is_image_address, image_rule);
}

void read_owner(JsonReader& in, const Value& value, Event& event) {
  event.visibility = in.named(value, "visibility", Visibility::pinned);
  event.colour = read_colour(in, value, "colour");
  event.note = in.text(value, "note");
  event.link = read_link(in, value, "link");
  event.image = read_image(in, value, "image");
  in.each(value, "edited", false,
          [&](const Value& item, std::size_t) { event.edited.push_back(edited_field(in, in.text(item))); });
  std::sort(event.edited.begin(), event.edited.end());
  event.edited.erase(std::unique(event.edited.begin(), event.edited.end()), event.edited.end());
}

Presentation read_presentation(JsonReader& in, const Value& timeline) {
  Presentation found;
  in.within(timeline, "presentation", false, [&](const Value& stated) {
    if (!stated.IsObject()) return in.note_fault("", "is no object");
    found = read_presentation_fields(in, stated);
    found.title = in.text(stated, "title");
  });
  return found;
}

Presentation read_presentation_fields(JsonReader& in, const Value& object) {
  Presentation found;
  found.subtitle = in.text(object, "subtitle");
  found.credit = in.text(object, "credit");
  found.note = in.text(object, "note");
  found.language = in.text(object, "language");
  found.theme = in.text(object, "theme");
  if (const auto theme = parse_theme(found.theme); !theme) in.note_fault("theme", theme.error().message);
  found.lanes = in.text(object, "lanes");
  if (!found.lanes.empty() && !lane_basis(found.lanes)) in.note_fault("lanes", lane_basis_fault(found.lanes));
  return found;
}

}  // namespace annal
