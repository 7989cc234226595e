// Timeline to rows: which events stand on the picture, and what of the network becomes an arc.
#include "render/view/timeline_view.h"

#include <algorithm>
#include <compare>
#include <limits>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/quote.h"
#include "render/labels/source_names.h"
#include "render/view/time_window.h"
#include "timeline/entries/address.h"
#include "timeline/page_of.h"
#include "timeline/tlink/claim.h"

namespace annal::view {
namespace {

constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();
// More arcs than these are no help to a reader: the strongest stay.
constexpr std::size_t most_arcs = 80;

/// Both windows in one frame; a side in another frame says nothing about this one.
struct Times {
  Frame frame = Frame::none;
  labels::Window start, end;
};

/// Bounds that the network derives lie a second beside midnight; a picture that cannot show a second does not split
/// days by one.
CivilSeconds to_midnight(CivilSeconds at) {
  if (at == unbounded_past || at == unbounded_future) return at;
  const CivilSeconds of_day = second_of_day(at);
  return of_day == 1 ? at - 1 : of_day == seconds_per_day - 1 ? at + 1 : at;
}

Times times_of(const Event& event) {
  const Bounds &s = event.start, &e = event.end;
  const auto bounded = [](const Bounds& b) {
    return b.frame != Frame::none && (b.earliest != unbounded_past || b.latest != unbounded_future);
  };
  Times t;
  t.frame = bounded(s) ? s.frame : bounded(e) ? e.frame : Frame::none;
  if (bounded(s) && s.frame == t.frame) t.start = {to_midnight(s.earliest), to_midnight(s.latest)};
  if (bounded(e) && e.frame == t.frame) t.end = {to_midnight(e.earliest), to_midnight(e.latest)};
  return t;
}

labels::Placement placement_of(const Event& event) {
  const Times times = times_of(event);
  labels::Placement placement;
  placement.kind = labels::kind_of(times.start, times.end, times.frame);
  placement.frame = placement.kind == labels::PlacementKind::undated ? Frame::none : times.frame;
  placement.start = times.start;
  placement.end = times.end;
  placement.precision = event.precision;
  const bool is_approximate = event.when.mod == Mod::approx || event.edtf.find_first_of("~%") != std::string::npos;
  placement.circa = is_approximate && placement.kind == labels::PlacementKind::instant;
  return placement;
}

/// One moment to count an undated-in-part event at.
bool moment(const Times& t, CivilSeconds& at) {
  if (t.frame == Frame::none) return false;
  const bool low = t.start.earliest != unbounded_past, high = t.end.latest != unbounded_future;
  if (!low && !high) return false;
  at = low && high ? t.start.earliest + (t.end.latest - t.start.earliest) / 2
       : low       ? t.start.earliest
                   : t.end.latest - 1;
  return true;
}

/// "Before 2 days before writing": a side of what counts from an unknown day of writing is no date; its place says it.
bool is_bound_of_writing(const Row& row) {
  return row.frame == Frame::document &&
         (row.kind == labels::PlacementKind::before || row.kind == labels::PlacementKind::after);
}

Row row_of(const Timeline& timeline, std::size_t index, const Labels& labels, const labels::SourceNames& names) {
  const Event& event = timeline.events[index];
  Row row;
  static_cast<labels::Placement&>(row) = placement_of(event);
  row.event = index;
  row.id = event_id(index);
  row.title = one_line(event.title.empty() ? labels::words_of(timeline, event.span) : event.title);
  row.lane = one_line(event.lane);
  if (event.sentence < timeline.sentences.size())
    row.source = labels::words_around(timeline, timeline.sentences[event.sentence].span, event.span);
  if (!timeline.sources.empty()) row.source += " (" + names.of(event) + ")";
  row.page = page_of(timeline, event);
  row.certainty = event.certainty;
  row.status = event.status;
  row.colour = read_colour(event.colour);
  row.note = one_line(event.note);
  if (is_link(event.link)) row.link = event.link;
  if (is_image_address(event.image)) row.image = event.image;
  row.edited = event.edited;
  row.date = event.when.empty() && !is_bound_of_writing(row) ? labels::bounds_label(row) : event.when;
  row.when = event.accounts.empty() ? labels::date_words(row.date, labels) : names.date(event, labels);
  return row;
}

/// Of `row` what lies in `window`.
void cut_row(Row& row, Interval window) {
  const labels::Placement cut = cut_to(row, window);
  row.goes_on_before = cut.start.earliest != row.start.earliest;
  row.goes_on_after = cut.end.latest != row.end.latest;
  static_cast<labels::Placement&>(row) = cut;
}

/// A relation that may become an arc.
struct ArcSource {
  std::size_t from = no_row, to = no_row;
  const Relation* relation = nullptr;
};

std::vector<ArcSource> arc_sources(const Timeline& timeline, const std::vector<std::size_t>& row_of_event,
                                   ViewRelations wanted) {
  std::vector<ArcSource> found;
  if (wanted == ViewRelations::none) return found;
  const auto row = [&](std::uint32_t event) { return event < row_of_event.size() ? row_of_event[event] : no_row; };
  const auto add = [&](ArcSource source) {
    if (source.from != no_row && source.to != no_row && source.from != source.to) found.push_back(source);
  };
  for (const Relation& r : timeline.relations) {
    if (!is_claim(r)) continue;
    if ((r.inferred && wanted != ViewRelations::all) || r.type == RelationType::identity) continue;
    if (r.from.kind == Entity::Kind::event && r.to.kind == Entity::Kind::event)
      add({row(r.from.index), row(r.to.index), &r});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.relation->trust > b.relation->trust; });
  if (found.size() > most_arcs) found.resize(most_arcs);
  return found;
}

Arc arc_of(const ArcSource& source) {
  const RelationType type = source.relation->type;
  const bool later = type == RelationType::after || type == RelationType::iafter;
  const bool earlier = type == RelationType::before || type == RelationType::ibefore;
  return {later ? source.to : source.from, later ? source.from : source.to, later || earlier};
}

/// The arcs to draw, what weighs most first.
std::vector<Arc> arcs_of(const Timeline& timeline, const std::vector<std::size_t>& row_of_event, ViewRelations wanted) {
  std::vector<Arc> arcs;
  for (const ArcSource& source : arc_sources(timeline, row_of_event, wanted)) arcs.push_back(arc_of(source));
  return arcs;
}

/// Keeps the first `count` of `best`, which falls by `worth`. Of those worth as much as the last, which are in order of
/// time, every nth: else they would all lie at one end of the picture.
template <class Worth>
void keep_best(std::vector<std::uint32_t>& best, std::size_t count, const Worth& worth) {
  if (count == 0) return best.clear();
  const auto last = worth(best[count - 1]);
  std::size_t begin = count - 1, end = count;
  while (begin > 0 && worth(best[begin - 1]) == last) --begin;
  while (end < best.size() && worth(best[end]) == last) ++end;
  const std::size_t wanted = count - begin, equal = end - begin;
  for (std::size_t k = 0; k < wanted; ++k) best[begin + k] = best[begin + k * equal / wanted];
  best.resize(count);
}

/// The events that `wanted` holds of, in order.
template <class Wanted>
std::vector<std::uint32_t> events_where(const Timeline& timeline, const Wanted& wanted) {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t i : timeline.order)
    if (i < timeline.events.size() && wanted(timeline.events[i])) found.push_back(i);
  return found;
}

/// What the owner pins or shows, and the most salient of the others up to `count`, then the most certain, in the same
/// order.
std::vector<std::uint32_t> most_salient(const Timeline& timeline, const std::vector<std::uint32_t>& shown,
                                        std::size_t count) {
  std::vector<std::uint32_t> best(shown.size());
  std::iota(best.begin(), best.end(), 0u);
  const auto worth = [&](std::uint32_t place) {
    const Event& e = timeline.events[shown[place]];
    return std::tuple(e.visibility, e.salience, e.certainty);
  };
  std::stable_sort(best.begin(), best.end(), [&](std::uint32_t a, std::uint32_t b) { return worth(a) > worth(b); });
  keep_best(best, count, worth);
  std::sort(best.begin(), best.end());
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t place : best) kept.push_back(shown[place]);
  return kept;
}

/// How many events get a row: all that the owner of the timeline wants, as far as a reader can still scroll.
std::size_t rows_for(const Timeline& timeline, const std::vector<std::uint32_t>& shown, const ViewOptions& options) {
  constexpr std::size_t most_rows = 1'000;
  const auto wanted = static_cast<std::size_t>(std::ranges::count_if(shown, [&](std::uint32_t e) {
    const Visibility visibility = timeline.events[e].visibility;
    return visibility == Visibility::shown || visibility == Visibility::pinned;
  }));
  return std::max(options.rows, std::min(wanted, most_rows));
}

/// `events` that are not among `named`; both in order of their positions.
std::vector<std::uint32_t> without(const std::vector<std::uint32_t>& events, const std::vector<std::uint32_t>& named) {
  std::vector<std::uint32_t> rest;
  auto next = named.begin();
  for (const std::uint32_t event : events)
    if (next != named.end() && *next == event)
      ++next;
    else
      rest.push_back(event);
  return rest;
}

/// A moment for each of `shown` that has one.
std::vector<Counted> counted_events(const Timeline& timeline, const std::vector<std::uint32_t>& shown) {
  std::vector<Counted> counted;
  for (const std::uint32_t i : shown) {
    const Times times = times_of(timeline.events[i]);
    if (CivilSeconds at = 0; moment(times, at)) counted.push_back({times.frame, at});
  }
  return counted;
}

/// Where what is drawn of an event begins: its left end, or the bound that alone is known.
CivilSeconds place_of(const Times& t) {
  switch (labels::kind_of(t.start, t.end, t.frame)) {
    case labels::PlacementKind::undated: return unbounded_past;
    case labels::PlacementKind::before: return (t.end.latest != unbounded_future ? t.end.latest : t.start.latest) - 1;
    case labels::PlacementKind::after: return t.start.earliest != unbounded_past ? t.start.earliest : t.end.earliest;
    default: return t.start.earliest;
  }
}

/// Sorts `shown` into a staircase: the frames in order, in each by the places of the events, the others by their
/// positions. What is known only to lie before some time stands no lower than what it provably precedes; of all others
/// the network has the bounds in order already.
void sort_by_place(const Timeline& timeline, std::vector<std::uint32_t>& shown) {
  struct Place {
    int frame = 3;
    CivilSeconds at = unbounded_past;
    auto operator<=>(const Place&) const = default;
  };
  const auto rank = [](Frame frame) {
    return frame == Frame::calendar ? 0 : frame == Frame::open_year ? 1 : frame == Frame::document ? 2 : 3;
  };
  std::vector<Place> places(timeline.events.size());
  for (std::size_t k = timeline.order.size(); k-- > 0;) {
    const std::uint32_t i = timeline.order[k];
    if (i >= places.size()) continue;
    const Times times = times_of(timeline.events[i]);
    const CivilSeconds at = place_of(times);
    if (at == unbounded_past) continue;
    places[i] = {rank(times.frame), at};
    if (times.start.earliest != unbounded_past) continue;
    for (const std::uint32_t later : timeline.events[i].precedes)
      if (later < places.size() && places[later].frame == places[i].frame)
        places[i].at = std::min(places[i].at, places[later].at);
  }
  std::ranges::stable_sort(shown, {}, [&](std::uint32_t event) { return places[event]; });
}

}  // namespace

TimelineView make_view(const Timeline& timeline, const ViewOptions& options) {
  TimelineView view;
  view.title = labels::heading_of(timeline);
  view.subtitle = one_line(timeline.presentation.subtitle);
  view.note = one_line(timeline.presentation.note);
  view.credit = one_line(timeline.presentation.credit);
  view.theme = parse_theme(timeline.presentation.theme).value_or(Theme{});
  view.language = timeline.document.language;
  view.labels = labels::labels_of(timeline);
  if (const Dct& dct = timeline.document.dct; dct.known()) {
    view.written = dct.at + (dct.has_time ? 0 : seconds_per_day);
    view.written_has_time = dct.has_time;
    view.written_is_inferred = dct.source == DctSource::inferred;
  }
  if (options.window && view.written && (*view.written <= options.window->begin || *view.written > options.window->end))
    view.written.reset();
  const auto lies_here = [&](const Event& e) {
    return !options.window || lies_within(placement_of(e), *options.window);
  };
  view.sources = timeline.sources.size();
  view.found = static_cast<std::size_t>(std::ranges::count_if(
      timeline.events, [&](const Event& e) { return e.visibility != Visibility::hidden && lies_here(e); }));

  std::vector<std::uint32_t> shown = events_where(timeline, [&](const Event& e) { return e.shown && lies_here(e); });
  view.events = shown.size();
  const std::size_t most = rows_for(timeline, shown, options);
  std::vector<std::uint32_t> others;
  if (shown.size() >= most) {
    const auto worth_showing = [&](const Event& e) {
      return (e.shown || (e.salience >= salience_threshold && e.visibility != Visibility::hidden)) && lies_here(e);
    };
    const std::vector<std::uint32_t> worthy = events_where(timeline, worth_showing);
    view.events = worthy.size();
    if (worthy.size() > std::max(most, options.numbered)) view.counted = counted_events(timeline, worthy);
    if (shown.size() > most) shown = most_salient(timeline, shown, most);
    if (view.counted.empty()) others = without(worthy, shown);
  }

  const labels::SourceNames names(timeline);
  if (options.staircase) sort_by_place(timeline, shown);
  std::vector<std::size_t> row_of_event(timeline.events.size(), no_row);
  for (const std::uint32_t i : shown) {
    row_of_event[i] = view.rows.size();
    view.rows.push_back(row_of(timeline, i, view.labels, names));
    if (options.window) cut_row(view.rows.back(), *options.window);
  }
  for (const std::uint32_t i : others) {
    view.numbered.push_back(row_of(timeline, i, view.labels, names));
    if (options.window) cut_row(view.numbered.back(), *options.window);
  }
  view.arcs = arcs_of(timeline, row_of_event, options.relations);
  return view;
}

}  // namespace annal::view
