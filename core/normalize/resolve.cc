#include "core/normalize/resolve.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/grammar/operations.h"
#include "core/normalize/evaluate.h"
#include "core/normalize/infer_year.h"
#include "core/normalize/tense.h"

namespace annal {
namespace {

// History and biography state their years; news leans on the day of writing. Explicit years far from the document's
// against words that count from it ("yesterday", "last week", "Monday") decide.
struct DocumentGenre {
  bool narrative = false;  ///< history or biography
  bool chronicle = false;  ///< more of it stands under dates of other years than under the day of writing
};

DocumentGenre genre_of(const Analysis& analysis, const ResolutionContext& context) {
  int explicit_years = 0, deictic = 0;
  const int now = context.document_known ? unit_at(context.document, Granularity::year).year : CalendarValue::no_year;
  for (const Timex& timex : analysis.timexes) {
    const ExpressionNode* node = &analysis.expressions[timex.expression];
    while (node->op == Op::part || node->op == Op::modified)
      node = &analysis.expressions[static_cast<std::size_t>(node->args[1])];
    if (node->op == Op::at || node->op == Op::checked)
      node = &analysis.expressions[static_cast<std::size_t>(node->args[0])];
    switch (node->op) {
      case Op::date:
        if (node->args[0] != absent && (now == CalendarValue::no_year || node->args[0] < now - 2)) ++explicit_years;
        break;
      case Op::bc: ++explicit_years; break;
      case Op::shift:
      case Op::current:
      case Op::weekday:
      case Op::ago:
      case Op::last_named:
      case Op::next_named: ++deictic; break;
      default: break;
    }
  }
  return {explicit_years >= 4 && explicit_years > 2 * deictic, explicit_years >= 3 && explicit_years > deictic};
}

// Whether the direction of the clause can change what the tree comes to; finding it costs more than all the rest.
bool leans_on_tense(const ExpressionPool& pool, ExpressionIndex index) {
  const ExpressionNode& node = pool[index];
  const std::string_view arguments = operations[static_cast<std::size_t>(node.op)].arguments;
  switch (node.op) {
    case Op::date: return node.args[0] == absent;
    case Op::weekday:
    case Op::weekend:
    case Op::easter:
    case Op::orthodox:
    case Op::hebrew:
    case Op::islamic:
    case Op::lunar: return true;
    case Op::month_day_numeric: return node.args[2] == absent;
    case Op::quarter:
    case Op::half:
    case Op::season:
    case Op::week: return node.args[1] == absent;
    case Op::future_ref: return true;
    case Op::with_year:
    case Op::every:
    case Op::frequency: return false;
    default: break;
  }
  for (std::size_t a = 0; a < arguments.size(); ++a)
    if ((arguments[a] == 't' || arguments[a] == 'T') && node.args[a] != absent &&
        leans_on_tense(pool, static_cast<ExpressionIndex>(node.args[a])))
      return true;
  return false;
}

// In bytes: what people type at one go, a message or a status.
constexpr std::size_t longest_note = 320;

class Resolver {
 public:
  Resolver(Analysis& analysis, const Language& language)
      : analysis_(analysis), tense_(analysis.document.text, analysis.tokens, language) {
    const Dct& dct = analysis.document.dct;
    context_.document_known = dct.known();
    const CivilSeconds rest = ((dct.at % seconds_per_day) + seconds_per_day) % seconds_per_day;
    context_.document = dct.at - rest;
    context_.document_has_time = dct.has_time;
    context_.document_time = dct.at;
    const DocumentGenre genre = genre_of(analysis, context_);
    context_.narrative = genre.narrative;
    chronicle_ = genre.chronicle;
    context_.is_short_message = analysis.document.text.size() <= longest_note;
    context_.day_first = day_first();
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
      std::size_t after = token;
      while (after < analysis_.tokens.size() && analysis_.tokens[after].begin < timex.span.end) ++after;
      context_.direction = Direction::unknown;
      // Told as present or to come, a date has left the tale of another year.
      const bool leans = leans_on_tense(analysis_.expressions, timex.expression);
      if (sentence < analysis_.sentences.size() && leans) {
        const Sentence& s = analysis_.sentences[sentence];
        context_.direction = tense_.at(token, after, s.first, s.last);
      }
      if (timex.range == RangeRole::from) from_direction_ = context_.direction;
      if (timex.range == RangeRole::to && of_one_day(i)) context_.direction = from_direction_;
      context_.in_past_episode = (!leans || context_.direction == Direction::past) && tells_of_another_year(sentence);
      keep[i] = one(i);
      if (keep[i]) place_reference(i, sentence);
    }
    drop(keep);
  }

 private:
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
    const Evaluator evaluator(analysis_.expressions, context_);
    Resolution resolution = evaluator.evaluate(timex.expression);
    if (timex.range == RangeRole::from && resolution.kind == Resolution::Kind::calendar_value)
      straddle(timex, resolution);
    // The second end of a range lies in the year of the first where it does not state one itself: "from November 8 to
    // 10".
    if (timex.range == RangeRole::to && resolution.kind == Resolution::Kind::calendar_value && i > 0)
      align(analysis_.timexes[i - 1], i, resolution);
    // "was soon taken": in a tale the word looks ahead from the tale and names no time.
    if (context_.narrative && context_.direction == Direction::past &&
        analysis_.expressions[timex.expression].op == Op::future_ref)
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
    timex.value = to_value(resolution);
    timex.anchor = resolution.anchor;
    timex.reason = resolution.reason;
    timex.alternative = resolution.alternative;
    if (timex.anchor == static_cast<std::int32_t>(i)) {
      // What told the year of all others stands by itself.
      timex.anchor = -1;
      timex.value.anchor_kind = AnchorKind::none;
    }
    if (resolution.kind == Resolution::Kind::calendar_value && !resolution.has_until && !compares(timex.expression) &&
        !aside(resolution, timex.sentence) && !in_passing(i))
      remember(resolution.calendar_value, static_cast<std::int32_t>(i));
    // "In the first nine months ... a year earlier": figures of a year, whatever quarter was spoken of before.
    if (context_.has_quarter && resolution.kind == Resolution::Kind::length &&
        resolution.length.unit == Granularity::month && resolution.length.thousandths >= 6000)
      context_.fiscal_period = unit_at(interval_of(context_.quarter).begin, Granularity::year);
    return true;
  }

  // A paragraph that has just named a day or a month of another year goes on in it: "On 18 March 2019 ... In June ...".
  bool tells_of_another_year(std::size_t sentence) const {
    if (!chronicle_ || !context_.has_reference || sentence >= analysis_.sentences.size() || !context_.document_known)
      return false;
    return reference_block_ == analysis_.sentences[sentence].block && reference_dated_ &&
           context_.reference.granularity <= Granularity::month &&
           context_.reference.year < unit_at(context_.document, Granularity::year).year;
  }

  void place_reference(std::size_t i, std::size_t sentence) {
    if (context_.reference_timex != static_cast<std::int32_t>(i) || sentence >= analysis_.sentences.size()) return;
    reference_block_ = analysis_.sentences[sentence].block;
    // It states its year, or took it from a date that does.
    reference_dated_ = analysis_.timexes[i].value.anchor_kind != AnchorKind::document;
  }

  // What a tale goes on from: neither a word that counts from the day of writing years later, nor the year that a day
  // or month of the same sentence has just been given ("7 December (8 December there), 1941").
  bool aside(const Resolution& resolution, std::uint32_t sentence) const {
    if (!context_.has_reference || context_.reference.year == CalendarValue::no_year ||
        resolution.calendar_value.year == CalendarValue::no_year)
      return false;
    if (context_.narrative && resolution.anchor_kind == AnchorKind::document &&
        resolution.calendar_value.year > context_.reference.year + 2)
      return true;
    return resolution.calendar_value.granularity == Granularity::year &&
           context_.reference.granularity <= Granularity::month &&
           resolution.calendar_value.year == context_.reference.year && context_.reference_timex >= 0 &&
           analysis_.timexes[static_cast<std::size_t>(context_.reference_timex)].sentence == sentence;
  }

  // "a year earlier" and "the previous year" look back for a comparison; the tale stays where it is.
  bool compares(ExpressionIndex index) const {
    const ExpressionNode& node = analysis_.expressions[index];
    if (node.op == Op::same_in_year) return true;
    if (context_.narrative && node.op == Op::reference_shift && node.args[1] < 0) return true;
    if (node.op != Op::earlier && node.op != Op::ago) return false;
    const ExpressionNode& length = analysis_.expressions[static_cast<std::size_t>(node.args[0])];
    return length.op == Op::length && length.args[0] == 1000 &&
           length.args[1] == static_cast<std::int32_t>(Granularity::year);
  }

  // The year that an expression states itself; 0 where it states none.
  int stated_year(ExpressionIndex index) const {
    const ExpressionNode& node = analysis_.expressions[index];
    switch (node.op) {
      case Op::date: return node.args[0] == absent ? 0 : node.args[0];
      case Op::bc: return -stated_year(static_cast<ExpressionIndex>(node.args[0]));
      case Op::part:
      case Op::modified: return stated_year(static_cast<ExpressionIndex>(node.args[1]));
      case Op::with_year: return stated_year(static_cast<ExpressionIndex>(node.args[1]));
      case Op::at:
      case Op::checked: return stated_year(static_cast<ExpressionIndex>(node.args[0]));
      case Op::season: return node.args[1] == absent ? 0 : stated_year(static_cast<ExpressionIndex>(node.args[1]));
      default: return 0;
    }
  }

  // A year that a tale of another one names in passing ("as a book of 2003 tells", "lasted until February 1945"): the
  // years stated before and after it lie nearer to each other than it does to them. One that opens its sentence must
  // lie far off.
  bool in_passing(std::size_t i) {
    const int year = stated_year(analysis_.timexes[i].expression);
    if (!context_.narrative || year == 0) return false;
    int next = 0;
    for (std::size_t k = i + 1; k < analysis_.timexes.size() && k < i + 12 && next == 0; ++k) {
      const int stated = stated_year(analysis_.timexes[k].expression);
      if (stated != year) next = stated;
    }
    const bool opens = i == 0 || analysis_.timexes[i - 1].sentence != analysis_.timexes[i].sentence;
    const int away = std::min(std::abs(year - tale_year_), std::abs(year - next));
    if (tale_year_ != 0 && next != 0 && away > std::abs(next - tale_year_) && away > (opens ? 5 : 0)) return true;
    tale_year_ = year;
    return false;
  }

  // Both ends of "9:30 till 11:00 on Thursday" are told of the same day, whatever stands between them.
  bool of_one_day(std::size_t i) const {
    if (i == 0) return false;
    const ExpressionNode& from = analysis_.expressions[analysis_.timexes[i - 1].expression];
    const ExpressionNode& to = analysis_.expressions[analysis_.timexes[i].expression];
    if (from.op != Op::at || to.op != Op::at) return false;
    const ExpressionNode& first = analysis_.expressions[static_cast<std::size_t>(from.args[0])];
    const ExpressionNode& second = analysis_.expressions[static_cast<std::size_t>(to.args[0])];
    return first.op == second.op && first.args[0] == second.args[0];
  }

  // "From October to March" told of in February began in the year before.
  void straddle(const Timex& from, Resolution& resolution) const {
    if (from.partner < 0 || resolution.calendar_value.year == CalendarValue::no_year) return;
    const ExpressionNode& first = analysis_.expressions[from.expression];
    const ExpressionNode& last =
        analysis_.expressions[analysis_.timexes[static_cast<std::size_t>(from.partner)].expression];
    const auto open_month = [](const ExpressionNode& node) {
      return node.op == Op::date && node.args[0] == absent && node.args[1] != absent && node.args[2] == absent;
    };
    if (!open_month(first) || !open_month(last) || first.args[1] <= last.args[1]) return;
    const bool tale = context_.narrative && context_.has_reference && context_.reference.year != CalendarValue::no_year;
    if (!tale && !context_.document_known) return;
    const CivilSeconds now = tale ? interval_of(context_.reference).begin : context_.document;
    CalendarValue end = resolution.calendar_value, begin = resolution.calendar_value;
    end.year = unit_at(now, Granularity::year).year;
    end.month = static_cast<std::int8_t>(last.args[1]);
    begin.year = end.year - 1;
    if (interval_of(begin).begin <= now && now < interval_of(end).end) resolution.calendar_value = begin;
  }

  void align(const Timex& from, std::size_t i, Resolution& resolution) {
    if (from.value.frame != Frame::calendar || resolution.anchor_kind != AnchorKind::document ||
        resolution.calendar_value.year == CalendarValue::no_year)
      return;
    const ExpressionNode& node = analysis_.expressions[analysis_.timexes[i].expression];
    if (node.op != Op::date || node.args[0] != absent) return;
    const int year = unit_at(from.value.interval.begin, Granularity::year).year;
    CalendarValue place = resolution.calendar_value;
    place.year = year;
    if (valid(place) && interval_of(place).begin < from.value.interval.begin) ++place.year;
    if (valid(place)) resolution.calendar_value = place;
  }

  void remember(const CalendarValue& place, std::int32_t timex) {
    if (place.year == CalendarValue::no_year && place.month == CalendarValue::open) return;
    context_.has_clock = place.granularity <= Granularity::minute && place.year != CalendarValue::no_year;
    if (context_.has_clock) context_.clock = place, context_.clock_timex = timex;
    if (place.granularity <= Granularity::century && place.granularity != Granularity::none) {
      context_.has_reference = true;
      context_.reference = place;
      context_.reference_timex = timex;
    }
    if (place.granularity == Granularity::quarter || place.granularity == Granularity::half) {
      context_.has_quarter = true;
      context_.quarter = context_.fiscal_period = place;
      context_.quarter_timex = timex;
    }
    if (place.granularity <= Granularity::day && place.day != CalendarValue::open) {
      context_.has_day_reference = true;
      context_.day_reference = place;
      context_.day_reference.granularity = Granularity::day;
      context_.day_reference.part = DayPart::none;
      context_.day_reference.hour = context_.day_reference.minute = context_.day_reference.second = CalendarValue::open;
      context_.day_reference.offset = CalendarValue::no_offset;
      context_.day_reference_timex = timex;
    }
  }

  // 25/12/2012 anywhere in the text says that the day comes first everywhere in it.
  bool day_first() const {
    int day = 0, month = 0;
    for (const ExpressionNode& node : analysis_.expressions)
      if (node.op == Op::month_day_numeric) {
        if (node.args[0] > 12 && node.args[1] <= 12) ++day;
        if (node.args[1] > 12 && node.args[0] <= 12) ++month;
      }
    return day > month;
  }

  void drop(const std::vector<bool>& keep) {
    std::vector<std::int32_t> now(keep.size(), -1);
    std::int32_t count = 0;
    for (std::size_t i = 0; i < keep.size(); ++i)
      if (keep[i]) now[i] = count++;
    if (static_cast<std::size_t>(count) == keep.size()) return;
    std::vector<Timex> kept;
    kept.reserve(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < keep.size(); ++i) {
      if (!keep[i]) continue;
      Timex timex = analysis_.timexes[i];
      if (timex.partner >= 0) timex.partner = now[static_cast<std::size_t>(timex.partner)];
      if (timex.partner < 0) timex.range = RangeRole::none;
      if (timex.anchor >= 0) timex.anchor = now[static_cast<std::size_t>(timex.anchor)];
      kept.push_back(timex);
    }
    analysis_.timexes = std::move(kept);
  }

  Analysis& analysis_;
  ResolutionContext context_;
  std::uint32_t reference_block_ = 0;
  bool reference_dated_ = false;
  Direction from_direction_ = Direction::unknown;
  int tale_year_ = 0;  // the year that the tale last stated as its own
  bool chronicle_ = false;
  TenseReader tense_;
};

}  // namespace

void resolve(Analysis& analysis, const Language& language) { Resolver(analysis, language).run(); }

}  // namespace annal
