// See edited_conflicts.h.
#include "timeline/edits/edited_conflicts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "timeline/edits/regroup.h"
#include "timeline/edits/set_fields.h"
#include "timeline/network/network.h"

namespace annal {
namespace {

/// How the words are told, seen from the day of writing, where that is part of the contradiction.
std::string told_when(const Timeline& timeline, const Conflict& conflict) {
  for (const std::uint32_t i : conflict.cycle) {
    const Evidence& e = timeline.evidence[i];
    if (e.kind != EvidenceKind::tense) continue;
    if (e.from.kind == Point::Kind::document) return ", told as still to come on the day of writing";
    return e.to.is_end && e.from.is_end ? ", told as past on the day of writing"
                                        : ", told as begun by the day of writing";
  }
  return {};
}

/// The words in quotation marks in the order of the text, without those that lie in others.
std::string words_of(const Timeline& timeline, const Conflict& conflict) {
  std::vector<Span> spans;
  for (const std::uint32_t i : conflict.cycle)
    if (timeline.evidence[i].words.size() > 0) spans.push_back(timeline.evidence[i].words);
  std::sort(spans.begin(), spans.end(),
            [](Span a, Span b) { return std::pair(a.begin, b.end) < std::pair(b.begin, a.end); });
  std::string words;
  std::uint32_t end = 0;
  for (const Span span : spans) {
    if (span.end <= end) continue;
    end = span.end;
    words += (words.empty() ? "“" : ", “") + std::string(slice(timeline.document.text, span)) + "”";
  }
  return words + told_when(timeline, conflict);
}

/// The edit that a contradiction is with.
struct Statement {
  std::string_view rule;    ///< of its evidence
  std::uint32_t event = 0;  ///< that it dates, that ends first, or of which another is part
  std::uint32_t then = 0;   ///< that begins afterwards
  bool is_own = true;       ///< all of it tells of `event`
};

/// Of several edits the date, or else the order.
Statement statement_of(const Timeline& timeline, const Conflict& conflict) {
  Statement found;
  for (const std::string_view rule : {rule_edited_identity, rule_edited_order, rule_edited_date}) {
    const auto edit = std::ranges::find(conflict.cycle, rule,
                                        [&](std::uint32_t i) { return std::string_view(timeline.evidence[i].rule); });
    if (edit == conflict.cycle.end()) continue;
    const Evidence& e = timeline.evidence[*edit];
    found.rule = rule;
    found.event = rule == rule_edited_date ? e.to.index : e.from.index;
    found.then = e.to.index;
  }
  const auto is_own = [&](std::uint32_t event) {
    return event == found.event || std::ranges::any_of(conflict.cycle, [&](std::uint32_t i) {
             const Evidence& e = timeline.evidence[i];
             return e.rule == rule_edited_identity && e.from.index == found.event && e.to.index == event;
           });
  };
  for (const std::uint32_t i : conflict.cycle)
    for (const Point& point : {timeline.evidence[i].from, timeline.evidence[i].to})
      if (point.kind == Point::Kind::event && !is_own(point.index)) found.is_own = false;
  return found;
}

std::string message_of(const Timeline& timeline, const Conflict& conflict, const Statement& edit) {
  const auto title = [&](std::uint32_t event) { return "“" + timeline.events[event].title + "”"; };
  const std::string words = words_of(timeline, conflict);
  const std::string other = words.empty() ? "another edit" : "the text: " + words;
  if (edit.rule == rule_edited_date) return "the date stated for " + title(edit.event) + " contradicts " + other;
  if (edit.rule == rule_edited_order)
    return "that " + title(edit.event) + " comes before " + title(edit.then) + " contradicts " + other;
  return "what is merged as " + title(edit.event) + " has times that contradict each other: " + words +
         "; the date of the first stands";
}

std::uint32_t line_of(const LineOfEvent& lines, std::uint32_t event) {
  const auto found = lines.find(event);
  return found == lines.end() ? 0 : found->second;
}

}  // namespace

bool is_edited(const Conflict& conflict, const Timeline& timeline) {
  bool edited = false;
  for (const std::uint32_t index : conflict.cycle) {
    const Evidence& e = timeline.evidence[index];
    edited = edited || e.kind == EvidenceKind::edited;
    if (is_guess(e.kind)) return false;
  }
  return edited;
}

bool contradicts_itself(const Timeline& timeline) {
  return !std::ranges::all_of(timeline.conflicts, [&](const Conflict& c) { return is_edited(c, timeline); });
}

std::size_t count_problems(const std::vector<EditProblem>& problems) {
  return static_cast<std::size_t>(std::ranges::count(problems, EditProblem::Kind::problem, &EditProblem::kind));
}

std::vector<EditProblem> edited_conflicts(const Timeline& timeline, const StatedLines& lines) {
  std::vector<EditProblem> problems;
  for (const Conflict& conflict : timeline.conflicts) {
    if (!is_edited(conflict, timeline)) continue;
    const Statement edit = statement_of(timeline, conflict);
    const std::string message = message_of(timeline, conflict, edit);
    const LineOfEvent& of_kind = edit.rule == rule_edited_date    ? lines.date
                                 : edit.rule == rule_edited_order ? lines.order
                                                                  : lines.merge;
    const std::uint32_t line = line_of(of_kind, edit.event);
    const bool is_note = edit.rule == rule_edited_date && edit.is_own;
    const bool known =
        std::ranges::any_of(problems, [&](const EditProblem& p) { return p.line == line && p.message == message; });
    if (!known) problems.push_back({line, message, is_note ? EditProblem::Kind::note : EditProblem::Kind::problem});
  }
  return problems;
}

}  // namespace annal
