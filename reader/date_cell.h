// Whether the words of a cell, or in bold, are a date and nothing else.
#pragma once

#include <string_view>
#include <vector>

#include "core/calendar/interval.h"
#include "core/grammar/expression.h"
#include "core/grammar/timex.h"
#include "core/lang/language.h"
#include "core/text/token.h"

namespace annal {

struct DateCell {
  Granularity unit = Granularity::none;  ///< of its finest date; none: the text is no date
  bool stated_year = false;
};

class DateCellReader {
 public:
  explicit DateCellReader(const Language& language) : language_(language) {}

  /// The date that `text` consists of. A text longer than any date is none.
  DateCell read(std::string_view text);
  /// Whether a date stands at the very front of `text`.
  bool begins(std::string_view text);

 private:
  void recognise_in(std::string_view text);

  const Language& language_;
  std::vector<Token> tokens_;
  ExpressionPool expressions_;
  std::vector<Timex> timexes_;
};

}  // namespace annal
