// How a value came about, in words: the tree of the expression, what it was counted from, and the reading that lost.
#include "core/normalize/explain.h"

#include <array>
#include <cstdlib>
#include <string>

#include "core/calendar/calendar.h"
#include "core/grammar/expression.h"
#include "core/normalize/describe.h"

namespace annal {
namespace {

// "week before t0", "2 years after t3", "month of t0".
std::string counted(std::string_view unit, std::int32_t steps, const std::string& anchor) {
  if (steps == 0) return std::string(unit) + " of " + anchor;
  const std::int32_t n = std::abs(steps);
  const std::string_view side = steps < 0 ? " before " : " after ";
  if (n == 1) return std::string(unit) + std::string(side) + anchor;
  return std::to_string(n) + " " + std::string(unit) + "s" + std::string(side) + anchor;
}

// What the value of a time expression is counted from.
std::string anchor_of(const Timex& timex) {
  if (timex.value.anchor_kind == AnchorKind::event) return "an event";
  if (timex.value.anchor_kind != AnchorKind::reference) return "t0";
  return timex.anchor >= 0 ? "t" + std::to_string(timex.anchor + 1) : "the time last spoken of";
}

std::string explain_tree(const Analysis& analysis, const Timex& timex, const std::string& anchor) {
  const ExpressionNode& node = analysis.expressions[timex.expression];
  if (const auto* const n = std::get_if<op::Current>(&node)) return counted(name(n->unit), 0, anchor);
  if (const auto* const n = std::get_if<op::Reference>(&node)) return counted(name(n->unit), 0, anchor);
  if (const auto* const n = std::get_if<op::Shift>(&node)) return counted(name(n->unit), n->by, anchor);
  if (const auto* const n = std::get_if<op::ReferenceShift>(&node)) return counted(name(n->unit), n->by, anchor);
  if (const auto* const n = std::get_if<op::ReferenceDay>(&node)) return counted(name(Granularity::day), n->by, anchor);
  std::string out = describe(analysis.expressions, timex.expression, anchor);
  const bool counted_from = timex.value.anchor_kind != AnchorKind::none && out.find(anchor) == std::string::npos;
  return counted_from ? out + ", seen from " + anchor : out;
}

}  // namespace

std::string explain(const Analysis& analysis, std::size_t i) {
  const Timex& timex = analysis.timexes[i];
  // A value that people wrote came about without a tree.
  if (timex.expression >= analysis.expressions.size()) return {};
  return explain_tree(analysis, timex, anchor_of(timex));
}

std::string explain(const Analysis& analysis, std::size_t i, const TimexOverride& override) {
  const auto* const from = std::get_if<TimexOverride::CountedFrom>(&override.reading);
  if (from == nullptr) return "stated by an edit";
  return explain_tree(analysis, analysis.timexes[i], "then") + ", counted from " + iso_text(from->day, false) +
         ", by an edit";
}

std::string explain_alternative(const Analysis& analysis, std::size_t i) {
  static constexpr std::array<std::string_view, 12> why = {
      "",
      "the clause looks back",
      "the clause is told as present, and this one is at hand",
      "the clause looks ahead",
      "this one holds the day of writing",
      "no verb tells the direction, and this one is nearer",
      "one so far away would be told with its year",
      "quarters are talked of when their figures come out",
      "the text goes on from the date told before it",
      "the text is a tale, and a tale goes forward",
      "the year was inferred from the text",
      "the weekday told with it says so",
  };
  const Timex& timex = analysis.timexes[i];
  if (timex.reason == DisambiguationReason::none || timex.alternative.granularity == Granularity::none) return {};
  return std::string(to_timex(timex.alternative).view()) + ", but " +
         std::string(why[static_cast<std::size_t>(timex.reason)]);
}

std::string tree_of(const Analysis& analysis, std::size_t i) {
  const ExpressionIndex tree = analysis.timexes[i].expression;
  return tree < analysis.expressions.size() ? tree_text(analysis.expressions, tree) : std::string();
}

}  // namespace annal
