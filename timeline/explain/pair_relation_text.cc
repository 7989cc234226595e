#include "timeline/explain/pair_relation_text.h"

#include <array>
#include <string_view>

#include "timeline/explain/step_text.h"
#include "timeline/network/network.h"

namespace annal {
namespace {

/// In the order of the bits of `Allen`.
constexpr std::array<std::string_view, 13> allen_names{
    "before",      "meets",    "overlaps",   "starts",        "during", "finishes", "equals",
    "finished by", "contains", "started by", "overlapped by", "met by", "after"};

std::string allen_text(std::uint16_t relations) {
  std::string text;
  for (std::size_t i = 0; i < allen_names.size(); ++i)
    if ((relations >> i & 1) != 0) text += (text.empty() ? "" : ", ") + std::string(allen_names[i]);
  return text;
}

std::string titled(const Timeline& timeline, std::uint32_t event) {
  return name_of({Point::Kind::event, event, false}) + " \u201c" + on_one_line(timeline.events[event].title) + "\u201d";
}

/// What would settle an open order: the first side of each that is not bounded, or a bound on the span they share.
std::string settled_by(const Timeline& timeline, std::uint32_t a, std::uint32_t b) {
  const Event &x = timeline.events[a], &y = timeline.events[b];
  const std::string x_name = name_of({Point::Kind::event, a, false}), y_name = name_of({Point::Kind::event, b, false});
  const bool one_frame = x.start.frame == y.start.frame && x.start.frame != Frame::none;
  const auto dated = [](const Event& e) {
    return e.start.earliest != unbounded_past && e.end.latest != unbounded_future;
  };
  if (one_frame && dated(x) && dated(y)) return "a narrower time of " + x_name + " or of " + y_name;
  if (one_frame && dated(x)) return "a time of " + y_name + " outside that of " + x_name;
  if (one_frame && dated(y)) return "a time of " + x_name + " outside that of " + y_name;
  return "a word on one of them that names the other, or a time of each";
}

}  // namespace

std::string pair_relation_text(const Timeline& timeline, std::uint32_t a, std::uint32_t b) {
  const PairRelation relation = Network(timeline).between(a, b);
  std::string verdict;
  switch (relation.order) {
    case PairOrder::before: verdict = " is before "; break;
    case PairOrder::after: verdict = " is after "; break;
    case PairOrder::is_included: verdict = " lies in "; break;
    case PairOrder::includes: verdict = " includes "; break;
    case PairOrder::simultaneous: verdict = " is at the same time as "; break;
    case PairOrder::overlaps: verdict = " shares time with "; break;
    case PairOrder::unknown:
      verdict = relation.starts_before  ? " begins before "
                : relation.starts_after ? " begins after "
                                        : " has no known order to ";
      break;
  }
  std::string out = titled(timeline, a) + verdict + titled(timeline, b) + "\n";
  out += "  Allen: " + allen_text(relation.allen) + "\n";
  for (const std::uint32_t event : {a, b}) {
    const Event& e = timeline.events[event];
    const std::string name = name_of({Point::Kind::event, event, false});
    out += "  " + name + " begins " + when_text(e.start) + ", ends " + when_text(e.end) + "\n";
  }
  if (relation.order == PairOrder::unknown && !relation.starts_before && !relation.starts_after)
    out += "  settled by: " + settled_by(timeline, a, b) + "\n";
  return out;
}

}  // namespace annal
