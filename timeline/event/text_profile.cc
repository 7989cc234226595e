#include "timeline/event/text_profile.h"

#include "core/syntax/lemmas.h"
#include "core/unicode/letter_case.h"
#include "timeline/event/quotation.h"

namespace annal {
namespace {

bool may_have_weight(syntax::Upos upos) {
  return upos == syntax::Upos::noun || upos == syntax::Upos::propn || upos == syntax::Upos::verb ||
         upos == syntax::Upos::adj;
}

// Whether the lemma may begin otherwise: names, and long nouns and adjectives, keep their first letters.
bool begins_otherwise(syntax::Upos upos, std::string_view form) {
  constexpr std::size_t long_form = 10;  // bytes
  return upos == syntax::Upos::verb || (upos != syntax::Upos::propn && form.size() < long_form);
}

bool is_title(const Document& document, std::uint32_t block) {
  return block < document.blocks.size() && document.blocks[block].kind == BlockKind::title;
}

}  // namespace

// Words that begin alike are mostly of one family: "elect", "election".
TextProfile::Stem TextProfile::stem_of(std::string_view lemma) {
  std::size_t at = 0;
  const auto next = [&]() -> std::uint64_t {
    if (at >= lemma.size()) return 0;
    const Letter letter = letter_at(lemma, at);
    at += letter.size;
    return lower_of(letter.code);
  };
  Stem stem;
  for (int i = 0; i < 3; ++i) stem.first = stem.first << 21 | next();
  for (int i = 0; i < 2; ++i) stem.second = stem.second << 21 | next();
  return stem;
}

TextProfile::TextProfile(const Analysis& analysis, const Reading& reading, std::string_view language_tag)
    : stem_(analysis.tokens.size()), quoted_(quoted_tokens(analysis)) {
  std::uint32_t paragraphs = 0, block = 0;
  place_.reserve(analysis.sentences.size());
  paragraph_.reserve(analysis.sentences.size());
  for (const Sentence& sentence : analysis.sentences) {
    if (sentences_ > 0 && sentence.block != block) ++paragraphs;
    place_.push_back(sentences_);
    paragraph_.push_back(paragraphs);
    if (is_title(analysis.document, sentence.block)) continue;
    ++sentences_;
    block = sentence.block;
  }
  read_words(analysis, reading, language_tag);
  read_titles(analysis);
}

void TextProfile::read_words(const Analysis& analysis, const Reading& reading, std::string_view language_tag) {
  for (std::uint32_t s = 0; s < analysis.sentences.size() && s < analysis.trees.size(); ++s) {
    for (std::uint32_t t = analysis.sentences[s].first; t < analysis.sentences[s].last; ++t) {
      const Word& word = reading.words[t];
      if (!may_have_weight(word.upos) || word.node < 0) continue;
      const Span span = analysis.tokens[t].span();
      const std::string_view form = slice(analysis.document.text, span);
      const auto node = static_cast<std::uint32_t>(word.node);
      const syntax::Word& of = analysis.trees[s].words[node];
      if (!begins_otherwise(word.upos, form))
        stem_[t] = stem_of(form);
      else if (of.part == 0 && of.span == span)
        stem_[t] = stem_of(reading.lemmas.of(s, node));
      else
        stem_[t] = stem_of(syntax::lemma_of(of, form, language_tag));
      if (has_weight(t)) words_.push_back(stem_[t]);
    }
  }
  std::sort(words_.begin(), words_.end());
}

// The words of the first titles of the text, and of a title that stands outside it.
void TextProfile::read_titles(const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    if (!is_title(analysis.document, sentence.block)) break;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      if (has_weight(t)) title_.push_back(stem_[t]);
  }
  std::vector<Token> tokens;
  tokenise(analysis.document.title, tokens);
  for (const Token& token : tokens)
    if (token.kind == TokenKind::word) title_.push_back(stem_of(slice(analysis.document.title, token.span())));
  std::sort(title_.begin(), title_.end());
}

std::uint32_t TextProfile::count(std::uint32_t token) const {
  if (!has_weight(token)) return 0;
  const auto [first, last] = std::equal_range(words_.begin(), words_.end(), stem_[token]);
  return static_cast<std::uint32_t>(last - first);
}

}  // namespace annal
