// Recognises words for months, weekdays and zones by their lexicon classes. This is enough to see that a line, or the
// words after a period, contain a date, before time expressions are recognised.
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
