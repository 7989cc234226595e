// JSON-LD: each event as schema.org's Event that lies in an interval of OWL-Time, with the relations between events in
// OWL-Time's words. startDate and endDate stand only where they are known to the day; otherwise temporalCoverage and
// the interval say what is left open. Fit for a <script> of a page: no "<" stands in it.
#include <algorithm>
#include <vector>

#include "core/calendar/calendar.h"
#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/export/entry.h"
#include "render/labels/extent.h"
#include "timeline/tlink/claim.h"

namespace annal {
namespace {

/// OWL-Time's name for "subject TYPE object".
std::string_view property_of(RelationType type) {
  switch (type) {
    case RelationType::before: return "time:intervalBefore";
    case RelationType::after: return "time:intervalAfter";
    case RelationType::ibefore: return "time:intervalMeets";
    case RelationType::iafter: return "time:intervalMetBy";
    case RelationType::includes: return "time:intervalContains";
    case RelationType::is_included:
    case RelationType::during: return "time:intervalIn";
    case RelationType::simultaneous:
    case RelationType::identity: return "time:intervalEquals";
    case RelationType::begins: return "time:intervalStarts";
    case RelationType::begun_by: return "time:intervalStartedBy";
    case RelationType::ends: return "time:intervalFinishes";
    case RelationType::ended_by: return "time:intervalFinishedBy";
  }
  return "time:intervalBefore";
}

void write_instant(JsonWriter& json, std::string_view key, CivilSeconds at, bool clock) {
  json.key(key);
  json.begin_object();
  json.field("@type", "time:Instant");
  json.key(clock ? "time:inXSDDateTime" : "time:inXSDDate");
  json.begin_object();
  json.field("@type", clock ? "xsd:dateTime" : "xsd:date");
  json.field("@value", iso_text(at, clock));
  json.end_object();
  json.end_object();
}

void write_window(JsonWriter& json, const exports::Entry& entry) {
  json.begin_object();
  json.field("@type", "time:ProperInterval");
  if (entry.begin != unbounded_past) write_instant(json, "time:hasBeginning", entry.begin, entry.clock);
  if (entry.end != unbounded_future) write_instant(json, "time:hasEnd", entry.last(), entry.clock);
  json.end_object();
}

/// For each event, its relations to events that are shown.
using Relations = std::vector<std::vector<const Relation*>>;

Relations relations_of(const Timeline& timeline, const std::vector<exports::Entry>& entries) {
  std::vector<bool> shown(timeline.events.size());
  for (const exports::Entry& entry : entries) shown[entry.index] = true;
  Relations out(timeline.events.size());
  for (const Relation& relation : timeline.relations) {
    if (is_claim(relation) && relation.from.kind == Entity::Kind::event && relation.to.kind == Entity::Kind::event &&
        shown[relation.to.index])
      out[relation.from.index].push_back(&relation);
  }
  return out;
}

/// The window and the relations of an event, each of OWL-Time's names one key.
void write_relations(JsonWriter& json, const exports::Entry& entry, const std::vector<const Relation*>& relations) {
  for (int type = 0; type <= static_cast<int>(RelationType::ended_by); ++type) {
    const std::string_view property = property_of(static_cast<RelationType>(type));
    bool told = false;
    for (int earlier = 0; earlier < type; ++earlier)
      told = told || property_of(static_cast<RelationType>(earlier)) == property;
    if (told) continue;
    const bool holds_window = property == "time:intervalIn" && entry.dated();
    const auto of_property = [&](const Relation* relation) { return property_of(relation->type) == property; };
    if (!holds_window && std::ranges::none_of(relations, of_property)) continue;
    json.key(property);
    json.begin_array();
    if (holds_window) write_window(json, entry);
    for (const Relation* relation : relations) {
      if (!of_property(relation)) continue;
      json.begin_object();
      json.field("@id", '#' + event_id(relation->to.index));
      json.end_object();
    }
    json.end_array();
  }
}

void write_event(JsonWriter& json, const Timeline& timeline, const exports::Entry& entry,
                 const std::vector<const Relation*>& relations) {
  const Event& event = timeline.events[entry.index];
  json.begin_object();
  json.field("@id", '#' + entry.id);
  json.key("@type");
  json.begin_array();
  json.text("Event");
  json.text("time:ProperInterval");
  json.end_array();
  json.field("name", one_line(event.title));
  json.known("description", entry.description(" "));
  json.known("url", entry.link);
  if (entry.has_web_image()) json.field("image", entry.image);
  if (event.status != Status::fact) json.field("disambiguatingDescription", name(event.status));
  const bool exact = entry.exact() || entry.kind == labels::PlacementKind::span;
  if (entry.bounded() && exact && event.start.latest - event.start.earliest <= seconds_per_day)
    json.field("startDate", iso_text(entry.begin, entry.clock));
  if (entry.bounded() && exact && event.end.latest - event.end.earliest <= seconds_per_day)
    json.field("endDate", iso_text(entry.last(), entry.clock));
  json.known("temporalCoverage", event.edtf);
  write_relations(json, entry, relations);
  json.end_object();
}

/// What stands around the timeline, where its owner states it.
void write_presentation(JsonWriter& json, const Timeline& timeline) {
  const Presentation& stated = timeline.presentation;
  if (stated.title.empty() && stated.subtitle.empty() && stated.credit.empty() && stated.note.empty()) return;
  json.begin_object();
  json.field("@id", "#timeline");
  json.field("@type", "CreativeWork");
  json.field("headline", exports::heading_of(timeline));
  json.known("alternativeHeadline", one_line(stated.subtitle));
  json.known("abstract", one_line(stated.note));
  json.known("creditText", one_line(stated.credit));
  json.end_object();
}

}  // namespace

void write_jsonld(const TextSink& sink, const Timeline& timeline) {
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  const Relations relations = relations_of(timeline, entries);
  const auto escaped = [&](std::string_view piece) {
    const exports::LookAlike less_than{'<', "\\u003c"};
    sink(exports::replaced(piece, {&less_than, 1}));
  };
  write_pieces(escaped, JsonLayout::indented, [&](JsonWriter& json) {
    json.begin_object();
    json.key("@context");
    json.begin_object();
    json.field("@vocab", "https://schema.org/");
    json.field("time", "http://www.w3.org/2006/time#");
    json.field("xsd", "http://www.w3.org/2001/XMLSchema#");
    json.end_object();
    json.key("@graph");
    json.begin_array();
    write_presentation(json, timeline);
    for (const exports::Entry& entry : entries) {
      write_event(json, timeline, entry, relations[entry.index]);
      json.pass_on();
    }
    json.end_array();
    json.end_object();
  });
  sink("\n");
}

std::string to_jsonld(const Timeline& timeline) {
  std::string out;
  write_jsonld([&](std::string_view piece) { out += piece; }, timeline);
  return out;
}

}  // namespace annal
