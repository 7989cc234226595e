// What the owner of a text says of one of its time expressions, where Annal would read it otherwise. The text is
// resolved again with it, so that what counts from the expression follows.
#pragma once

#include <span>
#include <variant>

#include "core/calendar/calendar.h"
#include "core/text/document.h"

namespace annal {

struct TimexOverride {
  /// The words are no time expression.
  struct Dropped {
    friend bool operator==(Dropped, Dropped) = default;
  };
  /// They count from the day that begins at `day`, as if they were written on it and it had just been spoken of.
  struct CountedFrom {
    CivilSeconds day = 0;
    friend bool operator==(CountedFrom, CountedFrom) = default;
  };
  /// They mean `value`; a part of it where `mod` is start, mid or end.
  struct Means {
    CalendarValue value;
    Mod mod = Mod::none;
    friend bool operator==(const Means&, const Means&) = default;
  };

  Span span;  ///< of the time expression, as it is found
  std::variant<Dropped, CountedFrom, Means> reading;

  friend bool operator==(const TimexOverride&, const TimexOverride&) = default;
};

/// The override of the time expression at `span`, the last if there are several; null where there is none.
const TimexOverride* find_override(std::span<const TimexOverride> overrides, Span span);

}  // namespace annal
