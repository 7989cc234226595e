#include "core/pipeline.h"

#include "core/find/recognise.h"
#include "core/resolve/resolve.h"
#include "core/text/blocks.h"
#include "core/text/dateline.h"
#include "core/token/sentence.h"

namespace annal {

Analysis analyse(Document document, const Language& language) {
  Analysis analysis;
  analysis.document = std::move(document);
  Document& text = analysis.document;
  if (text.language.empty()) text.language = language.tag();

  // Prose apart from menus and captions, then words and sentences.
  if (text.blocks.empty()) find_blocks(text, language);
  tokenise(text.text, analysis.tokens);
  analysis.sentences = find_sentences(text, analysis.tokens, language);

  // What the words mean ...
  recognise(text.text, analysis.tokens, language, analysis.expressions, analysis.timexes);

  // ... and, once the day of writing is known or known to be unknown, when that was.
  if (!text.dct.known())
    if (const std::optional<Dct> found = dateline_dct(analysis, language); found) text.dct = *found;
  resolve(analysis, language);
  return analysis;
}

}  // namespace annal
