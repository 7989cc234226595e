// Claims in the order in which they stand round the cycle; pure calendar arithmetic has no words and says so.
#include "cli/conflicts.h"

#include "render/encode/escape.h"
#include "render/encode/line_column.h"

namespace annal {
namespace {

std::string trust_text(double trust) {
  const auto hundredths = static_cast<int>(trust * 100 + 0.5);
  const std::string digits = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

}  // namespace

std::string to_conflicts_text(const Timeline& timeline) {
  const LineColumnIndex positions(timeline.document.text);
  std::string out;
  for (const Conflict& conflict : timeline.conflicts) {
    if (!out.empty()) out += '\n';
    out += "the order cannot be right: " + one_line(conflict.reason) + '\n';
    for (const std::uint32_t index : conflict.cycle) {
      const Evidence& evidence = timeline.evidence[index];
      const bool has_words = evidence.words.size() > 0;
      out += "  " + (has_words ? positions.at(evidence.words.begin) : std::string("-")) + "  ";
      out +=
          has_words ? '"' + one_line(slice(timeline.document.text, evidence.words)) + '"' : std::string("the calendar");
      out += "  (" + one_line(evidence.rule) + ", " + trust_text(evidence.trust) + ")";
      if (index == conflict.set_aside) out += "  <- set aside, the least trusted";
      out += '\n';
    }
  }
  return out;
}

}  // namespace annal
