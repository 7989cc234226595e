// See edited_conflicts.h.
#include "timeline/edits/edited_conflicts.h"

#include <algorithm>
#include <string>
#include <utility>

#include "timeline/edits/set_fields.h"
#include "timeline/network/network.h"

namespace annal {
namespace {

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
  const bool is_past = std::any_of(conflict.cycle.begin(), conflict.cycle.end(),
                                   [&](std::uint32_t i) { return timeline.evidence[i].kind == EvidenceKind::tense; });
  return is_past ? words + ", as told on the day of writing" : words;
}

std::uint32_t line_of(const LineOfEvent& lines, std::uint32_t event) {
  const auto found = lines.find(event);
  return found == lines.end() ? 0 : found->second;
}

}  // namespace

bool is_edited(const Conflict& conflict, const Timeline& timeline) {
  const auto is_merged = [&](const Point& point) {
    return point.kind == Point::Kind::event && is_marked(timeline.events[point.index], EditedField::merged);
  };
  bool edited = false;
  for (const std::uint32_t index : conflict.cycle) {
    const Evidence& e = timeline.evidence[index];
    edited = edited || e.kind == EvidenceKind::edited || is_merged(e.from) || is_merged(e.to);
    if (is_guess(e.kind)) return false;
  }
  return edited;
}

std::vector<EditProblem> edited_conflicts(const Timeline& timeline, const LineOfEvent& line_of_date,
                                          const LineOfEvent& line_of_merge) {
  std::vector<EditProblem> problems;
  for (const Conflict& conflict : timeline.conflicts) {
    if (!is_edited(conflict, timeline)) continue;
    std::uint32_t line = 0;
    std::string stated, merged;
    for (const std::uint32_t i : conflict.cycle) {
      const Evidence& e = timeline.evidence[i];
      for (const Point& point : {e.from, e.to}) {
        if (point.kind != Point::Kind::event) continue;
        const Event& event = timeline.events[point.index];
        if (e.kind == EvidenceKind::edited && stated.empty()) {
          stated = event.title;
          line = line_of(line_of_date, point.index);
        } else if (is_marked(event, EditedField::merged) && merged.empty()) {
          merged = event.title;
          if (stated.empty()) line = line_of(line_of_merge, point.index);
        }
      }
    }
    const std::string words = words_of(timeline, conflict);
    std::string message = "what is merged as “" + merged + "” has times that contradict each other: " + words;
    if (!stated.empty())
      message =
          "the date stated for “" + stated + "” contradicts " + (words.empty() ? "another edit" : "the text: " + words);
    const bool known = std::any_of(problems.begin(), problems.end(),
                                   [&](const EditProblem& p) { return p.line == line && p.message == message; });
    if (!known) problems.push_back({line, std::move(message)});
  }
  return problems;
}

}  // namespace annal
