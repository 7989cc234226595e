#include "render/labels/quote.h"

#include <algorithm>
#include <string_view>

#include "core/text/sentence.h"
#include "render/encode/escape.h"

namespace annal::labels {

std::string words_of(const Timeline& timeline, Span span) {
  if (span.end <= span.begin || span.end > timeline.document.text.size()) return "";
  return one_line(slice(timeline.document.text, span));
}

std::string words_around(const Timeline& timeline, Span whole, Span word, std::uint32_t most) {
  if (whole.size() <= most) return words_of(timeline, whole);
  const std::string_view text = timeline.document.text;
  if (whole.end > text.size()) return "";
  Span part{std::max(whole.begin, word.begin - std::min(word.begin, most / 2)), 0};
  part.end = std::min(whole.end, part.begin + most);
  const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (part.begin > whole.begin && part.begin < word.begin && !blank(part.begin)) ++part.begin;
  while (part.end < whole.end && part.end > word.end && !blank(part.end - 1)) --part.end;
  const std::string quoted = words_of(timeline, part);
  return (part.begin > whole.begin ? "\u2026 " : "") + quoted + (part.end < whole.end ? " \u2026" : "");
}

Span sentence_around(const Timeline& timeline, Span word) {
  const std::size_t sentence = sentence_at(timeline.sentences, word.begin);
  const bool holds = sentence < timeline.sentences.size() && timeline.sentences[sentence].span.contains(word);
  return holds ? timeline.sentences[sentence].span : word;
}

std::string sentence_of(const Timeline& timeline, Span word) {
  return words_around(timeline, sentence_around(timeline, word), word);
}

}  // namespace annal::labels
