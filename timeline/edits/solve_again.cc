// See solve_again.h.
#include "timeline/edits/solve_again.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "timeline/assemble.h"
#include "timeline/edits/edited_conflicts.h"
#include "timeline/edits/regroup.h"
#include "timeline/edits/set_fields.h"
#include "timeline/event/when.h"
#include "timeline/explain/stated_conflict.h"
#include "timeline/tlink/asserted.h"

namespace annal {
namespace {

bool same(const Bounds& a, const Bounds& b) {
  return a.earliest == b.earliest && a.latest == b.latest && a.frame == b.frame;
}

/// The order as it was, which stays where no evidence speaks against it.
std::vector<Evidence> old_order(const Timeline& timeline) {
  std::vector<Evidence> hints;
  for (std::size_t i = 1; i < timeline.order.size(); ++i) {
    Evidence hint;
    hint.from = {Point::Kind::event, timeline.order[i - 1], false};
    hint.to = {Point::Kind::event, timeline.order[i], false};
    hint.low = 0;
    hint.strict = true;
    hint.kind = EvidenceKind::model;
    hints.push_back(std::move(hint));
  }
  return hints;
}

void clear_date(Event& event) {
  event.when = {};
  event.edtf.clear();
  event.precision = Granularity::none;
  event.certainty = 0;
}

/// The events and time expressions of which evidence says that the one lies in the other.
class Inclusions {
 public:
  explicit Inclusions(const std::vector<Evidence>& evidence) {
    for (const Evidence& e : evidence) {
      if (e.kind != EvidenceKind::stated || e.low == unbounded_past) continue;
      if (e.from.kind == Point::Kind::timex && e.to.kind == Point::Kind::event && !e.from.is_end && !e.to.is_end)
        begins_.emplace(e.to.index, e.from.index);
      if (e.from.kind == Point::Kind::event && e.to.kind == Point::Kind::timex && e.from.is_end && e.to.is_end)
        ends_.emplace(e.from.index, e.to.index);
    }
  }
  bool holds(std::uint32_t event, std::uint32_t timex) const {
    return begins_.contains({event, timex}) && ends_.contains({event, timex});
  }

 private:
  std::set<std::pair<std::uint32_t, std::uint32_t>> begins_, ends_;
};

/// How an event is tied to the first of its time expressions: the way that explains its date, or, where its times have
/// changed, what the evidence says.
TieKind kind_of(const Timeline& timeline, std::uint32_t index, const Inclusions& inclusions) {
  constexpr std::array kinds{TieKind::bare, TieKind::since, TieKind::from, TieKind::after,     TieKind::before,
                             TieKind::by,   TieKind::until, TieKind::to,   TieKind::range_from};
  const Event& event = timeline.events[index];
  if (event.timexes.empty()) return TieKind::bare;
  for (const TieKind kind : kinds) {
    Event told = event;
    clear_date(told);
    say_when(told, timeline.timexes, kind, timeline.document.dct);
    if (told.edtf == event.edtf && is_same(told.when, event.when)) return kind;
  }
  return inclusions.holds(index, event.timexes.front()) ? TieKind::bare : TieKind::range_from;
}

/// Pairs of an event and one that was merged into it.
using MergedPairs = std::set<std::pair<std::uint32_t, std::uint32_t>>;

MergedPairs merged_pairs(const Timeline& timeline) {
  MergedPairs pairs;
  for (const Evidence& e : timeline.evidence)
    if (e.rule == rule_edited_identity) pairs.emplace(e.from.index, e.to.index);
  return pairs;
}

/// The event whose first time expression dates `event`: another where that was merged into it.
std::uint32_t owner_of_date(const Timeline& timeline, std::uint32_t event, const MergedPairs& merged) {
  const std::vector<std::uint32_t>& times = timeline.events[event].timexes;
  if (times.empty()) return event;
  const auto is_tied = [&](std::uint32_t e) {
    return std::ranges::any_of(timeline.evidence, [&](const Evidence& evidence) {
      const Point time{Point::Kind::timex, times.front(), false}, own{Point::Kind::event, e, false};
      const auto is = [](const Point& a, const Point& b) { return a.kind == b.kind && a.index == b.index; };
      return evidence.kind == EvidenceKind::stated &&
             ((is(evidence.from, time) && is(evidence.to, own)) || (is(evidence.from, own) && is(evidence.to, time)));
    });
  };
  if (is_tied(event)) return event;
  for (auto pair = merged.lower_bound({event, 0}); pair != merged.end() && pair->first == event; ++pair)
    if (is_tied(pair->second)) return pair->second;
  return event;
}

/// Drops the time expressions whose tie to their event, or to one that was merged into it, is set aside.
void drop_times_set_aside(Timeline& timeline, const MergedPairs& merged) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> dropped;
  for (const Evidence& e : timeline.evidence) {
    if (!e.set_aside || e.kind != EvidenceKind::stated) continue;
    if (e.from.kind == Point::Kind::event && e.to.kind == Point::Kind::timex) dropped.emplace(e.from.index, e.to.index);
    if (e.from.kind == Point::Kind::timex && e.to.kind == Point::Kind::event) dropped.emplace(e.to.index, e.from.index);
  }
  const auto of_merged = dropped;
  for (const auto& [event, timex] : of_merged)
    for (const auto& [whole, part] : merged)
      if (part == event) dropped.emplace(whole, timex);
  for (const auto& [event, timex] : dropped)
    if (event < timeline.events.size()) std::erase(timeline.events[event].timexes, timex);
}

/// Of two warnings of one kind ("too many contradictions: 3 statements ...") the later one stands.
void keep_latest_warnings(std::vector<Warning>& warnings, std::size_t before) {
  const auto kind = [](const Warning& warning) {
    return std::string_view(warning.message).substr(0, warning.message.find(':'));
  };
  for (std::size_t i = before; i > 0; --i) {
    const bool told_again = std::any_of(warnings.begin() + static_cast<std::ptrdiff_t>(before), warnings.end(),
                                        [&](const Warning& w) { return kind(w) == kind(warnings[i - 1]); });
    if (!told_again) continue;
    warnings.erase(warnings.begin() + static_cast<std::ptrdiff_t>(i - 1));
    --before;
  }
}

}  // namespace

void solve_again(Timeline& timeline, const std::vector<Dating>& dating) {
  std::vector<std::pair<Bounds, Bounds>> before;
  std::vector<TieKind> kinds;
  const Inclusions inclusions(timeline.evidence);
  const MergedPairs merged = merged_pairs(timeline);
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    before.emplace_back(timeline.events[e].start, timeline.events[e].end);
    const bool is_merged = merged.lower_bound({e, 0}) != merged.upper_bound({e, UINT32_MAX});
    kinds.push_back(kind_of(timeline, is_merged ? owner_of_date(timeline, e, merged) : e, inclusions));
  }
  const std::size_t warnings = timeline.warnings.size();
  const std::vector<bool> guessed =
      order_events(timeline.timexes.size(), timeline.document.dct, timeline, old_order(timeline));
  keep_latest_warnings(timeline.warnings, warnings);
  std::erase_if(timeline.conflicts, [&](const Conflict& conflict) {
    return !is_edited(conflict, timeline) && !is_stated(conflict, timeline.evidence, timeline.timexes);
  });
  drop_times_set_aside(timeline, merged);
  for (std::size_t e = 0; e < timeline.events.size(); ++e) {
    Event& event = timeline.events[e];
    const bool moved = !same(event.start, before[e].first) || !same(event.end, before[e].second);
    if (dating[e] == Dating::stated || (dating[e] == Dating::if_moved && !moved)) continue;
    clear_date(event);
    say_when(event, timeline.timexes, kinds[e], timeline.document.dct);
    if (event.timexes.empty() && guessed[e]) mark_as_guess(event);
  }
  timeline.relations =
      admitted(std::move(timeline.relations), timeline.timexes.size(), timeline.events.size(), timeline.evidence);
}

}  // namespace annal
