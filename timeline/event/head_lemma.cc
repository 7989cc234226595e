#include "timeline/event/head_lemma.h"

#include "core/syntax/lemmas.h"

namespace annal {

std::string head_lemma(const Analysis& analysis, const Reading& reading, const Language& language,
                       std::uint32_t sentence, std::uint32_t token) {
  const std::int32_t node = reading.words[token].node;
  if (node < 0 || sentence >= analysis.trees.size() || syntax::lemmas_of(language.tag()) == nullptr) return {};
  return std::string(reading.lemmas.of(sentence, static_cast<std::uint32_t>(node)));
}

}  // namespace annal
