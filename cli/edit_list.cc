#include "cli/edit_list.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "batch/files.h"
#include "cli/edit_diff.h"
#include "render/encode/escape.h"
#include "render/labels/extent.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"
#include "timeline/edits/find_quote.h"

namespace annal {
namespace {

/// Left-out events that are listed.
constexpr std::size_t most_left_out = 12;

std::string in_marks(std::string_view text) { return '"' + one_line(text) + '"'; }

class EditLines {
 public:
  explicit EditLines(const Timeline& timeline) : timeline_(timeline), quotes_(timeline) {}

  void append(const Edits& edits) {
    for (const EventEdit& edit : edits.events) add(edit.line, event(edit.event), of_event(edit));
    for (const AddEdit& edit : edits.added)
      add(edit.line, event({.words = edit.change.title.value_or("")}), "added" + before(of_change(edit.change, false)));
    for (const MergeEdit& edit : edits.merged) {
      std::string others;
      for (std::size_t i = 1; i < edit.events.size(); ++i)
        others += (i > 1 ? ", " : "") + in_marks(edit.events[i].words);
      add(edit.line, event(edit.events.front()), "one event with " + others);
    }
    for (const SplitEdit& edit : edits.split)
      add(edit.line, event(edit.mention), "split off " + in_marks(edit.event.words));
    for (const OrderEdit& edit : edits.ordered) add(edit.line, event(edit.first), "before " + event(edit.then));
    for (const TimeEdit& edit : edits.times)
      add(edit.line, in_marks(edit.words.words), edit.drop ? "no date" : "counts from " + one_line(edit.counts_from));
    for (const NamedEvent& edit : edits.pick) add(edit.line, event(edit.event), "picked");
    for (const NamedEvent& edit : edits.drop) add(edit.line, event(edit.event), "dropped");
    std::ranges::stable_sort(lines_, {}, &std::pair<std::uint32_t, std::string>::first);
  }

  std::string text() const {
    std::size_t width = 0;
    for (const auto& [line, words] : lines_) width = std::max(width, std::to_string(line).size());
    std::string out;
    for (const auto& [line, words] : lines_) out += "  line " + pad(std::to_string(line), width) + "  " + words + '\n';
    return out;
  }

 private:
  void add(std::uint32_t line, const std::string& what, const std::string& change) {
    lines_.emplace_back(line, what + ": " + change);
  }
  static std::string before(const std::string& words) { return words.empty() ? "" : "; " + words; }

  /// e3 "its title", or the words alone where they name none.
  std::string event(const Quote& quote) const {
    const auto found = quotes_.event(quote);
    return found ? event_id(*found) + ' ' + in_marks(timeline_.events[*found].title) : in_marks(quote.words);
  }

  static std::string of_event(const EventEdit& edit) {
    std::string words = of_change(edit.change, true);
    if (edit.accepted) words = words.empty() ? "accepted" : "accepted; " + words;
    return words.empty() ? "nothing" : words;
  }

  static std::string of_change(const EventChange& change, bool with_title) {
    std::string words;
    const auto say = [&](const std::string& what) { words += (words.empty() ? "" : "; ") + what; };
    const auto field = [&](const char* name, const std::optional<std::string>& value) {
      if (value) say(value->empty() ? "no " + std::string(name) : std::string(name) + ' ' + in_marks(*value));
    };
    if (with_title && change.title) say(change.title->empty() ? "no title" : "renamed");
    field("date", change.date);
    if (change.status) say(std::string(name(*change.status)));
    if (change.visibility && *change.visibility != Visibility::selected) say(std::string(name(*change.visibility)));
    field("lane", change.lane);
    field("colour", change.colour);
    field("note", change.note);
    field("link", change.link);
    field("image", change.image);
    return words;
  }

  const Timeline& timeline_;
  EventQuotes quotes_;
  std::vector<std::pair<std::uint32_t, std::string>> lines_;  ///< by line of the file
};

std::string presentation_line(const Edits& edits) {
  std::string words;
  const auto field = [&](const char* name, const std::string& value) {
    if (!value.empty()) words += (words.empty() ? "" : "; ") + std::string(name) + ' ' + in_marks(value);
  };
  field("title", edits.presentation.title);
  field("subtitle", edits.presentation.subtitle);
  field("credit", edits.presentation.credit);
  field("note", edits.presentation.note);
  field("language", edits.presentation.language);
  field("theme", edits.presentation.theme);
  field("written", edits.written);
  if (edits.accepted) words += words.empty() ? "accepted" : "; accepted";
  return words.empty() ? "" : "  " + words + '\n';
}

/// The best events that are left out, in order.
std::string left_out(const Timeline& timeline, const RenderOptions& options) {
  std::vector<std::uint32_t> events;
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e)
    if (!timeline.events[e].shown && timeline.events[e].visibility == Visibility::selected) events.push_back(e);
  if (events.empty()) return {};
  const std::size_t all = events.size();
  std::ranges::stable_sort(events, [&](std::uint32_t a, std::uint32_t b) {
    return timeline.events[a].salience > timeline.events[b].salience;
  });
  events.resize(std::min(events.size(), most_left_out));
  std::ranges::sort(events, {}, [&](std::uint32_t e) { return timeline.events[e].position; });
  std::size_t id = 0, date = 0;
  for (const std::uint32_t e : events) {
    id = std::max(id, event_id(e).size());
    date = std::max(date, cells(date_words(timeline, timeline.events[e])));
  }
  date = std::min(date, columns_of(options) / 4);
  std::string out = "left out; bring one back with --show:\n";
  for (const std::uint32_t e : events) {
    const Event& event = timeline.events[e];
    const std::string line = "  " + pad(event_id(e), id) + "  " +
                             pad(cut(date_words(timeline, event), date, "..."), date) + "  " + one_line(event.title);
    append_line(out, cut(line, columns_of(options), "..."));
  }
  if (all > events.size()) out += "  and " + std::to_string(all - events.size()) + " more: annal order ARTICLE --all\n";
  return out;
}

}  // namespace

std::string edit_list(const EditedTimeline& edited, const EditsFile& file, const RenderOptions& options) {
  std::string out = shown(file.path);
  if (file.edits) {
    EditLines lines(edited.timeline);
    lines.append(*file.edits);
    const std::string text = presentation_line(*file.edits) + lines.text();
    out += text.empty() ? ": no edits\n" : ":\n" + text;
  } else {
    out += ": not there yet; a first edit writes it\n";
  }
  return out + left_out(edited.timeline, options);
}

}  // namespace annal
