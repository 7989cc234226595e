// Sentences in the order of the text, each with its place.
#include "cli/conflicts.h"

#include "render/encode/escape.h"
#include "render/encode/line_column.h"
#include "render/labels/conflict_words.h"
#include "render/labels/heading.h"

namespace annal {

std::string to_conflicts_text(const Timeline& timeline) {
  const Labels labels = labels::labels_of(timeline);
  if (timeline.conflicts.empty()) return std::string(labels.text(Label::no_contradiction)) + '\n';
  const LineColumnIndex positions(timeline.document.text);
  std::string out;
  for (const Conflict& conflict : timeline.conflicts) {
    if (!out.empty()) out += '\n';
    out += labels::conflict_heading(timeline, conflict, labels) + '\n';
    for (const labels::ConflictStatement& statement : labels::statements_of(timeline, conflict))
      out += "  " + positions.at(statement.words.begin) + "  " + labels::quote_of(timeline, statement) + '\n';
    if (const std::string words = labels::set_aside_words(timeline, conflict, labels); !words.empty())
      out += "  " + words + "  (" + one_line(timeline.evidence[conflict.set_aside].rule) + ")\n";
  }
  return out;
}

}  // namespace annal
