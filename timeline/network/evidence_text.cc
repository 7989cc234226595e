#include "timeline/network/evidence_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace annal {

std::string trust_text(double trust) {
  const int hundredths = trust > 0 ? static_cast<int>(std::lround(std::min(trust, 1.0) * 100)) : 0;
  std::string digits = std::to_string(hundredths % 100);
  if (digits.size() == 1) digits.insert(0, 1, '0');
  return std::to_string(hundredths / 100) + '.' + digits;
}

std::string quoted(const Evidence& evidence, std::string_view text) {
  if (evidence.words.size() == 0 || evidence.words.end > text.size()) {
    if (evidence.rule == rule_day_of_writing) return "the day of writing";
    if (evidence.kind == EvidenceKind::calendar) return "the calendar";
    if (evidence.kind == EvidenceKind::edited) return "an edit";
    return "the rule " + evidence.rule;
  }
  std::string line;
  std::size_t characters = 0;
  bool cut = false;
  for (const char c : slice(text, evidence.words)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (blank && (line.empty() || line.back() == ' ')) continue;
    const bool begins_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins_character && ++characters > 60) {
      cut = true;
      break;
    }
    line += blank ? ' ' : c;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return "“" + line + (cut ? "…”" : "”");
}

}  // namespace annal
