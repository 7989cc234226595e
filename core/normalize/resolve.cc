#include "core/normalize/resolve.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "core/normalize/calendar_units.h"
#include "core/normalize/drop_timexes.h"
#include "core/normalize/evaluate.h"
#include "core/normalize/fit_range.h"
#include "core/normalize/genre.h"
#include "core/normalize/infer_year.h"
#include "core/normalize/overridden.h"
#include "core/normalize/scope.h"
#include "core/normalize/tense.h"
#include "core/normalize/told_time.h"
#include "core/normalize/tree_facts.h"

namespace annal {
namespace {

// In bytes: what people type at one go, a message or a status.
constexpr std::size_t longest_short_message = 320;

class Resolver {
 public:
  Resolver(Analysis& analysis, const Language& language, std::span<const TimexOverride> overrides)
      : Resolver(analysis, language, overrides, genre_of(analysis)) {}

  Resolver(Analysis& analysis, const Language& language, std::span<const TimexOverride> overrides,
           const DocumentGenre& genre)
      : analysis_(analysis), overrides_(overrides), tense_(analysis, language), told_(analysis, tense_, genre) {
    const Dct& dct = analysis.document.dct;
    context_.document_known = dct.known();
    context_.document = floor_day(dct.at);
    context_.document_has_time = dct.has_time;
    context_.document_time = dct.at;
    context_.narrative = genre.narrative;
    context_.is_short_message = analysis.document.text.size() <= longest_short_message;
    context_.day_first = analysis.document.day_first || day_first(analysis.expressions);
    if (!context_.document_known) take_inferred_year();
  }

  void run() {
    std::size_t sentence = 0, token = 0;
    std::vector<bool> keep(analysis_.timexes.size(), true);
    for (std::size_t i = 0; i < analysis_.timexes.size(); ++i) {
      Timex& timex = analysis_.timexes[i];
      while (token < analysis_.tokens.size() && analysis_.tokens[token].begin < timex.span.begin) ++token;
      while (sentence + 1 < analysis_.sentences.size() && analysis_.sentences[sentence].last <= token) ++sentence;
      timex.sentence = static_cast<std::uint32_t>(sentence);
      enter_block(sentence, i);
      pass_mention(i);
      look_round(i, sentence);
      keep[i] = one(i);
      if (keep[i]) leave_to_siblings(i);
    }
    drop(keep);
  }

 private:
  // "The next day" is the one after the day told last, whatever year is only mentioned in between: "burned on 14 March
  // 2022. Ohlsen, who had worked there since 2020, was arrested the next day".
  void pass_mention(std::size_t i) {
    if (!context_.narrative || !context_.has_day_reference || context_.reference.granularity < Granularity::year ||
        context_.reference_timex <= context_.day_reference_timex)
      return;
    const ExpressionPool& pool = analysis_.expressions;
    const ExpressionIndex index = without_modifiers(pool, analysis_.timexes[i].expression);
    const auto* const at = node_as<op::At>(pool, index);
    if (node_as<op::ReferenceDay>(pool, at == nullptr ? index : at->date) == nullptr) return;
    const auto mentioned = static_cast<std::size_t>(context_.reference_timex);
    const DateTelling telling = tense_.telling(mentioned, analysis_.timexes[mentioned].sentence);
    if (telling != DateTelling::mention && telling != DateTelling::beside && telling != DateTelling::aside) return;
    context_.reference = context_.day_reference;
    context_.reference_timex = context_.day_reference_timex;
  }

  // The direction of the clause, and the date told before: both cost more than all the rest.
  void look_round(std::size_t i, std::size_t sentence) {
    const Timex& timex = analysis_.timexes[i];
    const ExpressionPool& pool = analysis_.expressions;
    context_.direction = Direction::unknown;
    context_.carries = context_.undecided = false;
    if (sentence >= analysis_.sentences.size()) return;
    if (!depends_on_tense(pool, timex.expression)) {
      if (node_as<op::Current>(pool, without_modifiers(pool, timex.expression)) == nullptr) return;
      const auto told = told_before(i);
      context_.carries = told && told_.stays(i, *told, context_);
      return;
    }
    const auto told = leaves_year_to_tense(pool, timex.expression) ? told_before(i) : std::nullopt;
    if (asks_tense(timex, told.has_value())) context_.direction = tense_.at(i, sentence);
    if (timex.range == RangeRole::from) from_direction_ = context_.direction;
    if (timex.range == RangeRole::to && of_one_day(i)) context_.direction = from_direction_;
    if (!told || !told_.reaches(i, *told, context_)) return;
    context_.told = *told;
    context_.undecided = told_.may_be_recent(i, *told, context_);
    context_.carries = !context_.undecided;
    if (context_.undecided)
      analysis_.warnings.push_back({timex.span, "“" + std::string(slice(analysis_.document.text, timex.span)) +
                                                    "” may be of " + std::to_string(told->value.year) +
                                                    " or of the year of writing; the year stays open"});
  }

  // Under a date that stands alone, what the part itself tells, or that date.
  std::optional<Told> told_before(std::size_t i) {
    if (!in_scope_) return told_.before(i, 0, context_);
    auto told = told_.before(i, block_first_, context_);
    if (!told && label_.timex >= 0) told = label_;
    return told;
  }

  // Without a day to count from, the direction changes nothing but whether "soon" is a time of its own. Where no date
  // was told before, all readings of a time together cost less than parsing its sentence.
  bool asks_tense(const Timex& timex, bool told) {
    const bool is_future = std::holds_alternative<op::FutureRef>(analysis_.expressions[timex.expression]);
    const bool counts = context_.document_known || context_.year_inferred || is_future;
    if (told) return counts || !context_.narrative;
    const bool matters = is_future || timex.range != RangeRole::none || find_override(overrides_, timex.span) ||
                         tense_matters(analysis_.expressions, timex.expression, context_);
    if (counts && !matters) unasked_.push_back(timex.sentence);
    return counts && matters;
  }

  // --- dates that stand alone, and what stands under them

  const BlockScope* scope_of(std::int32_t block) const {
    return block >= 0 && static_cast<std::size_t>(block) < analysis_.scopes.size()
               ? &analysis_.scopes[static_cast<std::size_t>(block)]
               : nullptr;
  }

  // Counts what stands in the block of `sentence` from the date that it stands under, and goes back to the text's own
  // thread behind it.
  void enter_block(std::size_t sentence, std::size_t timex) {
    const std::int32_t block =
        sentence < analysis_.sentences.size() ? static_cast<std::int32_t>(analysis_.sentences[sentence].block) : -1;
    if (block == block_) return;
    if (tale_) context_ = *std::exchange(tale_, std::nullopt);
    if (!in_scope_) outside_ = context_;
    block_ = block;
    block_first_ = timex;
    const BlockScope* const scope = scope_of(block);
    in_scope_ = scope != nullptr && (scope->label >= 0 || scope->first_timex >= 0);
    label_day_ = -1;
    label_ = {};
    context_ = outside_;
    if (!in_scope_) return;
    if (scope->label >= 0)
      stand_under(scope->label);
    else if (sibling_ >= 0)
      go_on_from(sibling_);
    if (context_.has_reference && context_.reference.year != CalendarValue::no_year && context_.narrative)
      label_ = {context_.reference_timex, context_.reference, true};
  }

  void go_on_from(std::int32_t timex) {
    const auto value = parse_timex(analysis_.timexes[static_cast<std::size_t>(timex)].value.value);
    if (!value || value->year == CalendarValue::no_year) return;
    context_.narrative = true;
    remember(*value, timex);
  }

  // The dates above it, the outermost first. One of a day is what "yesterday" and "Monday" count from.
  void stand_under(std::int32_t label) {
    const BlockScope& scope = analysis_.scopes[static_cast<std::size_t>(label)];
    if (scope.label >= 0) stand_under(scope.label);
    for (std::int32_t t = scope.first_timex; t < scope.first_timex + scope.timexes; ++t) {
      go_on_from(t);
      const TimeValue& value = analysis_.timexes[static_cast<std::size_t>(t)].value;
      if (value.frame != Frame::calendar || value.granularity > Granularity::day) continue;
      label_day_ = t;
      context_.document_known = true;
      context_.document = floor_day(value.interval.begin);
      context_.document_has_time = false;
    }
  }

  // What counts from the day above it rests on that date, and not on the day of writing.
  void rest_on_label(Resolution& resolution) const {
    if (label_day_ < 0 || resolution.anchor_kind != AnchorKind::document) return;
    resolution.anchor_kind = AnchorKind::reference;
    resolution.anchor = label_day_;
  }

  // The next date like it goes on from this one: "8 November 2005 ... 21 March"; so does the text behind it.
  void leave_to_siblings(std::size_t i) {
    const BlockScope* const scope = scope_of(block_);
    if (scope == nullptr || scope->first_timex < 0) return;
    sibling_ = static_cast<std::int32_t>(i);
    std::swap(context_, outside_);
    if (const auto value = parse_timex(analysis_.timexes[i].value.value);
        value && value->year != CalendarValue::no_year)
      remember(*value, sibling_);
    std::swap(context_, outside_);
  }

  void take_inferred_year() {
    const auto inferred = infer_year(analysis_, tense_);
    if (!inferred) return;
    const Timex& evidence = analysis_.timexes[static_cast<std::size_t>(inferred->timex)];
    analysis_.warnings.push_back({evidence.span, inferred->reason});
    if (!inferred->known) return;
    context_.year_inferred = true;
    context_.year_timex = inferred->timex;
    context_.year_day = inferred->day;
  }

  bool one(std::size_t i) {
    Timex& timex = analysis_.timexes[i];
    const TimexOverride* const override = find_override(overrides_, timex.span);
    const Evaluator evaluator(analysis_.expressions, context_);
    Resolution resolution = override != nullptr
                                ? evaluate_overridden(*override, analysis_.expressions, timex.expression, context_)
                                : evaluator.evaluate(timex.expression);
    if (override == nullptr && resolution.is_calendar_value()) fit_range(analysis_, i, context_, resolution);
    // "was soon taken": in a narrative the word looks ahead from its own time and names no time.
    if (override == nullptr && context_.narrative && context_.direction != Direction::future &&
        std::holds_alternative<op::FutureRef>(analysis_.expressions[timex.expression]))
      return false;
    if (resolution.kind == Resolution::Kind::nothing) {
      analysis_.warnings.push_back({timex.span, "“" + std::string(slice(analysis_.document.text, timex.span)) +
                                                    "” is no date of the calendar; it was left out"});
      return false;
    }
    if (evaluator.weekday_conflict())
      analysis_.warnings.push_back(
          {timex.span, "“" + std::string(slice(analysis_.document.text, timex.span)) +
                           "” disagrees with itself: " + std::string(to_timex(resolution.calendar_value).view()) +
                           " falls on another day of the week; the date was kept"});
    if (override == nullptr) rest_on_label(resolution);
    timex.value = to_value(resolution);
    timex.anchor = resolution.anchor;
    timex.reason = resolution.reason;
    timex.alternative = resolution.alternative;
    if (timex.anchor == static_cast<std::int32_t>(i)) {
      // What told the year of all others stands by itself.
      timex.anchor = -1;
      timex.value.anchor_kind = AnchorKind::none;
    }
    const bool dated = resolution.is_calendar_value() && !resolution.has_until &&
                       !compares_with_year_before(analysis_.expressions, timex.expression, context_.narrative);
    const bool passing = !dated || in_passing(i);
    // The tree tells better of a day whether the text stays with it.
    told_.note(i, dated && resolution.calendar_value.granularity <= Granularity::day ? false : passing, context_);
    // "Three weeks earlier", of which the owner states the day: clock times go on from the day told before.
    if (!passing) note_told(resolution, i, override == nullptr || evaluator.evaluate(timex.expression).tells_day());
    // "In the first nine months ... a year earlier": figures of a year, whatever quarter was spoken of before.
    if (context_.has_quarter && resolution.kind == Resolution::Kind::length &&
        resolution.length.unit == Granularity::month && resolution.length.thousandths >= 6000)
      context_.fiscal_period = unit_at(interval_of(context_.quarter).begin, Granularity::year);
    return true;
  }

  // What follows goes on from a date, but not from the year that a day or month of the same sentence has just been
  // given ("7 December (8 December there), 1941"). Where a tale tells of an hour years later, counted from the day of
  // writing, hours and days go on from there up to the next paragraph, and years do not: "At 10:30 yesterday the police
  // came; an hour later they left".
  void note_told(const Resolution& resolution, std::size_t i, bool tells_day) {
    const CalendarValue &value = resolution.calendar_value, told = context_.reference;
    const std::int32_t at = context_.reference_timex;
    const bool years =
        context_.has_reference && told.year != CalendarValue::no_year && value.year != CalendarValue::no_year;
    const bool counted = resolution.anchor_kind == AnchorKind::document ||
                         (tale_ && resolution.anchor_kind == AnchorKind::reference && resolution.anchor != at);
    const bool of_writing = years && context_.narrative && counted && value.year > told.year + 2;
    const bool known = years && value.granularity == Granularity::year && told.granularity <= Granularity::month &&
                       value.year == told.year && at >= 0 &&
                       analysis_.timexes[static_cast<std::size_t>(at)].sentence == analysis_.timexes[i].sentence;
    if (of_writing ? value.granularity > Granularity::minute : known) return;
    if (!of_writing)
      tale_.reset();
    else if (!tale_)
      tale_ = context_;
    remember(value, static_cast<std::int32_t>(i), tells_day);
    if (of_writing) context_.reference = told, context_.reference_timex = at;
  }

  // A year that a narrative of another one names in passing ("as a book of 2003 tells", "lasted until February 1945"):
  // the years stated before and after it lie nearer to each other than it does to them. One that opens its sentence
  // must lie far off.
  bool in_passing(std::size_t i) {
    const int year = stated_year(analysis_.expressions, analysis_.timexes[i].expression);
    if (!context_.narrative || year == 0) return false;
    int next = 0;
    for (std::size_t k = i + 1; k < analysis_.timexes.size() && k < i + 12 && next == 0; ++k) {
      const int stated = stated_year(analysis_.expressions, analysis_.timexes[k].expression);
      if (stated != year) next = stated;
    }
    const bool opens = i == 0 || analysis_.timexes[i - 1].sentence != analysis_.timexes[i].sentence;
    const int away = std::min(std::abs(year - narrative_year_), std::abs(year - next));
    if (narrative_year_ != 0 && next != 0 && away > std::abs(next - narrative_year_) && away > (opens ? 5 : 0))
      return true;
    narrative_year_ = year;
    return false;
  }

  // Both ends of "9:30 till 11:00 on Thursday" are told of one day, whatever stands between them.
  bool of_one_day(std::size_t i) const {
    if (i == 0) return false;
    const ExpressionPool& pool = analysis_.expressions;
    const auto* const from = node_as<op::At>(pool, analysis_.timexes[i - 1].expression);
    const auto* const to = node_as<op::At>(pool, analysis_.timexes[i].expression);
    return from != nullptr && to != nullptr && same_first_argument(pool[from->date], pool[to->date]);
  }

  // `day`: a day that clock times go on from.
  void remember(const CalendarValue& value, std::int32_t timex, bool day = true) {
    if (value.year == CalendarValue::no_year && value.month == CalendarValue::open) return;
    context_.has_clock = day && value.granularity <= Granularity::minute && value.year != CalendarValue::no_year;
    if (context_.has_clock) context_.clock = value, context_.clock_timex = timex;
    if (value.granularity <= Granularity::century && value.granularity != Granularity::none) {
      context_.has_reference = true;
      context_.reference = value;
      context_.reference_timex = timex;
    }
    if (value.granularity == Granularity::quarter || value.granularity == Granularity::half) {
      context_.has_quarter = true;
      context_.quarter = context_.fiscal_period = value;
      context_.quarter_timex = timex;
    }
    if (day && value.granularity <= Granularity::day && value.day != CalendarValue::open) {
      context_.has_day_reference = true;
      context_.day_reference = value;
      context_.day_reference.granularity = Granularity::day;
      context_.day_reference.part = DayPart::none;
      context_.day_reference.hour = context_.day_reference.minute = context_.day_reference.second = CalendarValue::open;
      context_.day_reference.offset = CalendarValue::no_offset;
      context_.day_reference_timex = timex;
    }
  }

  // A time that is dropped stays one word of a sentence that has another which counts from a known day, or would have
  // if it were a date: "on 31 February".
  void drop(const std::vector<bool>& keep) {
    for (std::size_t i = 0; i < keep.size(); ++i)
      if (const std::uint32_t sentence = analysis_.timexes[i].sentence;
          !keep[i] && std::ranges::binary_search(unasked_, sentence))
        tense_.parse(sentence);
    drop_timexes(analysis_, keep);
  }

  Analysis& analysis_;
  const std::span<const TimexOverride> overrides_;
  ResolutionContext context_;
  ResolutionContext outside_;              // of the text's own thread, while in what stands under a date
  std::optional<ResolutionContext> tale_;  // a narrative, while it tells of an hour of the day of writing
  std::int32_t block_ = -1;                // last entered
  bool in_scope_ = false;                  // it is a date that stands alone, or stands under one
  std::int32_t label_day_ = -1;            // the time expression of the day above it
  std::int32_t sibling_ = -1;              // the last date that stood alone
  Told label_;                             // the date that the block stands under
  std::size_t block_first_ = 0;            // its first time expression
  Direction from_direction_ = Direction::unknown;
  std::vector<std::uint32_t> unasked_;  // in order: the sentences of times whose tense does not matter
  int narrative_year_ = 0;              // the year that the narrative last stated as its own
  TenseReader tense_;
  ToldTime told_;
};

}  // namespace

void resolve(Analysis& analysis, const Language& language, std::span<const TimexOverride> overrides) {
  Resolver(analysis, language, overrides).run();
}

}  // namespace annal
