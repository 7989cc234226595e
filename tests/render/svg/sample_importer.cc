#include "tests/render/svg/sample_importer.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "core/calendar/calendar.h"
#include "render/labels/date_words.h"

namespace annal::svg {
namespace {

using nlohmann::json;

Granularity granularity_of(const std::string& words) {
  for (int g = 0; g < static_cast<int>(Granularity::none); ++g)
    if (name(static_cast<Granularity>(g)) == words) return static_cast<Granularity>(g);
  return Granularity::none;
}

/// What an ISO 8601 date or date-time covers.
Interval interval_of_iso(const std::string& text) {
  const auto value = parse_iso(text);
  if (!value) throw std::runtime_error("no date: " + text);
  return interval_of(*value);
}

CivilSeconds key(const view::Row& row) {
  return row.kind == labels::PlacementKind::before ? row.end.latest - 1 : row.start.earliest;
}

view::Row row_of(const json& event) {
  view::Row row;
  row.id = event.at("id");
  row.title = event.at("title");
  row.lane = event.value("lane", "");
  row.source = event.value("source", "");
  row.certainty = event.at("certainty");
  row.precision = granularity_of(event.value("precision", "none"));
  const std::string kind = event.at("kind");
  if (kind == "undated") return row;
  row.frame = Frame::calendar;
  const std::string begin_text = event.at("start"), end_text = event.at("end");
  const Interval begin = interval_of_iso(begin_text), end = interval_of_iso(end_text);
  if (kind == "span") {
    row.kind = labels::PlacementKind::span;
    row.start = {begin.begin, begin.end};
    row.end = {end.begin, end.end};
  } else {
    row.kind = labels::PlacementKind::instant;
    // The end of a part of a day is a moment, not a minute of its own.
    const bool part_of_day = end_text.find('T') != std::string::npos && begin_text != end_text;
    row.start = row.end = {begin.begin, part_of_day ? end.begin : end.end};
  }
  row.circa = event.value("edtf", "").find('~') != std::string::npos;
  row.date = labels::bounds_label(row);
  row.when = labels::date_words(row.date, Labels("en"));
  return row;
}

}  // namespace

view::TimelineView import_sample(const std::string& text) {
  const json sample = json::parse(text);
  view::TimelineView view;
  view.title = sample.at("title");
  view.language = "en";
  view.written = interval_of_iso(sample.at("documentCreationTime")).end;
  for (const json& event : sample.at("events")) view.rows.push_back(row_of(event));

  // A relation to something dated bounds what is undated.
  std::map<std::string, view::Row> dated;
  for (const view::Row& row : view.rows)
    if (row.kind != labels::PlacementKind::undated) dated[row.id] = row;
  const json relations = sample.value("relations", json::array());
  for (view::Row& row : view.rows) {
    if (row.kind != labels::PlacementKind::undated) continue;
    for (const json& relation : relations) {
      const bool before = relation.at("type") == "BEFORE";
      if (before && relation.at("from") == row.id && dated.count(relation.at("to")) > 0) {
        row.end.latest = row.start.latest = dated[relation.at("to")].start.earliest;
        row.frame = Frame::calendar;
      }
      if (before && relation.at("to") == row.id && dated.count(relation.at("from")) > 0) {
        row.start.earliest = row.end.earliest = dated[relation.at("from")].end.latest;
        row.frame = Frame::calendar;
      }
    }
    row.kind = labels::kind_of(row.start, row.end, row.frame);
    row.date = labels::bounds_label(row);
    row.when = labels::date_words(row.date, Labels("en"));
  }
  for (view::Row& row : view.rows)
    if (row.start.earliest != unbounded_past && row.start.earliest >= *view.written) row.status = Status::expected;
  std::stable_sort(view.rows.begin(), view.rows.end(), [](const view::Row& a, const view::Row& b) {
    return std::pair(key(a), a.end.latest) < std::pair(key(b), b.end.latest);
  });
  view.events = view.found = view.rows.size();

  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < view.rows.size(); ++i) place[view.rows[i].id] = i;
  for (const json& relation : relations) {
    view::Arc arc;
    arc.from = place.at(relation.at("from"));
    arc.to = place.at(relation.at("to"));
    const std::string type = relation.at("type");
    if (type == "AFTER" || type == "IAFTER") std::swap(arc.from, arc.to);
    arc.directed = type == "BEFORE" || type == "IBEFORE" || type == "AFTER" || type == "IAFTER";
    view.arcs.push_back(arc);
  }
  return view;
}

}  // namespace annal::svg
