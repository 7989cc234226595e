// Evaluates one hand-made tree in one situation, for tables of tree, situation and value.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "core/calendar/calendar.h"
#include "core/normalize/calendar_units.h"
#include "core/normalize/evaluate.h"

namespace annal::testing {

/// Makes the nodes of a tree, children first.
class Trees {
 public:
  template <class Operation>
  Tree operator()(Operation operation) {
    pool_.push_back(operation);
    return static_cast<Tree>(pool_.size() - 1);
  }
  Tree year(int year) { return (*this)(op::Date{year, {}, {}}); }
  Tree month(int month) { return (*this)(op::Date{{}, month, {}}); }
  Tree day(int month, int day) { return (*this)(op::Date{{}, month, day}); }
  Tree day(int year, int month, int day) { return (*this)(op::Date{year, month, day}); }
  Tree weekday(DayOfWeek day) { return (*this)(op::Weekday{day}); }
  Tree length(int n, Granularity unit) { return (*this)(op::Length{n * 1000, unit}); }
  const ExpressionPool& pool() const { return pool_; }

 private:
  ExpressionPool pool_;
};

using MakeTree = Tree (*)(Trees&);

/// Dates in ISO format; empty where not known.
struct Situation {
  const char* document = "";
  const char* reference = "";  ///< the time last spoken of
  Direction direction = Direction::unknown;
  bool narrative = false;
};

inline ResolutionContext context_of(const Situation& situation) {
  ResolutionContext context;
  context.direction = situation.direction;
  context.narrative = situation.narrative;
  if (*situation.document != '\0') {
    context.document_known = true;
    context.document = interval_of(parse_timex(situation.document).value()).begin;
  }
  if (*situation.reference != '\0') {
    const CalendarValue reference = parse_timex(situation.reference).value();
    context.has_reference = true;
    context.reference = reference;
    context.reference_timex = 0;
    context.carries = situation.narrative;
    context.told = {0, reference, false};
    if (reference.granularity == Granularity::quarter) {
      context.has_quarter = true;
      context.quarter = context.fiscal_period = reference;
      context.quarter_timex = 0;
    }
    if (reference.granularity <= Granularity::minute) {
      context.has_clock = true;
      context.clock = reference;
      context.clock_timex = 0;
    }
    if (reference.granularity <= Granularity::day) {
      context.has_day_reference = true;
      context.day_reference = open_value(Granularity::day);
      context.day_reference.year = reference.year;
      context.day_reference.month = reference.month;
      context.day_reference.day = reference.day;
      context.day_reference_timex = 0;
    }
  }
  return context;
}

/// "2017-03 START", "P3D", "XXXX-WXX-1 EVERY", "P1W 2X", "nothing".
inline std::string evaluated(MakeTree make, const Situation& situation) {
  Trees trees;
  const Tree root = make(trees);
  const ResolutionContext context = context_of(situation);
  const Resolution resolution = Evaluator(trees.pool(), context).evaluate(root);
  if (resolution.kind == Resolution::Kind::nothing) return "nothing";
  const TimeValue value = to_value(resolution);
  std::string out(value.value.view());
  for (const std::string_view more : {name(value.mod), value.quant.view(), value.freq.view()})
    if (!more.empty()) out += " " + std::string(more);
  return out;
}

struct EvaluatedRow {
  const char* why;
  MakeTree make;
  Situation situation;
  const char* value;
};

inline void check_row(const EvaluatedRow& row) {
  INFO(row.why);
  CHECK(evaluated(row.make, row.situation) == row.value);
}

}  // namespace annal::testing
