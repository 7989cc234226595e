// See testimony.h.
#include "timeline/collection/testimony.h"

#include <algorithm>
#include <utility>

#include "core/lang/language.h"
#include "core/text/sentence.h"
#include "core/unicode/letter_case.h"
#include "timeline/collection/agreement.h"
#include "timeline/sources.h"

namespace annal {
namespace {

/// A day, a month or a year.
struct CalendarUnit {
  Interval interval{};
  Granularity granularity = Granularity::none;
};

/// The unit that a time is, or the day that a morning is of. A night may be of two days; a time of the clock is as
/// often that of the text.
std::optional<CalendarUnit> unit_of(const TimeValue& value) {
  if (value.frame != Frame::calendar || value.mod != Mod::none || !value.interval.bounded()) return std::nullopt;
  switch (value.granularity) {
    case Granularity::day:
    case Granularity::month:
    case Granularity::year: return CalendarUnit{value.interval, value.granularity};
    case Granularity::part_of_day: break;
    default: return std::nullopt;
  }
  const Interval days{floor_day(value.interval.begin), floor_day(value.interval.end - 1) + seconds_per_day};
  return CalendarUnit{days, Granularity::day};
}

/// Whether a time stands right behind a noun and what belongs to it: "the death of Ann on 3 May". Behind a verb it may
/// be the verb's.
bool stands_beside(Span time, const Event& event, std::string_view text) {
  constexpr std::uint32_t most_between = 5;  // bytes: " on ", " in "
  std::uint32_t end = event.span.end;
  for (const EventArgument& argument : event.arguments)
    if (argument.span.end <= time.begin) end = std::max(end, argument.span.end);
  if (end < time.begin && time.begin - end <= most_between) return true;
  const std::string_view title = std::string_view(event.title).substr(std::min<std::size_t>(1, event.title.size()));
  for (std::uint32_t between = 1; between <= std::min(most_between, time.begin); ++between)
    if (text.substr(0, time.begin - between).ends_with(title)) return true;
  return false;
}

/// The names of who takes part.
Words core_names(const Wording& wording) {
  Words names;
  for (const ToldPhrase& phrase : wording.phrases)
    if (phrase.is_core()) names.insert(phrase.names.begin(), phrase.names.end());
  return names;
}

/// The names of the first phrase that has `name`.
const Words& names_beside(const std::string& name, const Wording& wording) {
  return std::ranges::find_if(wording.phrases,
                              [&](const ToldPhrase& phrase) { return phrase.is_core() && phrase.names.contains(name); })
      ->names;
}

}  // namespace

TestimonyReader::TestimonyReader(const Timeline& timeline)
    : timeline_(timeline), wordings_(timeline), deeds_(timeline) {
  for (const SourceDocument& source : timeline.sources) {
    const Language* language = Language::find(source.language);
    bearers_.push_back(
        full_names(slice(timeline.document.text, source.span), language != nullptr ? *language : Language::fallback()));
  }
}

std::optional<Testimony> TestimonyReader::read(std::uint32_t e) {
  const Event& event = timeline_.events[e];
  if (!holds(event.status) || event.polarity == Polarity::neg || event.timexes.empty() || event.when.guess) return {};
  if (event.lemma.empty() || event.when.relation != DateLabel::Relation::none || event.when.mod != Mod::none) return {};
  const Timex& timex = timeline_.timexes[event.timexes.front()];
  if (event.pos == PartOfSpeech::noun && !stands_beside(timex.span, event, timeline_.document.text)) return {};
  const TimeValue& time = timex.value;
  const std::optional<CalendarUnit> unit = unit_of(time);
  if (!unit || event.when.frame != Frame::calendar || event.when.interval != time.interval) return {};
  if (tells_other_dates(event, unit->interval, unit->granularity) || lies_ahead(event, unit->interval)) return {};
  Testimony told{e, telling(event), unit->interval, unit->granularity, {}, false, wordings_.read(event), {}};
  told.time = folded(slice(timeline_.document.text, timex.span));
  wordings_.add_subject(event, told.wording);
  if (told.wording.infinitive) return {};
  told.deed = deeds_.read(event, told.wording);
  told.definite = is_definite(event, told.wording);
  if (told.deed.recurrence == Recurrence::soon && !told.wording.is_first_or_last()) return {};
  const bool again = told.deed.recurrence == Recurrence::yearly || told.deed.recurrence == Recurrence::terms;
  if (again && unit->granularity == Granularity::year) return {};
  return told;
}

/// Whether a document that tells it was written before its date: what is arranged need not come about.
bool TestimonyReader::lies_ahead(const Event& event, Interval date) const {
  return std::ranges::any_of(event.mentions, [&](Span mention) {
    const Dct& dct = timeline_.sources[source_at(timeline_, mention.begin)].dct;
    return dct.known() && floor_day(dct.at) < date.begin;
  });
}

/// Whether its documents tell it with another date as well: they correct it, or it lasted.
bool TestimonyReader::tells_other_dates(const Event& event, Interval date, Granularity granularity) const {
  return std::ranges::any_of(event.timexes, [&](std::uint32_t t) {
    const std::optional<CalendarUnit> other = unit_of(timeline_.timexes[t].value);
    return other && other->granularity == granularity && other->interval != date;
  });
}

/// The documents that tell an event; those that do so in a headline alone only where no other does. A headline has no
/// date, so whatever day is told below it, it may be of.
std::vector<std::uint32_t> TestimonyReader::telling(const Event& event) const {
  std::vector<std::uint32_t> found;
  for (const Span mention : event.mentions) {
    const std::uint32_t block = timeline_.sentences[sentence_at(timeline_.sentences, mention.begin)].block;
    const auto& blocks = timeline_.document.blocks;
    if (block < blocks.size() && blocks[block].kind == BlockKind::title) continue;
    found.push_back(static_cast<std::uint32_t>(source_at(timeline_, mention.begin)));
  }
  if (found.empty()) return sources_of(timeline_, event);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

/// What stands before the name `last`: in `names`, those of one phrase, or, where it stands alone there, in its
/// document.
Words TestimonyReader::first_names(std::uint32_t source, const Words& names, std::string_view last) const {
  Words found = names;
  if (const auto at = found.find(last); at != found.end()) found.erase(at);
  if (!found.empty()) return found;
  for (const FullName& bearer : bearers_[source])
    if (bearer.last == last) found.insert(bearer.first);
  return found;
}

bool TestimonyReader::tell_of_namesakes(const Testimony& a, const Testimony& b) const {
  const Words of_b = core_names(b.wording);
  return std::ranges::any_of(core_names(a.wording), [&](const std::string& name) {
    if (!of_b.contains(name)) return false;
    const Words one = first_names(a.sources.front(), names_beside(name, a.wording), name);
    const Words other = first_names(b.sources.front(), names_beside(name, b.wording), name);
    return !one.empty() && !other.empty() && shared(one, other) == 0;
  });
}

}  // namespace annal
