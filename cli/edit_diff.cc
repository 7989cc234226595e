// Events are matched by their words in the article, which no edit changes.
#include "cli/edit_diff.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/words.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"
#include "timeline/edits/set_fields.h"

namespace annal {
namespace {

/// The words that an event has in the article; its title where it has none.
using EventKey = std::tuple<std::uint32_t, std::uint32_t, std::string>;

EventKey key_of(const Event& event) {
  return {event.span.begin, event.span.end, event.span.size() > 0 ? "" : event.title};
}

/// Whether the event `e` of both is one that has no words and has kept its title or its date.
bool is_one(const Timeline& before, const Timeline& after, std::uint32_t e) {
  const Event &old = before.events[e], &now = after.events[e];
  if (old.span.size() > 0 || now.span.size() > 0) return false;
  return old.title == now.title || (!old.when.empty() && is_same(old.when, now.when));
}

/// Whether its owner states a range in which it happened, as opposed to how long it lasted: the dates alone tell both.
bool is_stated_window(const Event& event) {
  const auto unit = unit_of(event.when.interval);
  const bool range = event.when.relation == DateLabel::Relation::none && event.when.frame == Frame::calendar &&
                     event.when.unit.granularity == Granularity::none &&
                     (!unit || unit->granularity == Granularity::week);
  const bool lasts = event.end.earliest >= event.start.latest && event.end.earliest > event.start.earliest;
  return range && !lasts && is_marked(event, EditedField::date);
}

std::string_view view_of(const Event& event) {
  if (event.visibility == Visibility::hidden) return "hidden";
  if (event.visibility == Visibility::pinned) return "pinned";
  return event.shown ? "shown" : "left out";
}

/// What is stated of an event, field by field.
std::vector<std::pair<std::string_view, std::string>> fields_of(const Timeline& timeline, const Event& event) {
  return {{"title", one_line(event.title)},      {"date", date_words(timeline, event)},
          {"view", std::string(view_of(event))}, {"factuality", std::string(name(event.status))},
          {"lane", one_line(event.lane)},        {"colour", one_line(event.colour)},
          {"note", one_line(event.note)},        {"link", one_line(event.link)},
          {"image", one_line(event.image)}};
}

/// e3 "its title" (expected)
std::string called(const Timeline& timeline, std::uint32_t event, const std::string& title) {
  return event_id(event) + " \"" + one_line(title) + '"' +
         labels::status_words(timeline.events[event].status, labels::labels_of(timeline));
}
std::string called(const Timeline& timeline, std::uint32_t event) {
  return called(timeline, event, timeline.events[event].title);
}

std::string in_words(const FieldChange& change) {
  if (change.field == "title" && !change.after.empty()) return "title → \"" + change.after + '"';
  if (change.field == "date")
    return (change.before.empty() ? "no date" : change.before) + " → " +
           (change.after.empty() ? "no date" : change.after);
  if (change.field == "view") return change.after;
  std::string words(change.field);
  if (!change.before.empty()) words += " \"" + change.before + '"';
  return words + (change.after.empty() ? " → none" : " → \"" + change.after + '"');
}

std::string in_words(const std::vector<FieldChange>& changes) {
  std::string words;
  for (const FieldChange& change : changes) words += (words.empty() ? "" : "; ") + in_words(change);
  return words;
}

/// The event of `timeline` that mentions the words of `lost`, which is none of its events.
std::optional<std::uint32_t> holder_of(const Timeline& timeline, const Event& lost) {
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
    if (lost.span.size() > 0 &&
        std::ranges::find(timeline.events[e].mentions, lost.span) != timeline.events[e].mentions.end())
      return e;
  return std::nullopt;
}

/// What became of an event that is in one of the two timelines alone.
std::string of_one_side(const Timeline& before, const Timeline& after, const EventPair& pair) {
  if (pair.before) {
    const auto holder = holder_of(after, before.events[*pair.before]);
    return called(before, *pair.before) + (holder ? ": merged into " + called(after, *holder) : ": gone");
  }
  const Event& event = after.events[*pair.after];
  const auto holder = holder_of(before, event);
  const std::string date = date_words(after, event);
  return called(after, *pair.after) + (holder ? ": split off" : ": added") + ", " + (date.empty() ? "no date" : date);
}

/// A line for each field that is another.
std::string presentation_changes(const Presentation& before, const Presentation& after) {
  std::string lines;
  const auto field = [&](std::string_view name, const std::string& old, const std::string& now) {
    if (old != now)
      lines += in_words(FieldChange{.field = name, .before = one_line(old), .after = one_line(now)}) + '\n';
  };
  field("title", before.title, after.title);
  field("subtitle", before.subtitle, after.subtitle);
  field("credit", before.credit, after.credit);
  field("note", before.note, after.note);
  field("language", before.language, after.language);
  field("theme", before.theme, after.theme);
  field("lanes", before.lanes, after.lanes);
  return lines;
}

/// Of `pairs`, which are in the order of `after`, those with another order against the rest: as few as explain it.
/// Those outside a longest ascending run of positions.
std::vector<std::size_t> reordered(const Timeline& before, const std::vector<EventPair>& pairs) {
  std::vector<std::size_t> tails, previous(pairs.size(), pairs.size()), moved;
  const auto position = [&](std::size_t i) { return before.events[*pairs[i].before].position; };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto place = std::ranges::lower_bound(tails, position(i), {}, position);
    if (place != tails.begin()) previous[i] = *(place - 1);
    if (place == tails.end()) {
      tails.push_back(i);
    } else {
      *place = i;
    }
  }
  std::vector<bool> stays(pairs.size(), false);
  for (std::size_t i = tails.empty() ? pairs.size() : tails.back(); i < pairs.size(); i = previous[i]) stays[i] = true;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (!stays[i]) moved.push_back(i);
  return moved;
}

}  // namespace

std::string date_words(const Timeline& timeline, const Event& event) {
  const Labels labels = labels::labels_of(timeline);
  const std::string words = labels::date_words(event.when, labels);
  return one_line(is_stated_window(event) ? words + " (" + std::string(labels.text(Label::window)) + ")" : words);
}

std::vector<EventPair> event_pairs(const Timeline& before, const Timeline& after) {
  std::multimap<EventKey, std::uint32_t> known;
  const auto in_place = [&](std::uint32_t e) { return e < after.events.size() && is_one(before, after, e); };
  for (std::uint32_t e = 0; e < before.events.size(); ++e)
    if (!in_place(e)) known.emplace(key_of(before.events[e]), e);
  std::vector<EventPair> pairs;
  for (const std::uint32_t e : after.order) {
    if (e < before.events.size() && in_place(e)) {
      pairs.push_back({.before = e, .after = e});
      continue;
    }
    const auto found = known.lower_bound(key_of(after.events[e]));
    if (found == known.end() || found->first != key_of(after.events[e])) {
      pairs.push_back({.before = {}, .after = e});
      continue;
    }
    pairs.push_back({.before = found->second, .after = e});
    known.erase(found);
  }
  for (const auto& [key, e] : known) pairs.push_back({.before = e, .after = {}});
  return pairs;
}

std::vector<FieldChange> field_changes(const Timeline& before, const Timeline& after, const EventPair& pair) {
  std::vector<FieldChange> changes;
  const auto old = pair.before ? fields_of(before, before.events[*pair.before]) : decltype(fields_of({}, {})){};
  const auto now = pair.after ? fields_of(after, after.events[*pair.after]) : decltype(fields_of({}, {})){};
  for (std::size_t i = 0; i < std::max(old.size(), now.size()); ++i) {
    FieldChange change{.field = old.empty() ? now[i].first : old[i].first, .before = {}, .after = {}};
    if (!old.empty()) change.before = old[i].second;
    if (!now.empty()) change.after = now[i].second;
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

std::string change_report(const Timeline& before, const Timeline& after, const std::vector<std::uint32_t>& meant) {
  std::string direct = presentation_changes(before.presentation, after.presentation), follows;
  std::vector<EventPair> others;
  for (const EventPair& pair : event_pairs(before, after)) {
    if (!pair.before || !pair.after) {
      direct += of_one_side(before, after, pair) + '\n';
      continue;
    }
    const bool is_meant = std::ranges::find(meant, *pair.before) != meant.end();
    const bool is_shown = before.events[*pair.before].shown || after.events[*pair.after].shown;
    if (!is_meant && !is_shown) continue;
    if (!is_meant) others.push_back(pair);
    std::string words = in_words(field_changes(before, after, pair));
    if (is_meant && words.empty()) words = "nothing changes";
    if (!is_shown && view_of(after.events[*pair.after]) == "left out") words += "; left out";
    if (words.empty()) continue;
    (is_meant ? direct : follows) +=
        (is_meant ? "" : "  ") + called(after, *pair.after, before.events[*pair.before].title) + ": " + words + '\n';
  }
  for (const std::size_t i : reordered(before, others)) {
    if (!after.events[*others[i].after].shown || !field_changes(before, after, others[i]).empty()) continue;
    follows += "  " + called(after, *others[i].after) +
               (i == 0 ? ": now first" : ": now after " + called(after, *others[i - 1].after)) + '\n';
  }
  return direct + (follows.empty() ? "" : "and with it:\n" + follows);
}

std::string summary_line(const EditedTimeline& edited) {
  const auto& events = edited.timeline.events;
  const std::size_t problems = edited.problems.size();
  std::string line = std::to_string(std::ranges::count_if(events, &Event::shown)) + " of " +
                     std::to_string(events.size()) + (events.size() == 1 ? " event shown" : " events shown");
  if (problems > 0) line += "; " + std::to_string(problems) + (problems == 1 ? " problem" : " problems");
  return line + '\n';
}

namespace {

/// A row of the comparison.
struct DiffRow {
  char mark = ' ';  ///< '+' shown now, '-' no longer, '~' shown otherwise
  std::string id, before, after, title;
  std::string detail;  ///< what else is another
};

std::optional<DiffRow> diff_row(const Timeline& before, const Timeline& after, const EventPair& pair) {
  const Event* old = pair.before ? &before.events[*pair.before] : nullptr;
  const Event* now = pair.after ? &after.events[*pair.after] : nullptr;
  const bool was = old != nullptr && old->shown, is = now != nullptr && now->shown;
  if (!was && !is) return std::nullopt;
  DiffRow row{.id = now != nullptr ? event_id(*pair.after) : "", .before = {}, .after = {}, .title = {}, .detail = {}};
  if (was) row.before = date_words(before, *old);
  if (is) row.after = date_words(after, *now);
  row.title = one_line(now != nullptr ? now->title : old->title);
  if (now == nullptr) row.detail = of_one_side(before, after, pair).substr(called(before, *pair.before).size() + 2);
  auto changes = old != nullptr && now != nullptr ? field_changes(before, after, pair) : std::vector<FieldChange>();
  row.mark = was && is ? (changes.empty() ? ' ' : '~') : was ? '-' : '+';
  for (const FieldChange& change : changes) {
    const bool is_told = change.field == "date" || (change.field == "view" && was != is && change.after != "pinned");
    if (is_told) continue;
    const std::string words = change.field == "title" ? "was \"" + change.before + '"' : in_words(change);
    row.detail += (row.detail.empty() ? "" : "; ") + words;
  }
  return row;
}

Ink ink_of(char mark) {
  if (mark == '+') return Ink::bar;
  return mark == '-' ? Ink::alert : Ink::strong;
}

}  // namespace

std::string diff_text(const Timeline& before, const Timeline& after, const RenderOptions& options) {
  std::vector<DiffRow> rows;
  DiffRow head{.mark = ' ', .id = "id", .before = "before", .after = "after", .title = "event", .detail = {}};
  for (const EventPair& pair : event_pairs(before, after))
    if (auto row = diff_row(before, after, pair)) rows.push_back(std::move(*row));
  std::size_t id = head.id.size(), date = head.before.size();
  for (const DiffRow& row : rows) {
    id = std::max(id, row.id.size());
    date = std::max({date, cells(row.before), cells(row.after)});
  }
  date = std::min(date, std::max<std::size_t>(columns_of(options) / 4, 8));
  const std::size_t fixed = 2 + id + 2 + 2 * (date + 2);
  const std::size_t title = columns_of(options) > fixed + 10 ? columns_of(options) - fixed : 10;

  std::string out;
  const auto ink = [&](const std::string& text, Ink kind) { return inked(text, kind, options.colour); };
  append_line(out, ink("  " + pad(head.id, id) + "  " + pad(head.before, date) + "  " + pad(head.after, date) + "  " +
                           head.title,
                       Ink::faint));
  for (const DiffRow& row : rows) {
    const auto old = wrap(row.before, date), now = wrap(row.before == row.after ? "" : row.after, date);
    std::vector<std::string> words = wrap(row.title, title);
    const std::size_t title_lines = words.size();
    if (!row.detail.empty()) std::ranges::copy(wrap(row.detail, title), std::back_inserter(words));
    for (std::size_t line = 0; line < std::max({old.size(), now.size(), words.size()}); ++line) {
      const auto part = [line](const std::vector<std::string>& of) { return line < of.size() ? of[line] : ""; };
      const Ink kind = row.mark == ' ' ? Ink::plain : ink_of(row.mark);
      append_line(out, ink(line == 0 ? std::string(1, row.mark) : " ", kind) + ' ' +
                           ink(pad(line == 0 ? row.id : "", id), Ink::faint) + "  " +
                           ink(pad(part(old), date), Ink::date) + "  " + ink(pad(part(now), date), Ink::date) + "  " +
                           ink(part(words), line < title_lines ? kind : Ink::faint));
    }
  }
  return out;
}

std::string diff_json(const Timeline& before, const EditedTimeline& after, const std::string& name) {
  std::string out;
  append_written(out, JsonLayout::indented, [&](JsonWriter& json) {
    json.begin_object();
    json.known("edits", name);
    json.key("changes");
    json.begin_array();
    for (const EventPair& pair : event_pairs(before, after.timeline)) {
      const std::vector<FieldChange> changes = field_changes(before, after.timeline, pair);
      if (changes.empty()) continue;
      json.begin_object();
      if (pair.after) json.field("id", event_id(*pair.after));
      json.field("title", pair.after ? after.timeline.events[*pair.after].title : before.events[*pair.before].title);
      for (const bool now : {false, true}) {
        if (!(now ? pair.after : pair.before)) continue;
        json.key(now ? "after" : "before");
        json.begin_object();
        for (const FieldChange& change : changes) json.known(change.field, now ? change.after : change.before);
        json.end_object();
      }
      json.end_object();
    }
    json.end_array();
    json.key("problems");
    json.begin_array();
    for (const EditProblem& problem : after.problems) {
      json.begin_object();
      if (problem.line > 0) json.count("line", problem.line);
      json.field("message", problem.message);
      json.end_object();
    }
    json.end_array();
    json.end_object();
  });
  return out + '\n';
}

}  // namespace annal
