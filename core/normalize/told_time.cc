#include "core/normalize/told_time.h"

#include <algorithm>

#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"
#include "core/normalize/tree_facts.h"

namespace annal {
namespace {

// How many time expressions are looked through.
constexpr std::size_t farthest = 24;
// What is told of the day of writing so many years after the tale is no part of it.
constexpr int latest_after = 2;

bool day_known(const ResolutionContext& context) { return context.document_known || context.year_inferred; }

int year_of_writing(const ResolutionContext& context) {
  return context.document_known ? year_of(context.document) : context.year_day.year;
}

}  // namespace

ToldTime::ToldTime(const Analysis& analysis, TenseReader& tense, const DocumentGenre& genre)
    : analysis_(analysis),
      tense_(tense),
      chronicle_(genre.chronicle),
      standings_(analysis.timexes.size(), Standing::none) {}

void ToldTime::note(std::size_t i, bool passing, const ResolutionContext& context) {
  const TimeValue& value = timex(i).value;
  const bool is_date = value.type == TimexType::date || value.type == TimexType::time;
  if (passing || !is_date || value.granularity > Granularity::century) return;
  if (value.frame == Frame::document || value.anchor_kind == AnchorKind::document) {
    standings_[i] = Standing::from_document;
  } else if (value.frame != Frame::calendar) {
    const ExpressionPool& pool = analysis_.expressions;
    const bool weekday =
        depends_on_tense(pool, timex(i).expression) && !leaves_year_to_tense(pool, timex(i).expression);
    if (weekday) standings_[i] = Standing::from_document;
  } else if (value.anchor_kind == AnchorKind::reference) {
    // "that year", "the following year"
    const bool year = !context.carries && value.granularity == Granularity::year;
    const bool as_mention = context.carries && context.told.mention;
    const bool frame = year || (context.carries && context.told.frame);
    standings_[i] = as_mention ? Standing::mention : frame ? Standing::frame : Standing::told;
  } else {
    standings_[i] = Standing::stated;
  }
}

ToldTime::Standing ToldTime::standing(std::size_t i) {
  Standing& known = standings_[i];
  if (known != Standing::stated) return known;
  // What follows a span goes on from its first end, and not from one of years. A heading is a frame.
  const bool ends = timex(i).range == RangeRole::to;
  const bool years = timex(i).range != RangeRole::none && timex(i).value.granularity >= Granularity::year;
  if (analysis_.document.blocks[block(i)].kind == BlockKind::title) {
    const bool later = i > 0 && block(i - 1) == block(i) && standings_[i - 1] >= Standing::stated;
    return known = later ? Standing::beside : Standing::frame;
  }
  switch (tense_.telling(i, timex(i).sentence)) {
    case DateTelling::mention: known = Standing::mention; break;
    case DateTelling::beside: known = Standing::beside; break;
    case DateTelling::aside: known = Standing::aside; break;
    case DateTelling::unknown:
    case DateTelling::told: known = years ? Standing::aside : Standing::told; break;
    case DateTelling::frame: known = years || ends ? Standing::aside : Standing::frame; break;
  }
  return known;
}

std::optional<Told> ToldTime::told(std::size_t i) const {
  const auto value = parse_timex(timex(i).value.value);
  if (!value || value->year == CalendarValue::no_year || value->granularity > Granularity::year) return std::nullopt;
  return Told{static_cast<std::int32_t>(i), *value, standings_[i] == Standing::frame};
}

// A later date may stand for `found`: one of a subject that goes on from it, or of the day of writing in a tale that
// has come so far. So does a day or month of the sentence that `found` only adds the year to ("7 December, 1941").
std::optional<Told> ToldTime::latest(const Told& found, std::int32_t aside, std::int32_t deictic,
                                     const ResolutionContext& context) const {
  if (deictic >= 0)
    if (const auto now = told(static_cast<std::size_t>(deictic));
        now && now->value.year <= found.value.year + latest_after)
      return now;
  if (aside >= 0 && (context.narrative || !day_known(context)))
    if (const auto beside = told(static_cast<std::size_t>(aside));
        beside && beside->value.granularity <= Granularity::month && beside->value.year >= found.value.year &&
        beside->value.year <= found.value.year + 1)
      return beside;
  const auto at = static_cast<std::size_t>(found.timex);
  if (found.value.granularity == Granularity::year && at > 0 && timex(at - 1).sentence == timex(at).sentence &&
      standings_[at - 1] >= Standing::stated)
    if (auto finer = told(at - 1);
        finer && finer->value.year == found.value.year && finer->value.granularity <= Granularity::month) {
      finer->frame = found.frame;
      return finer;
    }
  return found;
}

// A year that follows in the clause or noun of the date: "spent the spring and early summer of 1943".
std::optional<Told> ToldTime::after(std::size_t i) {
  const std::size_t next = i + 1, sentence = timex(i).sentence;
  if (next >= analysis_.timexes.size() || sentence >= analysis_.sentences.size()) return std::nullopt;
  const int year = stated_year(analysis_.expressions, timex(next).expression);
  if (year == 0 || timex(next).span.begin >= analysis_.sentences[sentence].span.end) return std::nullopt;
  if (timex(next).range != RangeRole::none || !tense_.within(i, next, sentence)) return std::nullopt;
  CalendarValue value = open_value(Granularity::year);
  value.year = static_cast<decltype(value.year)>(year < 0 ? year + 1 : year);  // 1 BC is the year 0
  const DateTelling telling = tense_.telling(next, sentence);
  return Told{static_cast<std::int32_t>(next), value, false,
              telling == DateTelling::mention || telling == DateTelling::beside};
}

std::optional<Told> ToldTime::before(std::size_t i, std::size_t first, const ResolutionContext& context) {
  std::int32_t mention = -1, aside = -1, deictic = -1;
  if (context.narrative || !day_known(context))
    if (const auto found = after(i)) return found;
  const bool one_block = !context.narrative && day_known(context);
  for (std::size_t k = i; k > first && i - k < farthest;) {
    --k;
    if (one_block && block(k) != block(i)) break;
    Standing standing = this->standing(k);
    if (standing == Standing::none) continue;
    if (standing == Standing::from_document) {
      if (!context.narrative) return std::nullopt;
      if (deictic < 0) deictic = static_cast<std::int32_t>(k);
      continue;
    }
    if (standing < Standing::told && timex(k).sentence == timex(i).sentence && tense_.within(i, k, timex(i).sentence))
      if (auto own = told(k)) {
        own->mention = true;
        return own;
      }
    if (standing == Standing::beside) standing = one_block ? Standing::mention : Standing::aside;
    if (standing == Standing::mention && mention < 0) mention = static_cast<std::int32_t>(k);
    if (standing == Standing::aside && aside < 0) aside = static_cast<std::int32_t>(k);
    if (standing < Standing::told) continue;
    if (const auto found = told(k)) return latest(*found, aside, deictic, context);
  }
  if (deictic >= 0) return told(static_cast<std::size_t>(deictic));
  if (aside >= 0)
    if (const auto beside = told(static_cast<std::size_t>(aside));
        beside && (context.narrative || beside->value.granularity <= Granularity::month))
      return beside;
  // A tale that only mentions years is still one of theirs.
  return context.narrative && mention >= 0 ? told(static_cast<std::size_t>(mention)) : std::nullopt;
}

// Whether its sentence goes on with a time that counts from the day of writing: "came in January and left last Monday".
bool ToldTime::counts_on(std::size_t i) const {
  const std::size_t next = i + 1;
  if (next >= analysis_.timexes.size() || timex(next).span.begin >= analysis_.sentences[timex(i).sentence].span.end)
    return false;
  const ExpressionPool& pool = analysis_.expressions;
  const ExpressionIndex index = timex(next).expression;
  return is_any<op::Weekday, op::Weekend, op::LastNamed, op::NextNamed, op::ThisNamed, op::Shift, op::Current, op::Ago>(
      pool[without_modifiers(pool, index)]);
}

bool ToldTime::may_be_recent(std::size_t i, const Told& told, const ResolutionContext& context) const {
  constexpr int weeks = 6, years = 10;
  if (context.narrative || !context.document_known || told.value.granularity != Granularity::year ||
      told.value.year < year_of(context.document) - years ||
      timex(static_cast<std::size_t>(told.timex)).sentence == timex(i).sentence)
    return false;
  const Resolution found = Evaluator(analysis_.expressions, context).evaluate(timex(i).expression);
  if (!found.has_year()) return false;
  const Interval span = interval_of(found.calendar_value);
  return span.begin <= context.document && span.end > context.document - weeks * 7 * seconds_per_day;
}

bool ToldTime::stays(std::size_t i, const Told& told, const ResolutionContext& context) const {
  return chronicle_ && context.document_known && told.value.granularity <= Granularity::month &&
         told.value.year < year_of(context.document) && block(i) == block(static_cast<std::size_t>(told.timex));
}

bool ToldTime::reaches(std::size_t i, const Told& told, const ResolutionContext& context) {
  const Direction direction = context.direction;
  const std::size_t sentence = timex(i).sentence;
  const auto at = static_cast<std::size_t>(told.timex);
  // What a narrative of the last few years says will come, it says on the day of writing; in one of old times "would"
  // looks ahead from there.
  if (context.narrative)
    return !context.document_known || direction != Direction::future ||
           told.value.year <= year_of(context.document) - 5;
  const auto as_told = [&] {
    return direction == Direction::past ||
           (direction == Direction::present && tense_.at(at, timex(at).sentence) != Direction::past);
  };
  if (!day_known(context)) {
    if (direction == Direction::past) return tense_.at(at, timex(at).sentence) != Direction::future;
    return direction == Direction::unknown || as_told();
  }
  if (told.value.year >= year_of_writing(context)) return false;
  if (timex(at).sentence == sentence)
    return direction != Direction::future && (told.frame || tense_.within(i, at, sentence));
  return as_told() && (chronicle_ || !tense_.dates_report(i, sentence)) && !counts_on(i) &&
         (told.frame || chronicle_ || told.value.granularity <= Granularity::month);
}

}  // namespace annal
