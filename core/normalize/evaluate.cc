#include "core/normalize/evaluate.h"

#include <algorithm>
#include <array>

namespace annal {

Resolution Evaluator::resolved(const Value& value, AnchorKind kind, std::int32_t anchor) const {
  Resolution out;
  if (!value || !valid(*value)) return out;
  out.kind = Resolution::Kind::calendar_value;
  out.calendar_value = *value;
  out.anchor_kind = kind;
  out.anchor = anchor;
  return out;
}

Resolution Evaluator::evaluate(ExpressionIndex index) const {
  return std::visit(
      [&](const auto& n) -> Resolution {
        if constexpr (requires { this->evaluate(n); }) {
          return this->evaluate(n);
        } else {
          static_assert(
              requires { this->in_year(n, 0); }, "an operation needs `evaluate` or `in_year`");
          if (!this->open_year(n)) return this->resolved(this->in_year(n, CalendarValue::no_year));
          return this->select(index, OccurrenceRule::tense);
        }
      },
      pool_[index]);
}

// What does not recur each year lies where it lies.
Evaluator::Value Evaluator::in_year(ExpressionIndex index, int year) const {
  return std::visit(
      [&](const auto& n) -> Value {
        if constexpr (requires { this->in_year(n, year); }) {
          return this->in_year(n, year);
        } else {
          const Resolution found = this->evaluate(n);
          return found.is_calendar_value() ? Value(found.calendar_value) : std::nullopt;
        }
      },
      pool_[index]);
}

bool Evaluator::open_year(ExpressionIndex index) const {
  return std::visit(
      [&](const auto& n) {
        if constexpr (requires { this->open_year(n); })
          return this->open_year(n);
        else
          return false;
      },
      pool_[index]);
}

bool tense_matters(const ExpressionPool& pool, ExpressionIndex index, ResolutionContext context) {
  const auto reading = [&](Direction direction) {
    context.direction = direction;
    return Evaluator(pool, context).evaluate(index);
  };
  const Resolution unknown = reading(Direction::unknown);
  return std::ranges::any_of(std::array{Direction::past, Direction::present, Direction::future},
                             [&](Direction direction) { return reading(direction) != unknown; });
}

}  // namespace annal
