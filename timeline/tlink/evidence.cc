#include "timeline/tlink/evidence.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "core/calendar/calendar.h"

namespace annal {
namespace {

Point fixed_point(Frame frame) {
  switch (frame) {
    case Frame::open_year: return {Point::Kind::open_year, 0, false};
    case Frame::document: return {Point::Kind::document, 0, false};
    default: return {Point::Kind::origin, 0, false};
  }
}

constexpr CivilSeconds open_year_seconds = 365 * seconds_per_day;

// "for three days": how long the events of the tie last.
constexpr double trust_length = 0.75;

/// Of each time expression how much later the first zone that is stated counts it, in seconds: 0 where it states none.
/// So clock times of several zones compare as instants.
std::vector<CivilSeconds> zone_shifts(const std::vector<Timex>& timexes) {
  std::vector<CivilSeconds> shifts;
  std::optional<CivilSeconds> first;
  for (const Timex& timex : timexes) {
    CivilSeconds& shift = shifts.emplace_back(0);
    if (timex.value.frame != Frame::calendar || timex.value.value.view().find('T') == std::string_view::npos) continue;
    const auto parsed = parse_timex(timex.value.value);
    if (!parsed || parsed->offset == CalendarValue::no_offset) continue;
    const CivilSeconds east = CivilSeconds{60} * parsed->offset;
    if (!first) first = east;
    shift = *first - east;
  }
  return shifts;
}

Point point(Entity entity, bool is_end) {
  switch (entity.kind) {
    case Entity::Kind::event: return {Point::Kind::event, entity.index, is_end};
    case Entity::Kind::timex: return {Point::Kind::timex, entity.index, is_end};
    case Entity::Kind::document: break;
  }
  return {Point::Kind::document, 0, is_end};
}

}  // namespace

Point start_point(Entity entity) { return point(entity, false); }
Point end_point(Entity entity) { return point(entity, true); }

void append_evidence(const TLink& link, std::vector<Evidence>& out) {
  const auto order = [&](Point earlier, Point later, CivilSeconds slack = 0) {
    Evidence e;
    e.from = earlier;
    e.to = later;
    e.low = -slack;
    e.kind = link.kind;
    e.rule = link.rule;
    e.words = link.words;
    e.trust = link.trust;
    out.push_back(std::move(e));
  };
  const Point a = start_point(link.from), a_end = end_point(link.from);
  const Point b = start_point(link.to), b_end = end_point(link.to);
  switch (link.relation) {
    case TemporalRelation::before: order(a_end, b); break;
    case TemporalRelation::after: order(b_end, a); break;
    case TemporalRelation::inside:
      order(b, a, link.early);
      order(a_end, b_end, link.late);
      break;
    case TemporalRelation::overlaps:
      order(a, b_end);
      order(b, a_end);
      break;
    case TemporalRelation::identical:
      order(a, b);
      order(b, a);
      order(a_end, b_end);
      order(b_end, a_end);
      break;
    case TemporalRelation::begins_in:
      order(b, a);
      order(a, b_end);
      out.back().strict = true;
      break;
    case TemporalRelation::ends_in:
      order(b, a_end);
      out.back().strict = true;
      order(a_end, b_end);
      break;
    case TemporalRelation::ends_by: order(a_end, b_end); break;
    case TemporalRelation::begins_from:
    case TemporalRelation::starts_after: order(b, a); break;
    case TemporalRelation::begins_until:
    case TemporalRelation::starts_before: order(a, b); break;
  }
}

void append_calendar(const Analysis& analysis, const std::vector<bool>& ahead, std::vector<Evidence>& out) {
  CivilSeconds last_told = unbounded_past;
  for (std::size_t t = 0; t < analysis.timexes.size(); ++t) {
    const TimeValue& value = analysis.timexes[t].value;
    if (value.frame == Frame::open_year && !ahead[t] && value.interval.bounded())
      last_told = std::max(last_told, value.interval.begin);
  }
  const std::vector<CivilSeconds> shifts = zone_shifts(analysis.timexes);
  for (std::uint32_t t = 0; t < analysis.timexes.size(); ++t) {
    const Timex& timex = analysis.timexes[t];
    const TimeValue& value = timex.value;
    if (value.frame == Frame::none || value.type == TimexType::duration || value.type == TimexType::set) continue;
    const auto fix = [&](CivilSeconds at, bool is_end) {
      if (at == unbounded_past || at == unbounded_future) return;
      Evidence e;
      e.from = fixed_point(value.frame);
      e.to = {Point::Kind::timex, t, is_end};
      const bool next_year = value.frame == Frame::open_year && ahead[t] && value.interval.end <= last_told;
      e.low = e.high = (next_year ? at + open_year_seconds : at) + shifts[t];
      e.kind = EvidenceKind::calendar;
      e.rule = "calendar-value";
      e.words = timex.span;
      out.push_back(std::move(e));
    };
    fix(value.interval.begin, false);
    fix(value.interval.end, true);
  }
}

LinkedEvidence find_evidence(const Analysis& analysis, const TieIndex& ties, const std::vector<Event>& events,
                             std::span<const EventSite> sites, const std::vector<TLink>& links) {
  LinkedEvidence found;
  std::vector<Evidence>& out = found.evidence;
  // Time expressions that date only what is still to come.
  std::vector<bool> ahead(analysis.timexes.size(), false), told(analysis.timexes.size(), false);
  for (const EventSite& site : sites)
    for (const TimeTie& tie : ties_of(ties, site))
      (events[site.event].status == Status::expected ? ahead : told)[tie.timex] = true;
  for (std::size_t t = 0; t < ahead.size(); ++t) ahead[t] = ahead[t] && !told[t];
  out.reserve(2 * (analysis.timexes.size() + links.size()));  // a long text takes no memory for what is not used
  append_calendar(analysis, ahead, out);
  found.first.reserve(links.size() + 1);
  for (const TLink& link : links) {
    found.first.push_back(static_cast<std::uint32_t>(out.size()));
    if (link.bounds) append_evidence(link, out);
  }
  found.first.push_back(static_cast<std::uint32_t>(out.size()));
  for (const EventSite& site : sites) {
    if (!holds(events[site.event].status)) continue;
    for (const TimeTie& tie : ties_of(ties, site)) {
      const TimeValue& value = analysis.timexes[tie.timex].value;
      if (tie.kind != TieKind::length || value.type != TimexType::duration) continue;
      Evidence e;
      e.from = {Point::Kind::event, site.event, false};
      e.to = {Point::Kind::event, site.event, true};
      e.low = value.length.begin == unbounded_past ? 0 : value.length.begin;
      e.high = value.length.end;
      e.kind = EvidenceKind::stated;
      e.rule = "time-for";
      e.words = analysis.timexes[tie.timex].span;
      e.trust = trust_length;
      out.push_back(std::move(e));
    }
  }
  return found;
}

}  // namespace annal
