// The models of languages: those of English lie in the module, the others are handed to it (annal.cc).
#include "wasm/annal/language_models.h"

#include <map>
#include <utility>

#include "core/embed.h"
#include "core/syntax/lemmas.h"
#include "core/syntax/model.h"

ANNAL_EMBED(annal_syntax_en, ANNAL_MODELS "/syntax/en.bin")
ANNAL_EMBED(annal_lemmas_en, ANNAL_MODELS "/syntax/en.lemmas")

namespace annal {
namespace {

struct LanguageModels {
  syntax::Model model;
  syntax::LemmaTable lemmas;
};

using Models = std::map<std::string, LanguageModels, std::less<>>;

Models& models() {
  static Models all{{"en", {syntax::Model(annal_syntax_en), syntax::LemmaTable(annal_lemmas_en)}}};
  return all;
}

std::string missing;

const LanguageModels* find(std::string_view tag) {
  const auto found = models().find(tag);
  if (found != models().end()) return &found->second;
  if (missing.empty()) missing = tag;
  return nullptr;
}

}  // namespace

void add_language_models(std::string_view tag, const unsigned char* model, const unsigned char* lemmas) {
  models().try_emplace(std::string(tag), LanguageModels{syntax::Model(model), syntax::LemmaTable(lemmas)});
}

std::string take_missing_language() { return std::exchange(missing, {}); }

namespace syntax {

const Model* model_of(std::string_view language_tag) {
  const LanguageModels* found = find(language_tag);
  return found == nullptr ? nullptr : &found->model;
}

const LemmaTable* lemmas_of(std::string_view language_tag) {
  const LanguageModels* found = find(language_tag);
  return found == nullptr ? nullptr : &found->lemmas;
}

}  // namespace syntax
}  // namespace annal
