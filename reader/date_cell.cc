#include "reader/date_cell.h"

#include "core/grammar/recognise.h"
#include "core/normalize/tree_facts.h"
#include "core/text/leading_date.h"
#include "core/unicode/utf8.h"

namespace annal {

void DateCellReader::recognise_in(std::string_view text) {
  expressions_.clear();
  timexes_.clear();
  tokenise(text, tokens_);
  recognise(text, tokens_, language_, expressions_, timexes_);
}

bool DateCellReader::begins(std::string_view text) {
  recognise_in(text.substr(0, find_invalid_utf8(text).value_or(text.size())));
  return !timexes_.empty() && timexes_.front().span.begin == 0 &&
         unit_of_date(expressions_, timexes_.front().expression) != Granularity::none;
}

DateCell DateCellReader::read(std::string_view text) {
  constexpr std::size_t longest = 80;
  if (text.empty() || text.size() > longest) return {};
  if (text.ends_with('?')) text.remove_suffix(1);  // a date that is not sure
  recognise_in(text);
  const std::vector<DateMention> mentions = date_mentions(expressions_, timexes_);
  const auto lead = leading_date(text, {0, static_cast<std::uint32_t>(text.size())}, mentions);
  if (!lead || !lead->alone) return {};
  return {lead->unit, lead->stated_year};
}

}  // namespace annal
