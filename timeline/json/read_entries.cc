// See read_entries.h.
#include "timeline/json/read_entries.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>

#include "timeline/entries/date_parts.h"
#include "timeline/json/json_reader.h"
#include "timeline/json/read_owner.h"

namespace annal {
namespace {

using Value = JsonReader::Value;
using Names = std::span<const char* const>;

/// EDTF first: it says whether a range lasted or only bounds the date, which a start and an end do not.
constexpr std::array date_names{"edtf", "date", "start", "start_date"};
constexpr std::array end_names{"end", "end_date"};
constexpr std::array title_names{"title", "headline"};
constexpr std::array note_names{"note", "text", "description"};
constexpr std::array link_names{"link", "url"};
constexpr std::array lane_names{"lane", "group"};
constexpr std::array colour_names{"colour", "color"};
/// Members that other programs write and that say nothing of a timeline.
constexpr std::array silent_names{"id", "unique_id", "type", "display_date"};

constexpr std::string_view example = "the smallest timeline is [{\"date\": \"14 Nov 2016\", \"title\": \"A call\"}]";

/// A date in parts, as TimelineJS has it.
std::string date_of_parts(JsonReader& in, const Value& parts) {
  const auto part = [&](const char* key) { return in.text_or_number(parts, key); };
  const std::string year = part("year"), hour = part("hour"), minute = part("minute");
  const std::string day = day_of_parts(year, part("month"), part("day"));
  if (hour.empty()) return day.empty() ? part("display_date") : day;
  return with_time(day, hour + ":" + (minute.size() < 2 ? "0" : "") + (minute.empty() ? "0" : minute));
}

class EntryReader {
 public:
  explicit EntryReader(std::string_view name) : name_(name) {}

  Result<Entries> read(const Value& json) {
    if (json.IsObject()) {
      read_presentation_of(json);
      in_.each(json, "events", true, [&](const Value& item, std::size_t i) { read_entry(item, "/events/", i); });
    } else {
      in_.each_item(json, [&](const Value& item, std::size_t i) { read_entry(item, "/", i); });
    }
    if (!in_.fault().empty()) return fail(Code::syntax, name_ + ": " + in_.fault());
    for (const std::string& key : unknown_) out_.warnings.push_back("the member \"" + key + "\" is not read");
    return std::move(out_);
  }

 private:
  void read_presentation_of(const Value& json) {
    static constexpr std::array known{"title", "subtitle", "credit", "note",   "language", "theme",
                                      "lanes", "events",   "scale",  "schema", "generator"};
    out_.presentation = read_presentation_fields(in_, json);
    const Value* title = in_.member(json, "title");
    if (title != nullptr && title->IsObject())  // of TimelineJS
      in_.within(*title, "text", false, [&](const Value& text) {
        out_.presentation.title = in_.text(text, "headline");
        out_.presentation.subtitle = in_.text(text, "text");
      });
    else
      out_.presentation.title = in_.text(json, "title");
    note_unknown(json, known);
  }

  void note_unknown(const Value& object, Names known) {
    for (const auto& member : object.GetObject()) {
      const std::string_view key(member.name.GetString(), member.name.GetStringLength());
      if (std::ranges::find(known, key) == known.end()) unknown_.emplace(key.substr(0, 40));
    }
  }

  /// The first of these members that is there, and its name.
  const char* present(const Value& object, Names names) {
    for (const char* key : names)
      if (const Value* value = in_.member(object, key); value != nullptr && !value->IsNull()) return key;
    return nullptr;
  }

  std::string text(const Value& object, Names names) {
    const char* key = present(object, names);
    return key == nullptr ? std::string() : in_.text_or_number(object, key);
  }

  std::string date(const Value& object, Names names, const std::string& path, std::string& place) {
    const char* key = present(object, names);
    if (key == nullptr) return {};
    place = name_ + ": " + path + "/" + key;
    std::string found;
    in_.within(object, key, false, [&](const Value& value) {
      if (value.IsObject())
        found = date_of_parts(in_, value);
      else
        found = value.IsInt64() ? day_of_parts(in_.text_or_number(value), "", "") : in_.text(value);
    });
    return found;
  }

  std::string display_date(const Value& value) {
    const Value* told = in_.member(value, "display_date");
    return told != nullptr && told->IsString() ? in_.text(*told) : std::string();
  }

  void read_entry(const Value& value, const char* list, std::size_t index) {
    if (!value.IsObject()) return in_.note_fault("", "is no entry; " + std::string(example));
    const std::string path = list + std::to_string(index);
    Entry entry;
    entry.date = date(value, date_names, path, entry.place);
    if (!entry.place.ends_with("/edtf")) entry.end = date(value, end_names, path, entry.end_place);
    // Programs disagree about the number of a year before Christ, not about its words.
    if (const std::string told = display_date(value); !told.empty() && entry.date.starts_with('-')) entry.date = told;
    if (const Value* words = in_.member(value, "text"); words != nullptr && words->IsObject()) {
      in_.within(value, "text", false, [&](const Value& inner) {
        entry.title = in_.text(inner, "headline");
        entry.note = in_.text(inner, "text");
      });
    } else {
      entry.title = text(value, title_names);
      entry.note = text(value, note_names);
    }
    if (std::ranges::all_of(entry.title, [](char c) { return static_cast<unsigned char>(c) <= ' '; }))
      return in_.note_fault("", "has no \"title\"; " + std::string(example));
    entry.status = in_.named(value, "status", Status::denied);
    entry.source = in_.text(value, "source");
    entry.lane = text(value, lane_names);
    read_looks(value, entry);
    note_unknown_of(value);
    out_.entries.push_back(std::move(entry));
  }

  void read_looks(const Value& value, Entry& entry) {
    if (const char* key = present(value, colour_names)) entry.colour = read_colour(in_, value, key);
    if (const char* key = present(value, link_names)) entry.link = read_link(in_, value, key);
    entry.image = read_image(in_, value, "image");
    if (const Value* media = in_.member(value, "media"); media != nullptr && media->IsObject())
      in_.within(value, "media", false, [&](const Value& inner) {
        if (entry.link.empty()) entry.link = read_link(in_, inner, "url");
      });
    if (in_.flag(value, "hide")) entry.visibility = Visibility::hidden;
    if (in_.flag(value, "pin")) entry.visibility = Visibility::pinned;
  }

  void note_unknown_of(const Value& value) {
    std::vector<const char*> known{"status", "source", "image", "media", "hide", "pin"};
    for (const Names names : {Names(date_names), Names(end_names), Names(title_names), Names(note_names),
                              Names(link_names), Names(lane_names), Names(colour_names), Names(silent_names)})
      known.insert(known.end(), names.begin(), names.end());
    note_unknown(value, known);
  }

  std::string name_;
  JsonReader in_;
  Entries out_;
  std::set<std::string> unknown_;
};

bool is_list_of_entries(const Value& json) {
  return json.IsArray() || (json.IsObject() && json.FindMember("events") != json.MemberEnd());
}

}  // namespace

Result<Entries> read_entries(const Value& json, std::string_view name) {
  const auto error = [&](const std::string& what) { return fail(Code::syntax, std::string(name) + ": " + what); };
  if (!is_list_of_entries(json)) return error("no timeline: there is no list \"events\"; " + std::string(example));
  auto entries = EntryReader(name).read(json);
  if (entries && entries->entries.empty()) return error("no entries; " + std::string(example));
  return entries;
}

}  // namespace annal
