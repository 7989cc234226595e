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
      if (kind > 0 && kind <= static_cast<std::int32_t>(TieKind::until))
        found = {static_cast<TieKind>(kind), static_cast<std::int32_t>(i) - 1};
    }
    if (found.token >= 0) return found;
    if (!language_->is(slice(analysis.document.text, analysis.tokens[last - 1].span()), article_)) return {};
  }
  return {};
}

TimeMarker TimeMarkers::before(const Analysis& analysis, const TreeView& tree, std::uint32_t word,
                               std::uint32_t floor) const {
  const TimeMarker found = before(analysis, tree[word].first, floor);
  const auto token = static_cast<std::uint32_t>(found.token);
  if (found.kind != TieKind::than || compares(analysis, tree, word, token, floor)) return found;
  return before(analysis, tree[word].first, token + 1);
}

// Whether the words from `token` on set something against the time: "higher than in 2014", not "they say that in 2014",
// "the man that on Monday", "als 2014 die Mauer fiel".
bool TimeMarkers::compares(const Analysis& analysis, const TreeView& tree, std::uint32_t word, std::uint32_t token,
                           std::uint32_t floor) const {
  if (token <= floor || analysis.tokens[token - 1].kind == TokenKind::punctuation) return false;
  std::uint32_t k = 0;
  while (k < word && tree[k].last <= token) ++k;
  if (tree[k].upos != syntax::Upos::sconj && tree[k].upos != syntax::Upos::pron) return true;
  if (tree[k].head != static_cast<std::int32_t>(word)) return false;
  if (comparative_ == no_class) return true;
  for (std::uint32_t i = floor; i < token; ++i)
    if (language_->is(slice(analysis.document.text, analysis.tokens[i].span()), comparative_)) return true;
  return false;
}

// The token before a time, `end` being the one behind it, and before the word that binds it to a noun; -1 for none.
std::int32_t TimeMarkers::token_named(const Analysis& analysis, const Timex& time, std::uint32_t end,
                                      std::uint32_t floor) const {
  // Values of the class: the word before a time, the last of a year that needs none before it, one behind a time that
  // dates all the same, and a noun that is part of the time.
  constexpr std::int32_t before_time = 1, ends_year = 2, behind_time = 3, part_of_time = 4;
  const auto dating = [&](std::uint32_t token) {
    const std::string_view word = slice(analysis.document.text, analysis.tokens[token].span());
    return dating_ == no_class ? 0 : language_->value_in(word, dating_, 0);
  };
  std::uint32_t first = end - 1;
  while (first > floor && analysis.tokens[first].begin > time.span.begin) --first;
  if (end < analysis.tokens.size() && dating(end) == behind_time) return -1;
  if (first > floor && dating(first - 1) == before_time)
    --first;
  else if (dating(first) != before_time &&  // "del 12 de octubre" is one time
           (time.value.granularity != Granularity::year || dating(end - 1) != ends_year))
    return -1;
  return first > floor && dating(first - 1) != part_of_time ? static_cast<std::int32_t>(first) - 1 : -1;
}

std::int32_t TimeMarkers::named(const Analysis& analysis, const TreeView& tree, std::uint32_t word,
                                std::uint32_t floor) const {
  const auto timex = [&](std::uint32_t w) -> const Timex& {
    return analysis.timexes[static_cast<std::size_t>(tree[w].time)];
  };
  while (word > 1 && tree[word - 1].deprel == syntax::Deprel::cc && tree[word - 2].time >= 0) word -= 2;
  const Timex& time = timex(word);
  if (time.range != RangeRole::none && time.partner >= 0) return -1;
  const std::int32_t token = token_named(analysis, time, tree[word].last, floor);
  for (std::uint32_t k = word; token >= 0 && k-- > 0;) {
    if (tree[k].last != static_cast<std::uint32_t>(token) + 1) continue;
    const bool date = tree[k].time >= 0 && timex(k).value.type != TimexType::duration;  // a length: "the minutes"
    const bool noun = tree[k].upos == syntax::Upos::noun || tree[k].upos == syntax::Upos::propn ||
                      tree[k].upos == syntax::Upos::pron;  // "that of 1946"
    return noun && !date ? static_cast<std::int32_t>(k) : -1;
  }
  return -1;
}

bool TimeMarkers::opens_span(const Analysis& analysis, const TreeView& tree, std::int32_t timex,
                             std::uint32_t floor) const {
  std::uint32_t w = 0;
  while (w < tree.size() && tree[w].time != timex) ++w;
  if (w == tree.size()) return false;
  const TieKind kind = before(analysis, tree, w, floor).kind;
  return kind == TieKind::from || kind == TieKind::since;
}

}  // namespace annal
