#include "timeline/explain/step_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/calendar/calendar.h"
#include "timeline/network/network.h"

namespace annal {
namespace {

bool is_root(const Point& point) { return point.kind == Point::Kind::origin || point.kind == Point::Kind::open_year; }

Frame frame_of(const Point& root) { return root.kind == Point::Kind::open_year ? Frame::open_year : Frame::calendar; }

bool same_interval(const Point& a, const Point& b) { return a.kind == b.kind && a.index == b.index; }

/// The points of two intervals: is `least <= later - earlier` among what the words of the step's evidence say?
struct Words {
  const Timeline& timeline;
  const Network& network;
  const Evidence& said;

  bool say(Point earlier, Point later) const {
    const std::vector<std::uint32_t> between = network.evidence_between(earlier, later);
    return std::any_of(between.begin(), between.end(), [&](std::uint32_t index) {
      const Evidence& e = timeline.evidence[index];
      if (e.rule != said.rule || !(e.words == said.words)) return false;
      if (e.from == earlier && e.to == later) return e.low >= 0;
      return e.from == later && e.to == earlier && e.high <= 0;
    });
  }
};

Point start_of(Point point) {
  point.is_end = false;
  return point;
}
Point end_of(Point point) {
  point.is_end = true;
  return point;
}

/// "begins", "ends": what happens at a point.
std::string_view verb(const Point& point) { return point.is_end ? "ends" : "begins"; }

StepClaim claim_against_root(const ProofStep& step, const Timeline& timeline) {
  const bool from_root = is_root(step.earlier);
  const Point& root = from_root ? step.earlier : step.later;
  const Point& point = from_root ? step.later : step.earlier;
  if (is_root(point)) return {ClaimKind::begins_from, step.later, root, step.at_least, Frame::calendar};
  if (step.kind == EvidenceKind::calendar && point.kind == Point::Kind::timex &&
      point.index < timeline.timexes.size() && !timeline.timexes[point.index].value.value.view().empty())
    return {ClaimKind::value, point, root};
  const CivilSeconds at = from_root ? step.at_least : -step.at_least;
  const ClaimKind kind = point.is_end ? (from_root ? ClaimKind::ends_from : ClaimKind::ends_until)
                                      : (from_root ? ClaimKind::begins_from : ClaimKind::begins_until);
  // The end of an interval is the first second that is not in it: told by its last one.
  return {kind, point, root, point.is_end ? at - 1 : at, frame_of(root)};
}

}  // namespace

std::string name_of(const Point& point) {
  switch (point.kind) {
    case Point::Kind::origin: return "the calendar";
    case Point::Kind::open_year: return "the open year";
    case Point::Kind::document: return "t0";
    case Point::Kind::timex: return "t" + std::to_string(point.index + 1);
    case Point::Kind::event: return "e" + std::to_string(point.index + 1);
  }
  return {};
}

std::string on_one_line(std::string_view words) {
  std::string line(words);
  std::ranges::replace_if(
      line, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; }, ' ');
  return line;
}

std::string length_text(CivilSeconds seconds) {
  constexpr std::array<std::pair<CivilSeconds, const char*>, 4> units{
      {{seconds_per_day, "day"}, {3600, "hour"}, {60, "minute"}, {1, "second"}}};
  for (const auto& [length, unit] : units) {
    if (seconds % length != 0 || seconds == 0) continue;
    const CivilSeconds count = seconds / length;
    return std::to_string(count) + " " + unit + (count == 1 || count == -1 ? "" : "s");
  }
  return "0 seconds";
}

std::string time_text(CivilSeconds at, Frame frame) {
  const CivilSeconds in_day = second_of_day(at);
  const bool whole_day = in_day == 0 || in_day == seconds_per_day - 1;
  switch (frame) {
    case Frame::calendar: return iso_text(at, !whole_day);
    case Frame::open_year: {
      // Civil second 0 opens a year of 365 days, too.
      constexpr CivilSeconds year = 365 * seconds_per_day;
      const CivilSeconds years = at >= 0 ? at / year : -((year - 1 - at) / year);
      std::string text = "XXXX" + iso_text(at - years * year, !whole_day).substr(4);
      if (years == 0) return text;
      const CivilSeconds count = years < 0 ? -years : years;
      return text + " " + std::to_string(count) + (count == 1 ? " year " : " years ") +
             (years < 0 ? "before" : "after");
    }
    case Frame::document: {
      const std::int64_t days = day_number(at);
      if (days == 0) return "t0";
      return length_text((days < 0 ? -days : days) * seconds_per_day) + (days < 0 ? " before t0" : " after t0");
    }
    case Frame::none: break;
  }
  return "a time not known";
}

std::string when_text(const Bounds& bounds) {
  const bool from = bounds.earliest != unbounded_past, to = bounds.latest != unbounded_future;
  if (bounds.frame == Frame::none || (!from && !to)) return "at a time not known";
  const std::string earliest = from ? time_text(bounds.earliest, bounds.frame) : std::string();
  const std::string latest = to ? time_text(bounds.latest - 1, bounds.frame) : std::string();
  if (!to) return "on " + earliest + " or later";
  if (!from) return "by " + latest;
  return earliest == latest ? "on " + earliest : "between " + earliest + " and " + latest;
}

StepClaim claim_of(const ProofStep& step, const Timeline& timeline, const Network& network) {
  const Point &p = step.earlier, &q = step.later;
  if (step.evidence < 0) return {ClaimKind::begins_before_it_ends, p, p};
  if (is_root(p) || is_root(q)) return claim_against_root(step, timeline);
  const Evidence& said = timeline.evidence[static_cast<std::size_t>(step.evidence)];
  const CivilSeconds gap = step.at_least < 0 ? -step.at_least : step.at_least;
  if (same_interval(p, q))
    return {step.at_least >= 0 ? ClaimKind::lasts_at_least : ClaimKind::lasts_at_most, p, p, gap};
  if (gap > 0) {
    if (said.low == said.high) return {step.at_least > 0 ? ClaimKind::apart_before : ClaimKind::apart_after, p, q, gap};
    return {step.at_least > 0 ? ClaimKind::at_least_before : ClaimKind::at_most_after, p, q, gap};
  }
  const Words words{timeline, network, said};
  const bool p_in_q = words.say(start_of(q), start_of(p)) && words.say(end_of(p), end_of(q));
  const bool q_in_p = words.say(start_of(p), start_of(q)) && words.say(end_of(q), end_of(p));
  if (p_in_q && q_in_p) return {ClaimKind::same_time, p, q};
  if (p_in_q) return {ClaimKind::inside, p, q};
  if (q_in_p) return {ClaimKind::inside, q, p};
  if (p.is_end && !q.is_end)
    return words.say(q, p) ? StepClaim{ClaimKind::meets, q, p} : StepClaim{ClaimKind::before, p, q};
  if (!p.is_end && q.is_end) return {ClaimKind::begins_before_end, p, q};
  return {p.is_end ? ClaimKind::ends_by : ClaimKind::begins_by, p, q};
}

std::string step_text(const StepClaim& claim, const Timeline& timeline) {
  const std::string a = name_of(claim.a), b = name_of(claim.b);
  const auto time = [&] { return time_text(claim.amount, claim.frame); };
  const auto apart = [&](const char* bound, const char* direction) {
    return a + " " + std::string(verb(claim.a)) + " " + bound + length_text(claim.amount) + direction + b + " " +
           std::string(verb(claim.b));
  };
  switch (claim.kind) {
    case ClaimKind::value: return a + " is " + std::string(timeline.timexes[claim.a.index].value.value.view());
    case ClaimKind::begins_from: return a + " begins " + time() + " or later";
    case ClaimKind::begins_until: return a + " begins " + time() + " or earlier";
    case ClaimKind::ends_from: return a + " ends " + time() + " or later";
    case ClaimKind::ends_until: return a + " ends " + time() + " or earlier";
    case ClaimKind::begins_before_it_ends: return a + " begins before it ends";
    case ClaimKind::lasts_at_least: return a + " lasts at least " + length_text(claim.amount);
    case ClaimKind::lasts_at_most: return a + " lasts at most " + length_text(claim.amount);
    case ClaimKind::same_time: return a + " and " + b + " are at the same time";
    case ClaimKind::inside: return a + " lies in " + b;
    case ClaimKind::meets: return a + " begins as " + b + " ends";
    case ClaimKind::before: return a + " is before " + b;
    case ClaimKind::begins_before_end: return a + " begins before " + b + " ends";
    case ClaimKind::begins_by: return a + " begins no later than " + b;
    case ClaimKind::ends_by: return a + " ends no later than " + b;
    case ClaimKind::apart_before: return apart("", " before ");
    case ClaimKind::apart_after: return apart("", " after ");
    case ClaimKind::at_least_before: return apart("at least ", " before ");
    case ClaimKind::at_most_after: return apart("at most ", " after ");
  }
  return {};
}

}  // namespace annal
