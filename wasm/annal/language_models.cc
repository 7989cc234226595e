// The models of languages: those of English lie in the module, those of another in the part of its tag.
#include <map>

#include "core/embed.h"
#include "core/syntax/lemmas.h"
#include "core/syntax/model.h"
#include "wasm/annal/parts.h"

ANNAL_EMBED(annal_syntax_en, ANNAL_MODELS "/syntax/en.bin")
ANNAL_EMBED(annal_lemmas_en, ANNAL_MODELS "/syntax/en.lemmas")

namespace annal::syntax {
namespace {

constexpr std::size_t model_table = 0, lemma_table = 1;  // of a part

template <class Made>
const Made* made_of(std::string_view tag, std::size_t table, const unsigned char* english) {
  static std::map<std::string, Made, std::less<>> all{{"en", Made(english)}};
  const auto found = all.find(tag);
  if (found != all.end()) return &found->second;
  const auto bytes = table_of(tag, table);
  return bytes.empty() ? nullptr : &all.emplace(tag, Made(bytes.data())).first->second;
}

}  // namespace

const Model* model_of(std::string_view language_tag) {
  return made_of<Model>(language_tag, model_table, annal_syntax_en);
}

const LemmaTable* lemmas_of(std::string_view language_tag) {
  return made_of<LemmaTable>(language_tag, lemma_table, annal_lemmas_en);
}

}  // namespace annal::syntax
