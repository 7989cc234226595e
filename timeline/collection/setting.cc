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

/// Finds the days that events name.
class Days {
  static bool is_day(const Timex& timex) {
    return timex.value.frame == Frame::calendar && timex.value.granularity == Granularity::day &&
           timex.value.interval.bounded();
  }
  auto begin_of() const {
    return [this](std::uint32_t timex) { return timexes_[timex].span.begin; };
  }

 public:
  explicit Days(const Timeline& timeline) : timexes_(timeline.timexes), claimed_(timexes_.size()) {
    for (const Event& event : timeline.events)
      for (const std::uint32_t timex : event.timexes) claimed_[timex] = true;
    for (std::uint32_t t = 0; t < timexes_.size(); ++t)
      if (is_day(timexes_[t]) && !claimed_[t]) free_.push_back(t);
    std::ranges::sort(free_, {}, begin_of());
  }

  /// Those that date `event`, and those that its clause names for none.
  std::vector<Interval> of(const Event& event) const {
    std::vector<Interval> days;
    for (const std::uint32_t timex : event.timexes)
      if (is_day(timexes_[timex])) days.push_back(timexes_[timex].value.interval);
    for (auto at = std::ranges::lower_bound(free_, event.clause.begin, {}, begin_of());
         at != free_.end() && timexes_[*at].span.begin < event.clause.end; ++at)
      days.push_back(timexes_[*at].value.interval);
    return days;
  }

 private:
  const std::vector<Timex>& timexes_;
  std::vector<bool> claimed_;        ///< whether it dates an event
  std::vector<std::uint32_t> free_;  ///< the days that date none, in order of place
};

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
  const Days days(timeline);
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
    setting.days = days.of(event);
    const ToldEvent& told = pairs.told(e);
    setting.bare = std::ranges::none_of(told.agent, is_name) && std::ranges::none_of(told.undergoer, is_name);
    std::ranges::copy_if(told.sentence, std::back_inserter(setting.names), [&](std::uint32_t word) {
      return is_name(word) && !std::ranges::binary_search(told.others, word);
    });
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
