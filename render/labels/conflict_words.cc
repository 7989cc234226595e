#include "render/labels/conflict_words.h"

#include <algorithm>

#include "render/encode/escape.h"
#include "render/labels/quote.h"

namespace annal::labels {
namespace {

constexpr std::uint32_t most_of_statement = 240;  ///< bytes of a sentence that are quoted

std::string in_quotes(const std::string& words) { return "\u201c" + words + "\u201d"; }

}  // namespace

std::vector<ConflictStatement> statements_of(const Timeline& timeline, const Conflict& conflict) {
  std::vector<ConflictStatement> found;
  for (const std::uint32_t index : conflict.cycle) {
    if (index >= timeline.evidence.size()) continue;
    const Evidence& evidence = timeline.evidence[index];
    if (evidence.words.size() == 0 || evidence.words.end > timeline.document.text.size()) continue;
    found.push_back({sentence_around(timeline, evidence.words), evidence.words});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.words.begin < b.words.begin; });
  const auto same = [](const auto& a, const auto& b) { return a.sentence == b.sentence; };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

bool has_edit(const Timeline& timeline, const Conflict& conflict) {
  return std::ranges::any_of(conflict.cycle, [&](std::uint32_t index) {
    return index < timeline.evidence.size() && timeline.evidence[index].kind == EvidenceKind::edited;
  });
}

std::string conflict_heading(const Timeline& timeline, const Conflict& conflict, const Labels& labels) {
  for (const std::uint32_t index : conflict.cycle) {
    if (index >= timeline.evidence.size() || timeline.evidence[index].kind != EvidenceKind::edited) continue;
    for (const Point& point : {timeline.evidence[index].from, timeline.evidence[index].to})
      if (point.kind == Point::Kind::event && point.index < timeline.events.size())
        return labels.text(Label::edited, one_line(timeline.events[point.index].title));
  }
  return std::string(labels.text(Label::statements_disagree));
}

std::string quote_of(const Timeline& timeline, const ConflictStatement& statement) {
  return in_quotes(words_around(timeline, statement.sentence, statement.words, most_of_statement));
}

std::string set_aside_words(const Timeline& timeline, const Conflict& conflict, const Labels& labels) {
  if (conflict.set_aside >= timeline.evidence.size()) return {};
  const Evidence& evidence = timeline.evidence[conflict.set_aside];
  // The timeline follows the dates: what relates them says no more than the sentences do.
  if (evidence.kind == EvidenceKind::identity || evidence.kind == EvidenceKind::signal) return {};
  const std::string words = words_of(timeline, evidence.words);
  return words.empty() ? std::string() : labels.text(Label::set_aside, in_quotes(words));
}

std::string conflict_words(const Timeline& timeline, const Conflict& conflict, const Labels& labels) {
  std::string out = conflict_heading(timeline, conflict, labels);
  for (const ConflictStatement& statement : statements_of(timeline, conflict))
    out += " " + quote_of(timeline, statement);
  const std::string left_out = set_aside_words(timeline, conflict, labels);
  return left_out.empty() ? out : out + " (" + left_out + ")";
}

}  // namespace annal::labels
