#include "core/trees.h"

#include <string>
#include <utility>
#include <vector>

#include "core/syntax/lemmas.h"
#include "core/text/density.h"
#include "core/unicode/ascii.h"

namespace annal {
namespace {

std::vector<syntax::TimeSpan> time_spans(const Analysis& analysis) {
  std::vector<syntax::TimeSpan> spans;
  spans.reserve(analysis.timexes.size());
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  for (std::size_t i = 0; i < analysis.timexes.size(); ++i) {
    const Span span = analysis.timexes[i].span;
    while (token < count && analysis.tokens[token].begin < span.begin) ++token;
    const std::uint32_t first = token;
    while (token < count && analysis.tokens[token].begin < span.end) ++token;
    if (first < token) spans.push_back({span, first, token, static_cast<std::int32_t>(i)});
  }
  return spans;
}

// `text` with each run of white space as one blank.
std::string one_spaced(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  return out;
}

}  // namespace

syntax::TreeReader tree_reader(Analysis& analysis, const Language& language) {
  return {analysis.document.text, analysis.tokens, analysis.sentences, time_spans(analysis), language, analysis.trees};
}

void read_trees(Analysis& analysis, const Language& language) {
  syntax::TreeReader reader = tree_reader(analysis, language);
  DensityLimit limit(analysis.document.text.size(), most_parsed_tokens_of_stretch);
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    const std::uint32_t block = sentence.block;
    if (block < analysis.document.blocks.size() && analysis.document.blocks[block].kind == BlockKind::boilerplate)
      continue;
    if (limit.admit(sentence.span.begin, sentence.last - sentence.first)) reader.tree(i);
  }
}

syntax::ParsedSentence parsed_sentence(const Analysis& analysis, std::size_t sentence, syntax::TreeReader& reader,
                                       const Language& language) {
  const std::string_view text = analysis.document.text;
  const auto space_after = [&](const syntax::Word& word, const syntax::Word* next) {
    if (next != nullptr && next->first < word.last) return next->span.begin > word.span.end;
    return word.last >= analysis.tokens.size() || !analysis.tokens[word.last].no_space_before;
  };
  syntax::ParsedSentence out;
  out.text = one_spaced(slice(text, analysis.sentences[sentence].span));
  out.comments = {"# sent_id = " + std::to_string(sentence + 1), "# text = " + out.text};
  out.tree = reader.tree(sentence);
  const std::vector<syntax::Word> words = out.tree.empty() ? reader.words(sentence) : out.tree.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const syntax::Word& word = words[i];
    const bool space = space_after(word, i + 1 < words.size() ? &words[i + 1] : nullptr);
    const std::string form = one_spaced(form_of(word, text, language));
    const bool has_lemma = !out.tree.empty() && word.time < 0;
    out.words.push_back({form, has_lemma ? lemma_of(word, form, language.tag()) : std::string(), space});
    const auto number = static_cast<std::uint32_t>(i);
    if (word.part == 1) out.tokens.push_back({number, number + 1, {}, true});
    if (word.part == 0) continue;
    syntax::MultiwordToken& token = out.tokens.back();
    token.last = number + 1;
    token.form = slice(text, {words[token.first].span.begin, word.span.end});
    token.space_after = space;
  }
  return out;
}

}  // namespace annal
