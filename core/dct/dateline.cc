// Resolving needs the day of writing and the day of writing needs resolving. The way out: the head of the text is
// resolved by itself, as a small text without a day of writing, and only a date that came out whole, from its own
// words, counts.
#include "core/dct/dateline.h"

#include <algorithm>
#include <string>

#include "core/calendar/calendar.h"
#include "core/normalize/resolve.h"
#include "core/text/phrases.h"
#include "core/unicode/utf8.h"

namespace annal {

namespace {

constexpr std::size_t head_blocks = 16;

/// Value of class "dateline-mark" in the lexicon: a day of change, not of writing.
constexpr std::int32_t changed = 2;

/// The text up to the end of its last dateline, with the time expressions of its datelines alone.
Analysis head_of(const Analysis& analysis, std::uint32_t end) {
  Analysis head;
  head.document.text = analysis.document.text.substr(0, end);
  head.document.language = analysis.document.language;
  for (const Block& block : analysis.document.blocks) {
    if (block.span.end <= end) head.document.blocks.push_back(block);
  }
  for (const Token& token : analysis.tokens) {
    if (token.end > end) break;
    head.tokens.push_back(token);
  }
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.span.end > end) break;
    head.sentences.push_back(sentence);
  }
  head.expressions = analysis.expressions;
  for (const Timex& timex : analysis.timexes) {
    if (timex.span.end > end) break;
    const auto holds = [&](const Block& block) {
      return block.kind == BlockKind::dateline && block.span.contains(timex.span);
    };
    if (std::none_of(head.document.blocks.begin(), head.document.blocks.end(), holds)) continue;
    head.timexes.push_back(timex);
    head.timexes.back().range = RangeRole::none;  // its partner may have stayed behind
    head.timexes.back().partner = -1;
  }
  return head;
}

/// The day, or the second, that `value` states by its own words.
std::optional<Dct> stated_day(const TimeValue& value) {
  if (value.frame != Frame::calendar || value.anchor_kind != AnchorKind::none || value.mod != Mod::none)
    return std::nullopt;
  if (value.type != TimexType::date && value.type != TimexType::time) return std::nullopt;
  const std::optional<CalendarValue> day = parse_timex(value.value);
  if (!day || day->granularity > Granularity::day || day->year == CalendarValue::no_year ||
      day->day == CalendarValue::open)
    return std::nullopt;
  Dct dct;
  dct.source = DctSource::dateline;
  dct.has_time = day->granularity < Granularity::part_of_day && day->hour != CalendarValue::open;
  dct.at = dct.has_time ? interval_of(*day).begin : days_from_civil(day->year, day->month, day->day) * seconds_per_day;
  return dct;
}

/// The words of a line on one line, cut where they are many.
std::string quoted(std::string_view line) {
  constexpr std::size_t longest = 80;
  std::string out = "\"";
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view point = line.substr(at, utf8_length(line[at]));
    if (at + point.size() > longest) {
      out += "\u2026";
      break;
    }
    if (point == "\n" || point == "\t") {
      out += ' ';
    } else {
      out += point;
    }
    at += point.size();
  }
  return out + "\"";
}

/// Whether the last word before `offset` that says what the date is of, says "updated" or the like.
bool is_change(std::string_view line, std::size_t offset, const Language& language) {
  const Phrases before(line.substr(0, offset), language);
  const WordClass mark = language.word_class("dateline-mark");
  std::int32_t last = 0;
  for (std::size_t i = 0; i < before.size();) {
    std::size_t length = 0;
    const std::int32_t value = before.match(i, mark, length);
    if (value > 0) last = value;
    i += std::max<std::size_t>(length, 1);
  }
  return last == changed;
}

}  // namespace

std::optional<Dateline> find_dateline(const Analysis& analysis, const Language& language) {
  const auto& blocks = analysis.document.blocks;
  const std::size_t many = std::min(blocks.size(), head_blocks);
  std::uint32_t end = 0;
  for (std::size_t b = 0; b < many; ++b) {
    if (blocks[b].kind == BlockKind::dateline) end = blocks[b].span.end;
  }
  if (end == 0) return std::nullopt;

  Analysis head = head_of(analysis, end);
  if (head.timexes.empty()) return std::nullopt;
  resolve(head, language);

  std::optional<Dateline> change;
  for (const Timex& timex : head.timexes) {
    std::optional<Dct> found = stated_day(timex.value);
    if (!found) continue;
    const auto block = std::find_if(head.document.blocks.begin(), head.document.blocks.end(),
                                    [&](const Block& b) { return b.span.contains(timex.span); });
    const std::string_view line = slice(head.document.text, block->span);
    found->reason = "the line " + quoted(line);
    const bool changed = is_change(line, timex.span.begin - block->span.begin, language);
    if (!changed) return Dateline{*std::move(found), timex.span, changed};
    if (!change) change = Dateline{*std::move(found), timex.span, changed};
  }
  return change;
}

bool contradicts(const Dateline& dateline, const Dct& dct) {
  const CivilSeconds apart = floor_day(dateline.dct.at) - floor_day(dct.at);
  return !dateline.changed && (apart > seconds_per_day || apart < -seconds_per_day);
}

}  // namespace annal
