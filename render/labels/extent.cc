// See extent.h.
#include "render/labels/extent.h"

#include "core/calendar/calendar.h"

namespace annal {
namespace {

bool whole_day(CivilSeconds at) { return at % seconds_per_day == 0; }

}  // namespace

Extent extent(CivilSeconds begin, CivilSeconds end, Frame frame, bool clock) {
  Extent out;
  if (frame != Frame::calendar) return out;
  const bool has_begin = begin > unbounded_past, has_end = end < unbounded_future;
  const bool seconds = clock || (has_begin && !whole_day(begin)) || (has_end && !whole_day(end));
  if (has_begin) out.earliest = iso_text(begin, seconds);
  // An empty window (begin == end) is one instant: its last moment is its first.
  const CivilSeconds last = has_begin && end <= begin ? begin : end - 1;
  if (has_end) out.latest = iso_text(last, seconds);
  return out;
}

Extent extent(const TimeValue& value) {
  const bool clock = value.type == TimexType::time || value.granularity < Granularity::day;
  return extent(value.interval.begin, value.interval.end, value.frame, clock);
}

Extent extent(const Bounds& bounds, Granularity precision) {
  return extent(bounds.earliest, bounds.latest, bounds.frame, precision < Granularity::day);
}

std::string text_of(const Dct& dct) { return dct.known() ? iso_text(dct.at, dct.has_time) : std::string(); }

std::string edtf_of(const TimeValue& value) {
  if (value.type != TimexType::date && value.type != TimexType::time) return {};
  const auto parsed = parse_timex(value.value.view());
  return parsed ? to_edtf(*parsed, value.mod, value.interval) : std::string();
}

std::string event_id(std::size_t index) { return 'e' + std::to_string(index + 1); }

std::string timex_id(std::size_t index) { return 't' + std::to_string(index + 1); }

std::string id_of(const Entity& entity) {
  switch (entity.kind) {
    case Entity::Kind::event: return event_id(entity.index);
    case Entity::Kind::timex: return timex_id(entity.index);
    case Entity::Kind::document: return "t0";
  }
  return "t0";
}

}  // namespace annal
