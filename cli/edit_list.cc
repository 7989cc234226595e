#include "cli/edit_list.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "batch/files.h"
#include "cli/edit_diff.h"
#include "render/encode/escape.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/labels/quote.h"
#include "render/labels/words.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"
#include "timeline/edits/find_quote.h"

namespace annal {
namespace {

/// Left-out events that are listed.
constexpr std::size_t most_left_out = 12;
/// So much of the sentence stands below a title, in bytes.
constexpr std::uint32_t most_of_sentence = 90;

std::string in_marks(std::string_view text) { return '"' + one_line(text) + '"'; }

/// Events in columns: id, date, and words that go on below themselves.
class EventTable {
 public:
  explicit EventTable(const Timeline& timeline) : timeline_(timeline) {}

  /// `line`: of the file, or 0; without an event the columns before the words stay empty.
  void add(std::uint32_t line, std::optional<std::uint32_t> event, const std::string& words) {
    rows_.push_back(
        {line, event ? event_id(*event) : "", event ? date_words(timeline_, timeline_.events[*event]) : "", words, ""});
  }
  /// One line below the last row.
  void below(const std::string& words) { rows_.back().below = words; }

  /// By line of the file.
  std::string text(std::size_t columns) {
    std::ranges::stable_sort(rows_, {}, &Row::line);
    std::size_t line = 0, id = 0, date = 0;
    for (const Row& row : rows_) {
      if (row.line > 0) line = std::max(line, std::to_string(row.line).size() + 7);
      id = std::max(id, row.id.size());
      date = std::max(date, cells(row.date));
    }
    date = std::min(date, columns / 4);
    const std::size_t before = 2 + line + (id > 0 ? id + 2 : 0) + (date > 0 ? date + 2 : 0);
    const std::size_t rest = columns > before + narrowest ? columns - before : narrowest;
    std::string out;
    for (const Row& row : rows_) {
      std::string head = "  " + pad(line > 0 ? "line " + std::to_string(row.line) : "", line);
      if (id > 0) head += pad(row.id, id) + "  ";
      if (date > 0) head += pad(cut(row.date, date, "…"), date) + "  ";
      for (const std::string& part : wrap(row.words, rest)) {
        append_line(out, head + part);
        head = std::string(before, ' ');
      }
      const std::size_t indent = 2 + line + (id > 0 ? id + 2 : 0);
      if (!row.below.empty())
        append_line(out,
                    std::string(indent, ' ') + cut(row.below, std::max(columns, indent + narrowest) - indent, "…"));
    }
    return out;
  }
  /// Cells for the words in a narrow terminal.
  static constexpr std::size_t narrowest = 20;

 private:
  struct Row {
    std::uint32_t line = 0;
    std::string id, date, words, below;
  };
  const Timeline& timeline_;
  std::vector<Row> rows_;
};

class EditLines {
 public:
  explicit EditLines(const EditedTimeline& edited)
      : edited_(edited), timeline_(edited.timeline), quotes_(edited.timeline), table_(edited.timeline) {}

  void append(const Edits& edits) {
    for (const EventEdit& edit : edits.events) add(edit.line, edit.event, of_event(edit));
    for (std::size_t i = 0; i < edits.added.size(); ++i)
      add(edits.added[i].line, edited_.added[i], "added" + before(of_change(edits.added[i].change, false)));
    for (const MergeEdit& edit : edits.merged) {
      std::string others;
      for (std::size_t i = 1; i < edit.events.size(); ++i)
        others += (i > 1 ? ", " : "") + in_marks(edit.events[i].words);
      add(edit.line, edit.events.front(), "one event with " + others);
    }
    for (const SplitEdit& edit : edits.split) add(edit.line, edit.mention, "split off " + in_marks(edit.event.words));
    for (const OrderEdit& edit : edits.ordered) {
      const auto then = quotes_.event(edit.then);
      add(edit.line, edit.first, "before " + (then ? called(timeline_.events[*then]) : in_marks(edit.then.words)));
    }
    for (const TimeEdit& edit : edits.times)
      table_.add(
          edit.line, {},
          in_marks(edit.words.words) + ": " + (edit.drop ? "no date" : "counts from " + one_line(edit.counts_from)));
    for (const NamedEvent& edit : edits.pick) add(edit.line, edit.event, "picked");
    for (const NamedEvent& edit : edits.drop) add(edit.line, edit.event, "dropped");
  }

  std::string text(std::size_t columns) { return table_.text(columns); }

 private:
  /// The event with its title, or the quote alone where it names none.
  void add(std::uint32_t line, const Quote& quote, const std::string& change) {
    if (const auto found = quotes_.event(quote)) return add(line, *found, change);
    table_.add(line, {}, in_marks(quote.words) + ": " + change);
  }
  void add(std::uint32_t line, std::uint32_t event, const std::string& change) {
    table_.add(line, event, called(timeline_.events[event]) + ": " + change);
  }
  std::string called(const Event& event) const {
    return in_marks(event.title) + labels::status_words(event.status, labels::labels_of(timeline_));
  }
  static std::string before(const std::string& words) { return words.empty() ? "" : "; " + words; }

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

  const EditedTimeline& edited_;
  const Timeline& timeline_;
  EventQuotes quotes_;
  EventTable table_;
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
  field("lanes", edits.presentation.lanes);
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
  EventTable table(timeline);
  for (const std::uint32_t e : events) {
    const Event& event = timeline.events[e];
    const std::string title = one_line(event.title) + labels::status_words(event.status, labels::labels_of(timeline));
    table.add(0, e, title);
    const Span sentence = labels::sentence_around(timeline, event.span);
    const std::string words = labels::words_around(timeline, sentence, event.span, most_of_sentence);
    if (cells(words) > cells(title) + 1) table.below("\"" + words + '"');
  }
  std::string out = "left out; bring one back with --show:\n" + table.text(columns_of(options));
  if (all > events.size()) out += "  and " + std::to_string(all - events.size()) + " more: annal order ARTICLE --all\n";
  return out;
}

}  // namespace

std::string edit_list(const EditedTimeline& edited, const EditsFile& file, const RenderOptions& options) {
  std::string out = shown(file.path);
  if (file.edits) {
    EditLines lines(edited);
    lines.append(*file.edits);
    const std::string text = presentation_line(*file.edits) + lines.text(columns_of(options));
    out += text.empty() ? ": no edits\n" : ":\n" + text;
  } else {
    out += ": not there yet; a first edit writes it\n";
  }
  return out + summary_line(edited) + left_out(edited.timeline, options);
}

}  // namespace annal
