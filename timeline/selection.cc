// See selection.h.
#include "timeline/selection.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "timeline/about.h"
#include "timeline/event/salience.h"

namespace annal {
namespace {

/// A text with fewer salient events than these shows its best ones. Several documents have enough that is dated.
constexpr std::size_t least_shown = 5;

class Selection {
 public:
  Selection(const Timeline& timeline, const SelectionOptions& options)
      : timeline_(timeline), options_(options), ordered_(timeline.events.size(), false) {
    for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
      for (const std::uint32_t next : timeline.events[e].precedes)
        if (!parts_at_writing(timeline.events[e], timeline.events[next])) ordered_[e] = ordered_[next] = true;
    if (options.about) about_ = events_about(timeline, *options.about);
  }

  std::vector<std::uint32_t> run() const {
    std::vector<std::uint32_t> pinned, chosen, others;
    for (std::uint32_t e = 0; e < timeline_.events.size(); ++e) {
      const Event& event = timeline_.events[e];
      if (event.visibility == Visibility::pinned) pinned.push_back(e);
      if (event.visibility == Visibility::hidden || event.visibility == Visibility::pinned) continue;
      if (!in_range(event) || (options_.about && !std::ranges::binary_search(about_, e))) continue;
      (is_chosen(e) ? chosen : others).push_back(e);
    }
    std::vector<std::uint32_t> shown = best(std::move(chosen), std::move(others));
    shown.insert(shown.end(), pinned.begin(), pinned.end());
    return shown;
  }

 private:
  /// Whether all that puts `next` after `event` is that it had still to come when the text was written.
  bool parts_at_writing(const Event& event, const Event& next) const {
    const Bounds &before = event.start, &after = next.start;
    if (before.frame != after.frame || (before.frame == Frame::calendar && !timeline_.document.dct.known()))
      return false;
    const CivilSeconds written = before.frame == Frame::calendar ? timeline_.document.dct.at : 0;
    return before.frame != Frame::none && before.latest <= written + seconds_per_day && after.earliest >= written;
  }

  /// Those of `chosen` that have room, or all of them and the best of `others`.
  std::vector<std::uint32_t> best(std::vector<std::uint32_t> chosen, std::vector<std::uint32_t> others) const {
    if (options_.all || !options_.only.empty()) {
      return options_.top ? best_of(std::move(chosen), *options_.top) : chosen;
    }
    const auto wanted = static_cast<std::size_t>(std::ranges::count_if(
        chosen, [&](std::uint32_t e) { return timeline_.events[e].visibility == Visibility::shown; }));
    const std::size_t most = options_.top.value_or(std::max(most_shown, wanted));
    const bool is_short = !options_.min_salience && timeline_.sources.empty();
    const std::size_t least = options_.top.value_or(is_short ? least_shown : 0);
    if (chosen.size() < least) {
      std::erase_if(others, [&](std::uint32_t e) { return !may_stand_in(timeline_.events[e]); });
      others = best_of(std::move(others), least - chosen.size());
      chosen.insert(chosen.end(), others.begin(), others.end());
    }
    return best_of(std::move(chosen), most);
  }

  /// Of the text or of its owner.
  static bool has_own_date(const Event& event) {
    const bool edited = std::binary_search(event.edited.begin(), event.edited.end(), EditedField::date);
    return (edited || !event.timexes.empty()) && !event.when.empty();
  }

  bool is_chosen(std::uint32_t e) const {
    const Event& event = timeline_.events[e];
    if (options_.all) return true;
    if (!options_.only.empty()) return std::binary_search(options_.only.begin(), options_.only.end(), e);
    if (event.visibility == Visibility::shown) return true;
    if (options_.min_salience) return event.salience >= *options_.min_salience;
    if (!is_presentable(event)) return false;
    if (has_own_date(event)) return true;
    const bool bounded = event.start.earliest != unbounded_past && event.end.latest != unbounded_future;
    return event.salience >= salience_threshold && (bounded || ordered_[e]);
  }

  /// Whether its title tells on its own what happened: "Election" without a date does not.
  static bool is_presentable(const Event& event) {
    return event.salience >= least_presentable && (has_own_date(event) || event.title.find(' ') != std::string::npos);
  }

  /// Whether it is shown where the text has little else.
  static bool may_stand_in(const Event& event) {
    return is_presentable(event) && (holds(event.status) || has_own_date(event));
  }

  bool in_range(const Event& event) const {
    if (options_.dated && event.when.empty()) return false;
    if (!options_.from && !options_.to) return true;
    if (event.start.frame != Frame::calendar && event.end.frame != Frame::calendar) return false;
    const CivilSeconds begin = event.start.earliest, end = event.end.latest;
    if (begin == unbounded_past || end == unbounded_future) return false;
    return begin < options_.to.value_or(unbounded_future) &&
           std::max(end, begin + 1) > options_.from.value_or(unbounded_past);
  }

  /// The `count` best of `events`, ascending: dated ones, then the most salient, the most certain, the first in the
  /// text.
  std::vector<std::uint32_t> best_of(std::vector<std::uint32_t> events, std::size_t count) const {
    const auto worth = [&](std::uint32_t e) {
      const Event& event = timeline_.events[e];
      return std::tuple(event.visibility == Visibility::shown, has_own_date(event) && is_presentable(event),
                        event.salience, event.certainty);
    };
    if (events.size() > count) {
      std::stable_sort(events.begin(), events.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return worth(a) > worth(b); });
      events.resize(count);
    }
    std::sort(events.begin(), events.end());
    return events;
  }

  const Timeline& timeline_;
  const SelectionOptions& options_;
  std::vector<bool> ordered_;         ///< by event: the text says that it is before or after another
  std::vector<std::uint32_t> about_;  ///< whom SelectionOptions::about names takes part
};

}  // namespace

void select_events(Timeline& timeline, const SelectionOptions& options) {
  const std::vector<std::uint32_t> shown = Selection(timeline, options).run();
  for (Event& event : timeline.events) event.shown = false;
  for (const std::uint32_t e : shown) timeline.events[e].shown = true;
}

void follow_visibility(Timeline& timeline) {
  for (Event& event : timeline.events)
    if (event.visibility != Visibility::selected) event.shown = event.visibility != Visibility::hidden;
}

}  // namespace annal
