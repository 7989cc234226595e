#include "core/normalize/infer_year.h"

#include <algorithm>
#include <vector>

#include "core/normalize/tree_facts.h"

namespace annal {
namespace {

// A text names years of its own time; within six years a weekday and a date meet at most twice, mostly once.
constexpr int window = 6;
// Where no year is stated at all, these are the years whose candidates are named.
constexpr int first_listed = 1990, last_listed = 2030;

// Below what only tells how the date is meant: its part, a modifier, a time of the day.
ExpressionIndex core_of(const ExpressionPool& pool, ExpressionIndex index) {
  for (;;) {
    index = without_modifiers(pool, index);
    const auto* const at = node_as<op::At>(pool, index);
    if (at == nullptr) return index;
    index = at->date;
  }
}

// A day of a month without its year, and what the calendar must say of it.
struct Congruence {
  std::int32_t timex = -1;
  int month = 0, day = 0, weekday = 0, period = 1, phase = 0;

  bool holds_in(int year) const {
    if ((year % period + period) % period != phase || day > days_in_month(year, month)) return false;
    return weekday_of(days_from_civil(year, month, day)) == weekday;
  }
};

std::optional<Congruence> congruence(const Analysis& analysis, std::size_t i) {
  const ExpressionPool& pool = analysis.expressions;
  const ExpressionIndex index = core_of(pool, analysis.timexes[i].expression);
  const auto* const checked = node_as<op::Checked>(pool, index);
  const auto* const recurs = node_as<op::Recurs>(pool, index);
  if (checked == nullptr && recurs == nullptr) return std::nullopt;
  const auto* const date = node_as<op::Date>(pool, checked != nullptr ? checked->date : recurs->date);
  if (date == nullptr || date->year || !date->month || !date->day) return std::nullopt;
  const DayOfWeek weekday = checked != nullptr ? checked->weekday : recurs->weekday;
  Congruence found{static_cast<std::int32_t>(i), *date->month, *date->day, static_cast<int>(weekday), 1, 0};
  if (recurs != nullptr) found.period = std::max(1, recurs->period), found.phase = recurs->remainder;
  if (found.month < 1 || found.month > 12 || found.day < 1 || found.day > 31) return std::nullopt;
  return found;
}

std::string listed(const std::vector<int>& years) {
  std::string out;
  for (std::size_t i = 0; i < years.size(); ++i) {
    if (i > 0) out += i + 1 == years.size() ? " or " : ", ";
    out += std::to_string(years[i]);
  }
  return out;
}

// The latest year that the text speaks of as past or present; no_year where it states none.
int latest_year(const Analysis& analysis, TenseReader& tense) {
  int latest = CalendarValue::no_year;
  std::size_t sentence = 0;
  for (std::size_t i = 0; i < analysis.timexes.size(); ++i) {
    const Timex& timex = analysis.timexes[i];
    while (sentence + 1 < analysis.sentences.size() && analysis.sentences[sentence].span.end <= timex.span.begin)
      ++sentence;
    const auto* const date = node_as<op::Date>(analysis.expressions, core_of(analysis.expressions, timex.expression));
    if (date == nullptr || !date->year || sentence >= analysis.sentences.size()) continue;
    if (*date->year > latest && tense.at(i, sentence) != Direction::future) latest = *date->year;
  }
  return latest;
}

}  // namespace

std::optional<InferredYear> infer_year(const Analysis& analysis, TenseReader& tense) {
  std::vector<Congruence> all;
  for (std::size_t i = 0; i < analysis.timexes.size(); ++i)
    if (const auto found = congruence(analysis, i)) all.push_back(*found);
  if (all.empty()) return std::nullopt;

  const int latest = latest_year(analysis, tense);
  const bool bounded = latest != CalendarValue::no_year;
  std::vector<int> left;
  for (int year = bounded ? latest : first_listed; year <= (bounded ? latest + window - 1 : last_listed); ++year)
    if (std::ranges::all_of(all, [&](const Congruence& c) { return c.holds_in(year); })) left.push_back(year);

  InferredYear result;
  const Congruence& first = all.front();
  result.timex = first.timex;
  const Timex& shown = analysis.timexes[static_cast<std::size_t>(first.timex)];
  const std::string day = "“" + std::string(slice(analysis.document.text, shown.span)) + "”";
  if (bounded && left.size() == 1) {
    result.known = true;
    result.day = day_value(days_from_civil(left.front(), first.month, first.day));
    result.reason = "the year is inferred: " + day + " fits " + listed(left) + ", and " + std::to_string(latest) +
                    " is the latest year that the text tells as past (of " + std::to_string(latest) + " to " +
                    std::to_string(latest + window - 1) + " only that one fits)";
  } else if (left.empty()) {
    result.reason = day + " fits no year that fits the other dates; the year stays open";
  } else {
    result.reason = "the year stays open: " + day + " fits " + listed(left) +
                    (bounded ? "" : " (of 1990 to 2030), and the text states no year");
  }
  return result;
}

}  // namespace annal
