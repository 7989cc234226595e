// See event.h.
#include "render/svg/layout/event.h"

#include <algorithm>

#include "render/labels/words.h"
#include "render/view/certainty.h"

namespace annal::svg {
namespace {

std::string spoken(const view::Row& row, const std::string& lane, const Labels& labels) {
  std::string words = row.when.empty() ? std::string(labels.text(Label::no_date)) : row.when;
  words += ": " + row.title + labels::status_words(row.status, labels) + ".";
  if (!lane.empty()) words += " " + lane + ".";
  if (row.kind != labels::PlacementKind::undated)
    words += " " + std::string(labels.text(view::style_of(view::certainty_of(row.certainty)).phrase)) + ".";
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

EventDrawing event_of(const view::Row& row, const Lanes& lanes, std::size_t lane, const Labels& labels) {
  EventDrawing event;
  event.id = row.id;
  event.lane = lanes.names[lane];
  event.kind = kind_word(row.kind);
  event.spoken = spoken(row, event.lane, labels);
  event.source = row.source;
  for (const std::string& line :
       {labels::page_words(row.page, labels), row.note, labels::edited_words(row.edited, labels)})
    if (!line.empty()) event.source += (event.source.empty() ? "" : "\n") + line;
  event.link = row.link;
  return event;
}

std::string expectation(const view::Row& row, const Panel& panel, const Labels& labels) {
  const bool hatched = panel.written && row.start.earliest != unbounded_past && row.start.earliest >= *panel.written;
  return row.status == Status::expected && hatched ? "" : labels::status_words(row.status, labels);
}

void mark_dates(std::vector<Text>& lines, std::string_view when) {
  for (Text& line : lines) {
    const std::size_t common = std::min(line.words.size(), when.size());
    if (common == 0 || line.words.compare(0, common, when.substr(0, common)) != 0) return;
    line.lead = common;
    when.remove_prefix(common);
    while (when.starts_with(' ')) when.remove_prefix(1);
  }
}

}  // namespace annal::svg
