#include "timeline/event/head_lemma.h"

#include "core/syntax/lemmas.h"
#include "core/syntax/words.h"
#include "core/unicode/letter_case.h"

namespace annal {

std::string head_lemma(const Analysis& analysis, const Reading& reading, const Language& language,
                       std::uint32_t sentence, std::uint32_t token) {
  const std::int32_t node = reading.words[token].node;
  if (node < 0 || sentence >= analysis.trees.size() || syntax::lemmas_of(language.tag()) == nullptr) return {};
  const syntax::Word& word = analysis.trees[sentence].words[static_cast<std::size_t>(node)];
  const std::string form = syntax::form_of(word, analysis.document.text, language);
  return folded(syntax::lemma_of(word, form, language.tag()));
}

}  // namespace annal
