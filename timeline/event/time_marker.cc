// An entry of several words ("antes de") may end in one that says something else alone ("de": from). So the longest
// counts.
#include "timeline/event/time_marker.h"

#include <string>

namespace annal {
namespace {

constexpr std::uint32_t longest_entry = 4;  ///< tokens

}  // namespace

TimeMarker TimeMarkers::before(const Analysis& analysis, std::uint32_t first, std::uint32_t floor) const {
  for (std::uint32_t last = first; last > floor && last + 2 > first; --last) {
    TimeMarker found;
    std::string words;
    for (std::uint32_t i = last; i > floor && i + longest_entry > last; --i) {
      const Token& token = analysis.tokens[i - 1];
      if (i < last && !analysis.tokens[i].no_space_before) words.insert(0, 1, ' ');
      words.insert(0, slice(analysis.document.text, token.span()));
      const std::int32_t kind = language_->value_in(words, time_tie_, Language::absent_value);
      if (kind > 0 && kind <= static_cast<std::int32_t>(TieKind::range_to))
        found = {static_cast<TieKind>(kind), static_cast<std::int32_t>(i) - 1};
    }
    if (found.token >= 0) return found;
    if (!language_->is(slice(analysis.document.text, analysis.tokens[last - 1].span()), article_)) return {};
  }
  return {};
}

}  // namespace annal
