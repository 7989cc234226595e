// What a text has of news: whether it is news at all, its headline and its lead. What they tell belongs to the day of
// writing or to the day before it.
//
//   "Council bans cars from the harbour           the headline, in the present
//    The council banned cars from the harbour.    the lead: the first sentence of the text with a finite main clause
//    It had done so in 2004, too."
#pragma once

#include <cstdint>

#include "timeline/event/clause.h"

namespace annal {

struct News {
  bool holds = false;          ///< whether the text is news
  std::int64_t headline = -1;  ///< the sentence of the headline; -1 for none
  std::int64_t lead = -1;      ///< the sentence of the lead; -1 for none
};

/// News has a day of writing and at least one sign of speaking of it: a headline in the present, a lead in the perfect,
/// a day or week counted from it. What stands under dates of other years, such as a history, is none.
News read_news(const Analysis& analysis, const Reading& reading);

}  // namespace annal
