// See read_owner.h.
#include "timeline/json/read_owner.h"

#include <algorithm>

#include "timeline/entries/owner_value.h"

namespace annal {
namespace {

using Value = JsonReader::Value;

std::string checked(JsonReader& in, const Value& object, const char* key, bool (*holds)(std::string_view),
                    std::string_view rule) {
  std::string found = in.text(object, key);
  if (!found.empty() && !holds(found))
    in.note_fault(std::string("\"") + key + "\" is '" + found + "'; " + std::string(rule));
  return found;
}

std::string_view text_of(const Value& value) {
  return value.IsString() ? std::string_view(value.GetString(), value.GetStringLength()) : std::string_view();
}

}  // namespace

void read_owner(JsonReader& in, const Value& value, Event& event) {
  event.visibility = in.named(value, "visibility", Visibility::pinned);
  event.colour = checked(in, value, "colour", is_colour, colour_rule);
  event.note = in.text(value, "note");
  event.link = checked(in, value, "link", is_link, link_rule);
  event.image = checked(in, value, "image", is_image_address, image_rule);
  for (const Value* item : in.items(value, "edited")) {
    const std::string_view stated = text_of(*item);
    int field = 0;
    while (field <= static_cast<int>(EditedField::split) && name(static_cast<EditedField>(field)) != stated) ++field;
    if (field > static_cast<int>(EditedField::split))
      in.note_fault("\"edited\" names '" + std::string(stated) + "', which is no field");
    event.edited.push_back(static_cast<EditedField>(field));
  }
  std::sort(event.edited.begin(), event.edited.end());
  event.edited.erase(std::unique(event.edited.begin(), event.edited.end()), event.edited.end());
}

Presentation read_presentation(JsonReader& in, const Value& timeline) {
  Presentation found;
  const Value* stated = in.member(timeline, "presentation");
  if (stated == nullptr) return found;
  if (!stated->IsObject()) in.note_fault("\"presentation\" is no object");
  found.title = in.text(*stated, "title");
  found.subtitle = in.text(*stated, "subtitle");
  found.credit = in.text(*stated, "credit");
  found.note = in.text(*stated, "note");
  found.language = in.text(*stated, "language");
  found.theme = checked(in, *stated, "theme", is_theme, theme_rule);
  return found;
}

}  // namespace annal
