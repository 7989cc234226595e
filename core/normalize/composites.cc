// Modifiers, vague times and ranges.
#include "core/normalize/evaluate.h"

namespace annal {
namespace {

Resolution vague(std::string_view text) {
  Resolution out;
  out.kind = Resolution::Kind::vague;
  out.text = text;
  out.anchor_kind = AnchorKind::document;
  return out;
}

}  // namespace

Resolution Evaluator::evaluate(const op::Part& n) const {
  Resolution out = evaluate(n.date);
  out.mod = n.mod;
  return out;
}

Resolution Evaluator::evaluate(const op::Modified& n) const {
  Resolution out = evaluate(n.date);
  out.mod = n.mod;
  return out;
}

Resolution Evaluator::evaluate(const op::PastRef&) const { return vague("PAST_REF"); }
Resolution Evaluator::evaluate(const op::PresentRef&) const { return vague("PRESENT_REF"); }
Resolution Evaluator::evaluate(const op::FutureRef&) const { return vague("FUTURE_REF"); }

Resolution Evaluator::evaluate(const op::RangeOf& n) const {
  Resolution from = evaluate(n.from);
  const Resolution to = evaluate(n.to);
  if (!from.is_calendar_value() || !to.is_calendar_value() ||
      interval_of(to.calendar_value).end <= interval_of(from.calendar_value).begin)
    return from;
  from.until = to.calendar_value;
  from.has_until = true;
  return from;
}

}  // namespace annal
