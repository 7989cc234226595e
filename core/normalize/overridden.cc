#include "core/normalize/overridden.h"

#include "core/normalize/evaluate.h"

namespace annal {
namespace {

// All that may be counted from is one day, on which the text was written and of which it has just spoken.
ResolutionContext spoken_on(CivilSeconds day, const ResolutionContext& text) {
  ResolutionContext context;
  context.document_known = true;
  context.document = floor_day(day);
  context.is_short_message = text.is_short_message;
  context.day_first = text.day_first;
  context.direction = text.direction;
  context.has_reference = context.has_day_reference = true;
  context.reference = context.day_reference = day_value(day_number(day));
  return context;
}

}  // namespace

Resolution evaluate_overridden(const TimexOverride& override, const ExpressionPool& pool, ExpressionIndex index,
                               const ResolutionContext& context) {
  Resolution resolution;
  if (const auto* const means = std::get_if<TimexOverride::Means>(&override.reading)) {
    resolution.kind = Resolution::Kind::calendar_value;
    resolution.calendar_value = means->value;
    resolution.mod = means->mod;
  } else if (const auto* const from = std::get_if<TimexOverride::CountedFrom>(&override.reading)) {
    const ResolutionContext then = spoken_on(from->day, context);
    resolution = Evaluator(pool, then).evaluate(index);
    resolution.anchor_kind = AnchorKind::none;
    resolution.anchor = -1;
  }
  return resolution;
}

}  // namespace annal
