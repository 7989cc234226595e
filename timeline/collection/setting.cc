// See setting.h.
#include "timeline/collection/setting.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/lang/language.h"
#include "core/text/sentence.h"
#include "core/text/token.h"
#include "core/unicode/letter_case.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr std::uint32_t near_sentences = 3;  ///< the event before is no further back

/// The place at the front of a dateline, in small letters: "TARN, 4 May (Wire) --"; empty where there is none. Without
/// a dash and in small letters it may be the name of who wrote the text.
std::string place_in(std::string_view line, const Language& language) {
  const bool has_dash = line.ends_with('-') || line.ends_with("–") || line.ends_with("—");
  if (!has_dash) return {};
  std::vector<Token> tokens;
  tokenise(line, tokens);
  std::string place;
  for (const Token& token : tokens) {
    const std::string_view word = slice(line, token.span());
    if (token.kind != TokenKind::word) return word == "," || word == "(" ? place : std::string();
    const std::string small = folded(word);
    for (const char* const other : {"dateline-mark", "byline-start", "month", "weekday"})
      if (const WordClass c = language.word_class(other); c != no_class && language.is(small, c)) return {};
    if (small == word) return {};
    place += (place.empty() ? "" : " ") + small;
  }
  return {};
}

/// The days that the words of `span` name; `timexes` are in order of place.
std::vector<Interval> days_in(Span span, const std::vector<Timex>& timexes) {
  std::vector<Interval> days;
  for (auto at = std::ranges::lower_bound(timexes, span.begin, {}, [](const Timex& t) { return t.span.begin; });
       at != timexes.end() && at->span.begin < span.end; ++at)
    if (at->value.frame == Frame::calendar && at->value.granularity == Granularity::day && at->value.interval.bounded())
      days.push_back(at->value.interval);
  return days;
}

bool meet(const Interval& a, const Interval& b) { return a.begin < b.end && b.begin < a.end; }

}  // namespace

std::vector<std::string> dateline_places(const Timeline& timeline) {
  std::vector<std::string> places(timeline.sources.size());
  for (const Block& block : timeline.document.blocks) {
    if (block.kind != BlockKind::dateline) continue;
    const std::size_t source = source_at(timeline, block.span.begin);
    const Language* language = Language::find(timeline.sources[source].language);
    if (places[source].empty())
      places[source] =
          place_in(slice(timeline.document.text, block.span), language != nullptr ? *language : Language::fallback());
  }
  return places;
}

std::vector<Setting> settings_of(const Timeline& timeline, const ContentWords& words, const HappeningPairs& pairs) {
  const std::vector<std::string> places = dateline_places(timeline);
  std::vector<Timex> timexes = timeline.timexes;
  std::ranges::sort(timexes, {}, [](const Timex& t) { return t.span.begin; });
  std::vector<Setting> settings(timeline.events.size());
  std::optional<Interval> day;  // of the last event that has one
  std::uint32_t told_in = 0;    // its sentence
  const auto is_name = [&](std::uint32_t word) { return words.is_name(word); };
  std::size_t document = SIZE_MAX;  // of the event before
  for (std::uint32_t e = 0; e < settings.size(); ++e) {
    const Event& event = timeline.events[e];
    Setting& setting = settings[e];
    const std::size_t source = source_at(timeline, event.span.begin);
    if (std::exchange(document, source) != source) day.reset();
    setting.place = places[source];
    setting.days = days_in(event.clause, timexes);
    const ToldEvent& told = pairs.told(e);
    setting.bare = std::ranges::none_of(told.agent, is_name) && std::ranges::none_of(told.undergoer, is_name);
    std::ranges::copy_if(told.sentence, std::back_inserter(setting.names), is_name);
    if (!setting.days.empty()) {
      day = setting.days.front();
      told_in = event.sentence;
    } else if (event.sentence - told_in <= near_sentences) {
      setting.beside = day;
    }
  }
  return settings;
}

bool lie_apart(const Setting& a, const Setting& b) {
  if (!a.days.empty() && !b.days.empty())
    return std::ranges::none_of(a.days, [&](const Interval& day) {
      return std::ranges::any_of(b.days, [&](const Interval& other) { return meet(day, other); });
    });
  if (!a.bare || !b.bare || share_any(a.names, b.names)) return false;
  if (!a.place.empty() && !b.place.empty() && a.place != b.place) return true;
  return a.beside && b.beside && !meet(*a.beside, *b.beside);
}

}  // namespace annal
