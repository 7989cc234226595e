#include "timeline/explain/stated_conflict.h"

#include <map>
#include <string_view>

namespace annal {
namespace {

/// "3 May 2014": the words alone fix the value, and nothing in it is about.
bool is_fixed(const Timex& timex) {
  const TimeValue& value = timex.value;
  return value.frame == Frame::calendar && value.anchor_kind == AnchorKind::none &&
         timex.reason == DisambiguationReason::none && value.mod == Mod::none;
}

bool is_event(const Point& point) { return point.kind == Point::Kind::event; }

}  // namespace

bool is_stated(const Conflict& conflict, std::span<const Evidence> evidence, const std::vector<Timex>& timexes) {
  std::map<std::uint32_t, std::uint32_t> date_of;  // of each event on the cycle, its time expression
  bool related = false;
  for (const std::uint32_t index : conflict.cycle) {
    const Evidence& e = evidence[index];
    if (e.kind == EvidenceKind::calendar) {
      if (e.to.kind != Point::Kind::timex || !is_fixed(timexes[e.to.index])) return false;
    } else if (is_event(e.from) && is_event(e.to)) {
      // Other signals tell of overlaps and causes, which leave more than one reading.
      if (e.rule != "signal-after" && e.rule != "signal-before" && e.rule != "told-again") return false;
      related = true;
    } else {
      const Point& event = is_event(e.from) ? e.from : e.to;
      const Point& time = is_event(e.from) ? e.to : e.from;
      if (e.kind != EvidenceKind::stated || !is_event(event) || time.kind != Point::Kind::timex) return false;
      const auto [known, is_new] = date_of.try_emplace(event.index, time.index);
      if (!is_new && known->second != time.index) return false;
    }
  }
  return related && date_of.size() > 1;
}

}  // namespace annal
