// GraphML: nodes are the events and the time expressions that relations name, edges are the relations. For Gephi, yEd,
// networkx and their kin.
#include <algorithm>
#include <vector>

#include "render/encode/escape.h"
#include "render/export/entry.h"
#include "render/labels/extent.h"
#include "timeline/tlink/claim.h"

namespace annal {
namespace {

constexpr const char* head = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="when" for="node" attr.name="when" attr.type="string"/>
  <key id="earliest" for="node" attr.name="earliest" attr.type="string"/>
  <key id="latest" for="node" attr.name="latest" attr.type="string"/>
  <key id="edtf" for="node" attr.name="edtf" attr.type="string"/>
  <key id="factuality" for="node" attr.name="factuality" attr.type="string"/>
  <key id="certainty" for="node" attr.name="certainty" attr.type="double"/>
  <key id="lane" for="node" attr.name="lane" attr.type="string"/>
  <key id="type" for="edge" attr.name="type" attr.type="string"/>
  <key id="origin" for="edge" attr.name="origin" attr.type="string"/>
  <key id="rule" for="edge" attr.name="rule" attr.type="string"/>
  <key id="trust" for="edge" attr.name="trust" attr.type="double"/>
  <key id="evidence" for="edge" attr.name="evidence" attr.type="string"/>
)";

/// What an owner states of an event, where one does of any.
constexpr const char* owner_keys = R"(  <key id="note" for="node" attr.name="note" attr.type="string"/>
  <key id="link" for="node" attr.name="link" attr.type="string"/>
  <key id="image" for="node" attr.name="image" attr.type="string"/>
  <key id="colour" for="node" attr.name="colour" attr.type="string"/>
)";

bool states_more(const exports::Entry& entry) {
  return !entry.note.empty() || !entry.link.empty() || !entry.image.empty() || !entry.colour.empty();
}

void data(std::string& out, const char* key, std::string_view value) {
  if (value.empty()) return;
  out += "      <data key=\"" + std::string(key) + "\">";
  append_xml_text(out, value);
  out += "</data>\n";
}

std::string share(double value) {
  std::string digits = std::to_string(static_cast<int>(value * 1000 + 0.5));
  digits.insert(0, 4 - std::min<std::size_t>(4, digits.size()), '0');
  return digits.substr(0, 1) + '.' + digits.substr(1);
}

void begin_node(std::string& out, const std::string& id) { out += "    <node id=\"" + id + "\">\n"; }

void write_times(std::string& out, const Timeline& timeline, const std::vector<bool>& named) {
  for (std::size_t i = 0; i < timeline.timexes.size(); ++i) {
    if (!named[i]) continue;
    const Timex& timex = timeline.timexes[i];
    const Extent known = extent(timex.value);
    begin_node(out, timex_id(i));
    data(out, "kind", "time");
    data(out, "label", one_line(slice(timeline.document.text, timex.span)));
    data(out, "earliest", known.earliest);
    data(out, "latest", known.latest);
    data(out, "edtf", edtf_of(timex.value));
    out += "    </node>\n";
  }
}

}  // namespace

std::string to_graphml(const Timeline& timeline) {
  const std::vector<exports::Entry> entries = exports::entries_of(timeline);
  std::vector<bool> shown(timeline.events.size()), named(timeline.timexes.size());
  for (const exports::Entry& entry : entries) shown[entry.index] = true;
  const auto drawn = [&](const Entity& entity) {
    if (entity.kind == Entity::Kind::event) return entity.index < shown.size() && shown[entity.index];
    return entity.kind == Entity::Kind::document || entity.index < named.size();
  };
  std::vector<const Relation*> edges;
  for (const Relation& relation : timeline.relations) {
    if (!is_claim(relation)) continue;
    if (!drawn(relation.from) || !drawn(relation.to)) continue;
    edges.push_back(&relation);
    for (const Entity& entity : {relation.from, relation.to})
      if (entity.kind == Entity::Kind::timex) named[entity.index] = true;
  }

  std::string out = head;
  if (std::ranges::any_of(entries, states_more)) out += owner_keys;
  out += "  <graph edgedefault=\"directed\">\n";
  begin_node(out, "t0");
  data(out, "kind", "document");
  data(out, "label", exports::heading_of(timeline));
  data(out, "when", text_of(timeline.document.dct));
  out += "    </node>\n";
  for (const exports::Entry& entry : entries) {
    const Event& event = timeline.events[entry.index];
    begin_node(out, entry.id);
    data(out, "kind", "event");
    data(out, "label", entry.title);
    data(out, "when", entry.when);
    data(out, "earliest", extent(event.start, event.precision).earliest);
    data(out, "latest", extent(event.end, event.precision).latest);
    data(out, "edtf", event.edtf);
    data(out, "factuality", name(event.status));
    data(out, "certainty", share(event.certainty));
    data(out, "lane", entry.lane);
    data(out, "note", entry.note);
    data(out, "link", entry.link);
    data(out, "image", entry.image);
    data(out, "colour", entry.colour);
    out += "    </node>\n";
  }
  write_times(out, timeline, named);
  for (const Relation* relation : edges) {
    out += "    <edge source=\"" + id_of(relation->from) + "\" target=\"" + id_of(relation->to) + "\">\n";
    data(out, "type", name(relation->type));
    data(out, "origin", relation->inferred ? "inferred" : "stated");
    data(out, "rule", relation->rule);
    data(out, "trust", share(relation->trust));
    data(out, "evidence", one_line(slice(timeline.document.text, relation->evidence)));
    out += "    </edge>\n";
  }
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace annal
