// See set_fields.h.
#include "timeline/edits/set_fields.h"

#include <algorithm>
#include <utility>

namespace annal {
namespace {

template <class T>
void put_over(std::optional<T>& stated, const std::optional<T>& later) {
  if (later) stated = later;
}

void set(Event& event, std::string& field, const std::optional<std::string>& stated, EditedField which) {
  if (!stated || stated->empty() || field == *stated) return;
  field = *stated;
  mark(event, which);
}

Point fixed_point(Frame frame) {
  if (frame == Frame::open_year) return {Point::Kind::open_year, 0, false};
  if (frame == Frame::document) return {Point::Kind::document, 0, false};
  return {};
}

}  // namespace

void mark(Event& event, EditedField field) {
  const auto at = std::lower_bound(event.edited.begin(), event.edited.end(), field);
  if (at == event.edited.end() || *at != field) event.edited.insert(at, field);
}

bool is_marked(const Event& event, EditedField field) {
  return std::binary_search(event.edited.begin(), event.edited.end(), field);
}

void put_over(EventChange& change, const EventChange& later) {
  put_over(change.title, later.title);
  put_over(change.date, later.date);
  put_over(change.lane, later.lane);
  put_over(change.colour, later.colour);
  put_over(change.note, later.note);
  put_over(change.link, later.link);
  put_over(change.image, later.image);
  put_over(change.status, later.status);
  put_over(change.visibility, later.visibility);
}

bool contradicts(const EventChange& a, const EventChange& b) {
  const auto differ = [](const auto& x, const auto& y) { return x && y && *x != *y; };
  const auto texts_differ = [&](const auto& x, const auto& y) { return differ(x, y) && !x->empty() && !y->empty(); };
  return texts_differ(a.title, b.title) || texts_differ(a.date, b.date) || texts_differ(a.lane, b.lane) ||
         texts_differ(a.colour, b.colour) || texts_differ(a.note, b.note) || texts_differ(a.link, b.link) ||
         texts_differ(a.image, b.image) || differ(a.status, b.status) ||
         (differ(a.visibility, b.visibility) && b.visibility != Visibility::selected);
}

bool states_field(const EventChange& change) {
  const auto texts = {&change.title, &change.lane, &change.colour, &change.note, &change.link, &change.image};
  return change.status || std::ranges::any_of(texts, [](const auto* text) { return *text && !(*text)->empty(); });
}

void set_fields(Event& event, const EventChange& change) {
  set(event, event.title, change.title, EditedField::title);
  set(event, event.lane, change.lane, EditedField::lane);
  set(event, event.colour, change.colour, EditedField::colour);
  set(event, event.note, change.note, EditedField::note);
  set(event, event.link, change.link, EditedField::link);
  set(event, event.image, change.image, EditedField::image);
  if (change.status && *change.status != event.status) {
    event.status = *change.status;
    mark(event, EditedField::status);
  }
  if (change.visibility && *change.visibility != event.visibility) {
    event.visibility = *change.visibility;
    mark(event, EditedField::visibility);
  }
}

bool drop_bounds(Timeline& timeline, const std::vector<bool>& other_status) {
  const std::size_t before = timeline.evidence.size();
  std::erase_if(timeline.evidence, [&](const Evidence& e) {
    if (e.kind == EvidenceKind::edited) return false;
    if (e.from.kind != Point::Kind::event || e.to.kind != Point::Kind::event || e.from.index == e.to.index)
      return false;
    return (other_status[e.from.index] || other_status[e.to.index]) &&
           !may_bound(timeline.events[e.from.index].status, timeline.events[e.to.index].status);
  });
  return timeline.evidence.size() < before;
}

void state_date(Timeline& timeline, std::uint32_t index, const StatedDate& date) {
  std::erase_if(timeline.evidence, [&](const Evidence& e) {
    return e.rule == rule_edited_date && e.to == Point{Point::Kind::event, index, e.to.is_end};
  });
  const auto fix = [&](CivilSeconds at, bool is_end) {
    if (at == unbounded_past || at == unbounded_future) return;
    Evidence e;
    e.from = fixed_point(date.frame);
    e.to = {Point::Kind::event, index, is_end};
    if (!is_end || date.lasts) e.low = at;
    if (is_end || date.lasts) e.high = at;
    e.kind = EvidenceKind::edited;
    e.rule = rule_edited_date;
    timeline.evidence.push_back(std::move(e));
  };
  fix(date.window.begin, false);
  fix(date.window.end, true);
  Event& event = timeline.events[index];
  event.when = date.label;
  event.edtf = date.edtf;
  event.precision = date.precision;
  event.certainty = 1;
  mark(event, EditedField::date);
}

void state_order(Timeline& timeline, std::uint32_t first, std::uint32_t then) {
  Evidence e;
  e.from = {Point::Kind::event, first, true};
  e.to = {Point::Kind::event, then, false};
  e.low = 0;
  e.strict = true;
  e.kind = EvidenceKind::edited;
  e.rule = rule_edited_order;
  const bool known = std::ranges::any_of(
      timeline.evidence, [&](const Evidence& k) { return k.rule == e.rule && k.from == e.from && k.to == e.to; });
  if (!known) timeline.evidence.push_back(std::move(e));
}

bool is_same(const DateLabel& a, const DateLabel& b) {
  return a.relation == b.relation && a.mod == b.mod && a.guess == b.guess && a.frame == b.frame &&
         a.interval == b.interval && a.unit.granularity == b.unit.granularity;
}

}  // namespace annal
