// Options to edits. What is written is the quote of an event, not the words that named it here: those may be an id, or
// name several events of the next version of the article.
#include "cli/changes.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "api/find_event.h"
#include "cli/edit_flags.h"
#include "cli/find_place.h"
#include "cli/theme.h"
#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "core/unicode/edit_distance.h"
#include "core/unicode/letter_case.h"
#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "timeline/edits/find_quote.h"
#include "timeline/edits/set_fields.h"
#include "timeline/entries/address.h"
#include "timeline/entries/colour.h"
#include "timeline/entries/stated_date.h"
#include "timeline/lanes.h"

namespace annal {
namespace {

using enum ChangeKind;

constexpr ChangeOption table[] = {
    {rename, "--rename", "EVENT TITLE", "give EVENT another title"},
    {date, "--date", "EVENT DATE", "give EVENT another date, in any wording: 14 Nov 2016, early May 2010, 2014/2016"},
    {hide, "--hide", "EVENT", "leave EVENT out"},
    {show, "--show", "EVENT", "show EVENT, although it was left out"},
    {pin, "--pin", "EVENT", "show EVENT always, whatever else is asked for"},
    {unhide, "--unhide", "EVENT", "take back --hide, --show or --pin"},
    {status, "--status", "EVENT STATUS", "fact, reported, alleged, expected, conditional or denied"},
    {lane, "--lane", "EVENT LANE", "group EVENT under LANE"},
    {colour, "--colour", "EVENT COLOUR", "colour of its mark: a name of CSS or #b42318"},
    {event_note, "--event-note", "EVENT TEXT", "a remark on EVENT"},
    {link, "--link", "EVENT URL", "an address that EVENT links to"},
    {image, "--image", "EVENT URL", "an image of EVENT"},
    {add, "--add", "TITLE DATE", "add an event that the article does not tell of"},
    {merge, "--merge", "EVENT EVENT", "both are one event; the first keeps its title"},
    {split, "--split", "EVENT WORDS", "WORDS of the article, which EVENT was found in too, are an event of their own"},
    {before, "--before", "EVENT EVENT", "the first ended before the second began"},
    {drop_time, "--drop-time", "WORDS", "WORDS of the article are no date"},
    {count_from, "--count-from", "WORDS DATE", "count WORDS, say \"last week\", from DATE: 2016-11-10"},
    {title, "--title", "TEXT", "the headline of the timeline", "title"},
    {subtitle, "--subtitle", "TEXT", "a line below the headline", "subtitle"},
    {credit, "--credit", "TEXT", "who made it and from what, at the foot", "credit"},
    {note, "--note", "TEXT", "a remark for its readers, at the foot", "note"},
    {language, "--lang-labels", "TAG", "language of dates and labels", "language"},
    {theme, "--theme", "light|dark|FILE", "colours: light, dark, or a .css file beside the edits file", "theme"},
    {lanes, "--lanes", "auto|actor|place|source|none", "what the events are grouped by", "lanes"},
    {written, "--written", "DATE", "the day of writing: 2016-11-14", "written"},
    {accept, "--accept", "", "keep what is shown as it is, also when annal or the article changes"},
    {reset, "--reset", "EVENT", "take back all edits of EVENT"},
};

bool is_colour(std::string_view colour) { return read_colour(colour).has_value(); }

/// Whether the value of `flag` holds to its rule; an empty one takes back an earlier one and does.
Result<void> checked(std::string_view flag, const std::string& value, bool (*holds)(std::string_view),
                     std::string_view rule) {
  if (value.empty() || holds(value)) return {};
  return fail(Code::usage, std::string(flag) + ": '" + visible(value) + "' " + std::string(rule));
}

Result<void> check_date(const Timeline& timeline, std::string_view flag, const std::string& date) {
  if (date.empty()) return {};
  const Language* language = Language::find(timeline.document.language);
  if (language == nullptr) language = Language::find("en");
  const auto stated = read_stated_date(date, *language, timeline.document.dct);
  if (stated) return {};
  return fail(stated.error().code, std::string(flag) + ": " + stated.error().message);
}

Result<Status> status_of(const std::string& value) {
  std::vector<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Status::denied); ++i) {
    names.push_back(name(static_cast<Status>(i)));
    if (names.back() == value) return static_cast<Status>(i);
  }
  return fail(Code::usage,
              "--status: '" + visible(value) + "' is none; one of " + joined(names) + did_you_mean(value, names));
}

/// Collects what is changed of one event into one edit, in the order in which events are first named.
class Changes {
 public:
  Changes(const EditedTimeline& edited, const Edits* known, const std::vector<std::string>& former)
      : timeline_(edited.timeline), former_(former), quotes_(edited.timeline) {
    if (known == nullptr) return;
    for (std::size_t i = 0; i < known->added.size() && i < edited.added.size(); ++i)
      added_on_[edited.added[i]] = known->added[i].line;
    for (const EventEdit& edit : known->events)
      if (const auto event = quotes_.event(edit.event)) known_[*event] = edit.event;
  }

  Result<void> make(const RawChange& change);
  Edits result() {
    if (edits_.accepted) accept_shown();
    return std::move(edits_);
  }

 private:
  Result<void> change_event(ChangeKind kind, const std::string& name, const std::string& value);
  Result<void> add_event(const std::string& title, const std::string& date);
  Result<void> merge_events(const std::string& first, const std::string& second);
  Result<void> split_event(const std::string& name, const std::string& mention);
  Result<void> order_events(const std::string& first, const std::string& then);
  Result<void> state_writing(const std::string& day);
  Result<void> change_time(const std::string& words, const std::string* counts_from);
  Result<void> present(ChangeKind kind, const std::string& value);
  void accept_shown();

  Result<Quote> quote_of(std::uint32_t event, const std::string& flag) const;
  /// The edit of an event of the timeline.
  EventEdit& edit_of(std::uint32_t event);
  /// The changes of the event called `name`: of the timeline, or added before.
  Result<EventChange*> event(const std::string& name, api::Prefer prefer);

  const Timeline& timeline_;
  const std::vector<std::string>& former_;
  EventQuotes quotes_;
  std::map<std::uint32_t, Quote> known_;             ///< of events that are edited already
  std::map<std::uint32_t, std::uint32_t> added_on_;  ///< the lines of the [[add]] that made events
  Edits edits_;
  std::map<std::uint32_t, std::size_t> places_;  ///< of events of the timeline in edits_.events
};

Result<EventChange*> Changes::event(const std::string& name, api::Prefer prefer) {
  const auto is_added = [&](const AddEdit& edit) { return folded(*edit.change.title) == folded(name); };
  if (std::ranges::count_if(edits_.added, is_added) > 1)
    return fail(Code::usage, "'" + visible(name) + "' are several events that are added here; change them afterwards");
  if (const auto found = std::ranges::find_if(edits_.added, is_added); found != edits_.added.end())
    return &found->change;
  const auto index = api::find_event(timeline_, name, prefer, former_);
  if (!index) return tl::unexpected(index.error());
  return &edit_of(*index).change;
}

EventEdit& Changes::edit_of(std::uint32_t event) {
  const auto [place, is_new] = places_.try_emplace(event, edits_.events.size());
  if (is_new) {
    const auto known = known_.find(event);
    EventEdit& edit = edits_.events.emplace_back();
    edit.event = known != known_.end() ? known->second : quotes_.quote_of(event);
    if (const auto added = added_on_.find(event); added != added_on_.end()) edit.added_on = added->second;
  }
  return edits_.events[place->second];
}

/// The quote of an event that a block beside its own is to name.
Result<Quote> Changes::quote_of(std::uint32_t event, const std::string& flag) const {
  Quote quote = quotes_.quote_of(event);
  if (const auto found = quotes_.event(quote); !found) return fail(Code::usage, flag + found.error());
  return quote;
}

/// Whether `event` has the date that `wording` states, or neither has one.
bool is_dated(const Timeline& timeline, const Event& event, const std::string& wording) {
  if (wording.empty()) return event.when.empty();
  const Language* known = Language::find(timeline.document.language);
  const auto date = read_stated_date(wording, known != nullptr ? *known : Language::fallback(), timeline.document.dct);
  return date && is_same(date->label, event.when);
}

/// A wording of the date of `event` that is read as the date that it has, or nothing.
std::optional<std::string> wording_of(const Timeline& timeline, const Event& event) {
  const Language* known = Language::find(timeline.document.language);
  const Language& language = known != nullptr ? *known : Language::fallback();
  const std::string words = labels::date_words(event.when, labels::labels_of(timeline));
  const std::string about = std::string(to_timex(event.when.unit)) + "~";  // of a clock time, which EDTF cannot say
  for (const std::string& wording : {event.edtf, event.edtf + "?", about, words}) {
    if (wording.size() < 2) continue;
    const auto edtf = read_stated_edtf(wording);
    const auto date = edtf ? Result<StatedDate>(*edtf) : read_stated_date(wording, language, timeline.document.dct);
    if (date && is_same(date->label, event.when)) return wording;
  }
  return std::nullopt;
}

/// States title and date of every event that is shown as they are, but for what is changed with it, and what its owner
/// has stated before.
void Changes::accept_shown() {
  for (const std::uint32_t e : timeline_.order) {
    const Event& event = timeline_.events[e];
    if (!event.shown || added_on_.contains(e)) continue;  // what is added stays by itself
    EventEdit& edit = edit_of(e);
    edit.accepted = true;
    if (!edit.change.title && !is_marked(event, EditedField::title)) edit.change.title = event.title;
    if (!edit.change.date && !is_marked(event, EditedField::date)) edit.change.date = wording_of(timeline_, event);
  }
}

Result<void> Changes::make(const RawChange& change) {
  const std::vector<std::string>& words = change.words;
  switch (change.option->kind) {
    case add: return add_event(words[0], words[1]);
    case merge: return merge_events(words[0], words[1]);
    case split: return split_event(words[0], words[1]);
    case before: return order_events(words[0], words[1]);
    case drop_time: return change_time(words[0], nullptr);
    case count_from: return change_time(words[0], &words[1]);
    case title:
    case subtitle:
    case credit:
    case note:
    case language:
    case theme:
    case lanes: return present(change.option->kind, words[0]);
    case written: return state_writing(words[0]);
    case accept: edits_.accepted = true; return {};
    case reset: return {};
    default: return change_event(change.option->kind, words[0], words.size() > 1 ? words[1] : "");
  }
}

Result<void> Changes::change_event(ChangeKind kind, const std::string& name, const std::string& value) {
  auto changed = event(name, preferred(kind));
  if (!changed) return tl::unexpected(changed.error());
  EventChange& change = **changed;
  Result<void> valid;
  switch (kind) {
    case rename: change.title = value; break;
    case date:
      valid = check_date(timeline_, "--date", value);
      change.date = value;
      break;
    case hide: change.visibility = Visibility::hidden; break;
    case show: change.visibility = Visibility::shown; break;
    case pin: change.visibility = Visibility::pinned; break;
    case unhide: change.visibility = Visibility::selected; break;
    case status: {
      const auto known = status_of(value);
      if (!known) return tl::unexpected(known.error());
      change.status = *known;
      break;
    }
    case lane: change.lane = value; break;
    case colour:
      valid = checked("--colour", value, is_colour, "is no colour; write #b42318 or a name of CSS");
      change.colour = value;
      break;
    case event_note: change.note = value; break;
    case link:
      valid = checked("--link", value, is_link, link_rule);
      change.link = value;
      break;
    case image:
      valid = checked("--image", value, is_image_address, image_rule);
      change.image = value;
      break;
    default: break;
  }
  return valid;
}

Result<void> Changes::add_event(const std::string& title, const std::string& date) {
  if (title.empty()) return fail(Code::usage, "--add needs a title");
  if (auto valid = check_date(timeline_, "--add", date); !valid) return valid;
  AddEdit added;
  added.change.title = title;
  if (!date.empty()) added.change.date = date;
  const auto is_it = [&](const AddEdit& other) {
    return other.change.title == added.change.title && other.change.date == added.change.date;
  };
  for (const auto& [event, line] : added_on_)
    if (timeline_.events[event].title == title && is_dated(timeline_, timeline_.events[event], date))
      return fail(Code::usage, "--add: " + event_id(event) + " \"" + one_line(title) + "\" is there, with that date");
  if (std::ranges::any_of(edits_.added, is_it))
    return fail(Code::usage, "--add: \"" + one_line(title) + "\" is added twice with that date");
  edits_.added.push_back(std::move(added));
  return {};
}

Result<void> Changes::merge_events(const std::string& first, const std::string& second) {
  MergeEdit merge;
  std::vector<std::uint32_t> events;
  for (const std::string* name : {&first, &second}) {
    const auto event = api::find_event(timeline_, *name, api::Prefer::shown, former_);
    if (!event) return fail(event.error().code, "--merge: " + event.error().message);
    const auto quote = quote_of(*event, "--merge: ");
    if (!quote) return tl::unexpected(quote.error());
    events.push_back(*event);
    merge.events.push_back(*quote);
  }
  if (events[0] == events[1])
    return fail(Code::usage, "--merge: '" + visible(first) + "' and '" + visible(second) + "' are the same event, " +
                                 one_line(timeline_.events[events[0]].title));
  edits_.merged.push_back(std::move(merge));
  return {};
}

Result<void> Changes::split_event(const std::string& name, const std::string& mention) {
  const auto event = api::find_event(timeline_, name, api::Prefer::shown, former_);
  if (!event) return fail(event.error().code, "--split: " + event.error().message);
  const auto place = find_mention(timeline_, *event, mention);
  if (!place) return tl::unexpected(place.error());
  edits_.split.push_back({.event = quotes_.quote_of(*event), .mention = *place});
  return {};
}

Result<void> Changes::order_events(const std::string& first, const std::string& then) {
  std::vector<std::uint32_t> events;
  for (const std::string* name : {&first, &then}) {
    const auto event = api::find_event(timeline_, *name, api::Prefer::shown);
    if (!event) return fail(event.error().code, "--before: " + event.error().message);
    events.push_back(*event);
  }
  if (events[0] == events[1])
    return fail(Code::usage, "--before: '" + visible(first) + "' and '" + visible(then) + "' are the same event, " +
                                 one_line(timeline_.events[events[0]].title));
  const auto first_quote = quote_of(events[0], "--before: "), then_quote = quote_of(events[1], "--before: ");
  if (!first_quote || !then_quote) return tl::unexpected(first_quote ? then_quote.error() : first_quote.error());
  edits_.ordered.push_back({.first = *first_quote, .then = *then_quote});
  return {};
}

Result<void> Changes::state_writing(const std::string& day) {
  if (const auto dct = day.empty() ? Result<Dct>(Dct{}) : parse_dct(day); !dct)
    return fail(dct.error().code, "--written: " + dct.error().message);
  edits_.written = day;
  return {};
}

Result<void> Changes::change_time(const std::string& words, const std::string* counts_from) {
  const auto place = find_time(timeline_, words);
  if (!place) return tl::unexpected(place.error());
  if (counts_from != nullptr) {
    const auto day = parse_dct(*counts_from);
    if (!day) return fail(day.error().code, "--count-from: " + day.error().message);
  }
  edits_.times.push_back(
      {.words = *place, .drop = counts_from == nullptr, .counts_from = counts_from != nullptr ? *counts_from : ""});
  return {};
}

Result<void> Changes::present(ChangeKind kind, const std::string& value) {
  Presentation& presentation = edits_.presentation;
  Result<void> valid;
  if (value.empty()) return valid;
  switch (kind) {
    case title: presentation.title = value; break;
    case subtitle: presentation.subtitle = value; break;
    case credit: presentation.credit = value; break;
    case note: presentation.note = value; break;
    case language: {
      const auto tag = label_language(value);
      if (!tag) return tl::unexpected(tag.error());
      presentation.language = *tag;
      break;
    }
    case lanes:
      if (!lane_basis(value)) return fail(Code::usage, "--lanes: " + lane_basis_fault(value));
      presentation.lanes = value;
      break;
    default:
      valid = validate_theme(value).map_error([](Error error) {
        return Error{error.code, "--theme: " + error.message};
      });
      presentation.theme = value;
  }
  return valid;
}

}  // namespace

std::size_t ChangeOption::operand_count() const {
  return operands.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(operands, ' ')) + 1;
}

std::span<const ChangeOption> change_options() { return table; }

api::Prefer preferred(ChangeKind kind) {
  return kind == show || kind == unhide ? api::Prefer::left_out : api::Prefer::shown;
}

Result<Edits> edits_of(const EditedTimeline& edited, const Edits* known, const std::vector<std::string>& former,
                       std::span<const RawChange> changes) {
  Changes made(edited, known, former);
  for (const RawChange& change : changes)
    if (auto valid = made.make(change); !valid) return tl::unexpected(valid.error());
  return made.result();
}

}  // namespace annal
