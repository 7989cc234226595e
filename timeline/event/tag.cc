#include "timeline/event/tag.h"

#include <algorithm>

#include "timeline/event/sentence_tagger.h"
#include "timeline/model/models.h"
#include "timeline/model/reader.h"

namespace annal {

NameSet names_of(const Analysis& analysis, const EventLexicon& lexicon) {
  NameSet names;
  for (const Sentence& sentence : analysis.sentences) {
    if (analysis.document.blocks.size() > sentence.block &&
        analysis.document.blocks[sentence.block].kind != BlockKind::paragraph)
      continue;
    ClassSet classes;
    const auto classes_of = [&](std::uint32_t i) -> const ClassSet& {
      classes = lexicon.facts(text_of(analysis, i)).word;
      return classes;
    };
    if (is_headline(analysis, sentence, classes_of)) continue;
    for (std::uint32_t i = sentence.first + 1; i < sentence.last; ++i) {
      const Token& token = analysis.tokens[i];
      if (token.kind != TokenKind::word || !upper(analysis.document.text[token.begin]) || token.end - token.begin < 3)
        continue;
      if (analysis.tokens[i - 1].kind == TokenKind::punctuation) continue;
      const std::string_view text = slice(analysis.document.text, token.span());
      if (names.count(text) != 0) continue;
      if (!lexicon.facts(text).word.any(Is::title_word, Is::determiner, Is::preposition)) names.insert(text);
    }
  }
  return names;
}

std::vector<Word> tag(const Analysis& analysis, const EventLexicon& lexicon) {
  std::vector<Word> words(analysis.tokens.size());
  for (std::size_t t = 0; t < analysis.timexes.size(); ++t) {
    if (bare_noun(analysis, analysis.timexes[t])) continue;
    const Span span = analysis.timexes[t].span;
    auto token = std::lower_bound(analysis.tokens.begin(), analysis.tokens.end(), span.begin,
                                  [](const Token& a, std::uint32_t at) { return a.begin < at; });
    for (; token != analysis.tokens.end() && token->begin < span.end; ++token)
      words[static_cast<std::size_t>(token - analysis.tokens.begin())].timex = static_cast<std::int32_t>(t);
  }
  const NameSet names = names_of(analysis, lexicon);
  SentenceTagger tagger(analysis, lexicon, names, words);
  static thread_local WordMemo memo(sense_table(), tagger_tables());
  SentenceReader reader(memo, tagger_tables());
  const EventTables events = event_tables();
  const std::vector<std::uint8_t> in_timex = timex_tokens(analysis);
  std::vector<Penn> penn;
  const auto& blocks = analysis.document.blocks;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.block < blocks.size() && blocks[sentence.block].kind == BlockKind::boilerplate) continue;
    reader.read(analysis, sentence, in_timex);
    const EventInput input = reader.input();
    penn.assign(sentence.last - sentence.first, Penn::none);
    for (std::size_t i = 0; i < input.tags.size(); ++i) {
      Penn& tag = penn[reader.units()[i].token - sentence.first];
      if (tag == Penn::none) tag = input.tags[i];
    }
    tagger.run(sentence, penn);
    for (std::size_t i = 0; i < input.forms.size(); ++i) {
      Word& word = words[reader.units()[i].token];
      word.event = classify_event(events, input, i);
      word.person = is_noun(input.tags[i]) && input.forms[i].senses.person();
    }
  }
  return words;
}

}  // namespace annal
