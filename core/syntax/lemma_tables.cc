// The rules for lemmas of all languages, data/models/syntax/<tag>.lemmas, which lie in the program itself. CMake lists
// them, as ANNAL_LEMMAS(name, "tag"), in lemmas.inc.
#include "core/embed.h"
#include "core/syntax/lemmas.h"

#define ANNAL_LEMMAS(name, tag) ANNAL_EMBED(annal_lemmas_##name, ANNAL_MODELS "/syntax/" tag ".lemmas")
#include "core/syntax/lemmas.inc"
#undef ANNAL_LEMMAS

namespace annal::syntax {

const LemmaTable* lemmas_of([[maybe_unused]] std::string_view language_tag) {
#define ANNAL_LEMMAS(name, tag)                         \
  if (language_tag == tag) {                            \
    static const LemmaTable table(annal_lemmas_##name); \
    return &table;                                      \
  }
#include "core/syntax/lemmas.inc"
#undef ANNAL_LEMMAS
  return nullptr;
}

}  // namespace annal::syntax
