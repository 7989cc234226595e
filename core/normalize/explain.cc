// How a value came about, in words: the tree of the expression, what it was counted from, and the reading that lost.
#include "core/normalize/explain.h"

#include <array>
#include <cstdlib>
#include <string>

#include "core/calendar/calendar.h"
#include "core/grammar/expression.h"
#include "core/grammar/operations.h"
#include "core/normalize/describe.h"

namespace annal {
namespace {

void write(const ExpressionPool& pool, std::int32_t index, std::string& out) {
  const ExpressionNode& node = pool[static_cast<std::size_t>(index)];
  const Operation& operation = operations[static_cast<std::size_t>(node.op)];
  out += operation.name;
  if (operation.arguments.empty()) return;
  out += '(';
  for (std::size_t a = 0; a < operation.arguments.size(); ++a) {
    if (a > 0) out += ", ";
    const std::int32_t argument = node.args[a];
    if (argument == absent) {
      out += '_';
      continue;
    }
    switch (operation.arguments[a]) {
      case 't':
      case 'T': write(pool, argument, out); break;
      case 'U': out += name(static_cast<Granularity>(argument)); break;
      case 'M': out += name(static_cast<Mod>(argument)); break;
      default:
        // Lengths count thousandths, so that half a year is a whole number.
        if (node.op == Op::length && argument % 1000 == 0)
          out += std::to_string(argument / 1000);
        else if (node.op == Op::length)
          out += std::to_string(argument / 1000) + "." + std::to_string(argument % 1000 / 100);
        else
          out += std::to_string(argument);
    }
  }
  out += ')';
}

// "week before t0", "2 years after t3", "month of t0".
std::string counted(std::string_view unit, std::int32_t steps, const std::string& anchor) {
  if (steps == 0) return std::string(unit) + " of " + anchor;
  const std::int32_t n = std::abs(steps);
  const std::string_view side = steps < 0 ? " before " : " after ";
  if (n == 1) return std::string(unit) + std::string(side) + anchor;
  return std::to_string(n) + " " + std::string(unit) + "s" + std::string(side) + anchor;
}

}  // namespace

std::string tree_text(const ExpressionPool& pool, ExpressionIndex index) {
  std::string out;
  write(pool, static_cast<std::int32_t>(index), out);
  return out;
}

std::string explain(const Analysis& analysis, std::size_t i) {
  const Timex& timex = analysis.timexes[i];
  // A value that people wrote came about without a tree.
  if (timex.expression >= analysis.expressions.size()) return {};
  const ExpressionNode& node = analysis.expressions[timex.expression];
  std::string anchor = "t0";
  if (timex.value.anchor_kind == AnchorKind::reference)
    anchor = timex.anchor >= 0 ? "t" + std::to_string(timex.anchor + 1) : "the time last spoken of";
  if (timex.value.anchor_kind == AnchorKind::event) anchor = "an event";
  switch (node.op) {
    case Op::current:
    case Op::reference: return counted(name(static_cast<Granularity>(node.args[0])), 0, anchor);
    case Op::shift:
    case Op::reference_shift: return counted(name(static_cast<Granularity>(node.args[0])), node.args[1], anchor);
    case Op::reference_day: return counted(name(Granularity::day), node.args[0], anchor);
    default: break;
  }
  std::string out = describe(analysis.expressions, timex.expression, anchor);
  const bool counted_from = timex.value.anchor_kind != AnchorKind::none && out.find(anchor) == std::string::npos;
  return counted_from ? out + ", seen from " + anchor : out;
}

std::string explain_alternative(const Analysis& analysis, std::size_t i) {
  static constexpr std::array<std::string_view, 12> why = {
      "",
      "the clause looks back",
      "the clause is told as present, and this one is at hand",
      "the clause looks ahead",
      "this one holds the day of writing",
      "no verb tells the direction, and this one is nearer",
      "one so far behind would be told with its year",
      "quarters are talked of when their figures come out",
      "the text is a tale, whose dates follow the one last spoken of",
      "the text is a tale, and a tale goes forward",
      "the year was inferred from the text",
      "the weekday told with it says so",
  };
  const Timex& timex = analysis.timexes[i];
  if (timex.reason == DisambiguationReason::none || timex.alternative.granularity == Granularity::none) return {};
  return std::string(to_timex(timex.alternative).view()) + ", but " +
         std::string(why[static_cast<std::size_t>(timex.reason)]);
}

}  // namespace annal
