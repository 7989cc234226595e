#include "timeline/model/reader.h"

#include <algorithm>

#include "core/grammar/expression.h"

namespace annal {

bool bare_noun(const Analysis& analysis, const Timex& timex) {
  if (timex.expression >= analysis.expressions.size()) return false;
  const ExpressionNode& node = analysis.expressions[timex.expression];
  if (std::holds_alternative<op::DayPart>(node)) return timex.value.frame != Frame::calendar;
  // One word, and no number in it.
  const auto* const length = std::get_if<op::Length>(&node);
  return length != nullptr && slice(analysis.document.text, timex.span).find(' ') == std::string_view::npos &&
         length->thousandths == 1000;
}

std::vector<std::uint8_t> timex_tokens(const Analysis& analysis) {
  std::vector<std::uint8_t> in(analysis.tokens.size());
  for (const Timex& timex : analysis.timexes) {
    if (bare_noun(analysis, timex)) continue;
    auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), timex.span.begin,
                                  [](const Token& a, std::uint32_t at) { return a.begin < at; });
    for (; token != analysis.tokens.end() && token->begin < timex.span.end; ++token)
      in[static_cast<std::size_t>(token - analysis.tokens.begin())] = 1;
  }
  return in;
}

void SentenceReader::read(const Analysis& analysis, const Sentence& sentence,
                          const std::vector<std::uint8_t>& in_timex) {
  units_.clear();
  const std::string_view text = analysis.document.text;
  units_of(text, analysis.tokens, sentence.first, sentence.last, units_);
  forms_.resize(units_.size());
  own_.resize(units_.size());
  timex_.resize(units_.size());
  sentence_.words.resize(units_.size());
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const MemoWord& word = memo_.of(text.substr(units_[i].begin, units_[i].end - units_[i].begin));
    forms_[i] = word.form;
    sentence_.words[i] = {&forms_[i], word.known, nullptr};
    // A word that the tagger does not ask for needs no sum.
    if (sentence_.words[i].sure() == Penn::none) {
      own_[i] = word.own;
      sentence_.words[i].own = &own_[i];
    }
    timex_[i] = in_timex[units_[i].token];
  }
  note_capitals(sentence_);
  tag_words(tagger_, sentence_, tags_);
}

}  // namespace annal
