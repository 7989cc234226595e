#include "timeline/event/text_profile.h"

#include "core/syntax/lemmas.h"
#include "core/text/sentence.h"
#include "core/unicode/letter_case.h"
#include "timeline/event/quotation.h"

namespace annal {
namespace {

// Words that begin alike are mostly of one family: "elect", "election".
constexpr std::size_t stem_letters = 5;

std::string stem_of(std::string_view lemma) {
  std::string stem;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < lemma.size() && letters < stem_letters; ++letters) {
    const Letter letter = letter_at(lemma, at);
    append_letter(stem, lower_of(letter.code));
    at += letter.size;
  }
  return stem;
}

bool has_weight(syntax::Upos upos) {
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

TextProfile::TextProfile(const Analysis& analysis, const Reading& reading, std::string_view language_tag)
    : stem_(analysis.tokens.size()), quoted_(quoted_tokens(analysis)) {
  std::uint32_t paragraphs = 0, block = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentences_ > 0 && sentence.block != block) ++paragraphs;
    place_.push_back(sentences_);
    paragraph_.push_back(paragraphs);
    if (is_title(analysis.document, sentence.block)) continue;
    ++sentences_;
    block = sentence.block;
  }
  for (std::uint32_t t = 0; t < analysis.tokens.size(); ++t) {
    const Word& word = reading.words[t];
    if (!has_weight(word.upos) || word.node < 0) continue;
    const std::string_view form = slice(analysis.document.text, analysis.tokens[t].span());
    if (begins_otherwise(word.upos, form)) {
      const std::size_t sentence = sentence_at(analysis.sentences, analysis.tokens[t].begin);
      const syntax::Word& node = analysis.trees[sentence].words[static_cast<std::size_t>(word.node)];
      stem_[t] = stem_of(syntax::lemma_of(node, form, language_tag));
    } else {
      stem_[t] = stem_of(form);
    }
    ++counts_[stem_[t]];
  }
  read_titles(analysis);
}

// The words of the first titles of the text, and of a title that stands outside it.
void TextProfile::read_titles(const Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    if (!is_title(analysis.document, sentence.block)) break;
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      if (!stem_[t].empty()) title_.insert(stem_[t]);
  }
  std::vector<Token> tokens;
  tokenise(analysis.document.title, tokens);
  for (const Token& token : tokens)
    if (token.kind == TokenKind::word) title_.insert(stem_of(slice(analysis.document.title, token.span())));
}

std::uint32_t TextProfile::count(std::uint32_t token) const {
  const auto found = counts_.find(stem_[token]);
  return stem_[token].empty() || found == counts_.end() ? 0 : found->second;
}

}  // namespace annal
