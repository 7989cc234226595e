// Months, weekdays and zones by their words, as the lexicon of time expressions classes them. Enough to see that a line
// or what follows a period has a date in it, before any time expression is recognised.
#pragma once

#include <string_view>

#include "core/lang/language.h"

namespace annal {

class DateWords {
 public:
  explicit DateWords(const Language& language)
      : language_(language),
        month_(language.word_class("month")),
        month_short_(language.word_class("month-short")),
        weekday_(language.word_class("weekday")),
        weekday_short_(language.word_class("weekday-short")),
        zone_(language.word_class("zone")) {}

  bool is_month(std::string_view word) const { return language_.is(word, month_) || language_.is(word, month_short_); }
  bool is_weekday(std::string_view word) const {
    return language_.is(word, weekday_) || language_.is(word, weekday_short_);
  }
  bool is_zone(std::string_view word) const { return language_.is(word, zone_); }

 private:
  const Language& language_;
  WordClass month_, month_short_, weekday_, weekday_short_, zone_;
};

}  // namespace annal
