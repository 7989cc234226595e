// The models of all languages, data/models/syntax/<tag>.bin, which lie in the program itself: nothing is read at start.
// CMake lists them, as ANNAL_SYNTAX_MODEL(name, "tag"), in syntax_models.inc.
#include <string_view>

#include "core/embed.h"
#include "core/syntax/model.h"

#define ANNAL_SYNTAX_MODEL(name, tag) ANNAL_EMBED(annal_syntax_##name, ANNAL_MODELS "/syntax/" tag ".bin")
#include "core/syntax/syntax_models.inc"
#undef ANNAL_SYNTAX_MODEL

namespace annal::syntax {

const Model* model_of([[maybe_unused]] std::string_view language_tag) {
#define ANNAL_SYNTAX_MODEL(name, tag)              \
  if (language_tag == tag) {                       \
    static const Model model(annal_syntax_##name); \
    return &model;                                 \
  }
#include "core/syntax/syntax_models.inc"
#undef ANNAL_SYNTAX_MODEL
  return nullptr;
}

}  // namespace annal::syntax
