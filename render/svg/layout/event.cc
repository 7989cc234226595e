// See event.h.
#include "render/svg/layout/event.h"

#include "render/labels/words.h"

namespace annal::svg {
namespace {

std::string spoken(const view::Row& row, const std::string& lane, const Said& said) {
  std::string words = row.when.empty() ? said.label("No date") : row.when;
  words += ": " + row.title + labels::status_words(row.status, said) + ".";
  if (!lane.empty()) words += " " + lane + ".";
  if (row.kind != labels::PlacementKind::undated)
    words += " " + said.label(view::style_of(view::certainty_of(row.certainty)).phrase) + ".";
  return words;
}

const char* kind_word(labels::PlacementKind kind) {
  switch (kind) {
    case labels::PlacementKind::instant: return "instant";
    case labels::PlacementKind::span: return "span";
    case labels::PlacementKind::before: return "before";
    case labels::PlacementKind::after: return "after";
    case labels::PlacementKind::undated: return "undated";
  }
  return "";
}

}  // namespace

EventDrawing event_of(const view::Row& row, const Lanes& lanes, std::size_t lane, const Said& said) {
  EventDrawing event;
  event.id = row.id;
  event.lane = lanes.names.empty() ? "" : lanes.names[lane];
  event.kind = kind_word(row.kind);
  event.spoken = spoken(row, event.lane, said);
  event.source = row.source;
  return event;
}

std::string expectation(const view::Row& row, const Panel& panel, const Said& said) {
  const bool hatched = panel.written && row.start.earliest != unbounded_past && row.start.earliest >= *panel.written;
  return row.status == Status::expected && hatched ? "" : labels::status_words(row.status, said);
}

}  // namespace annal::svg
