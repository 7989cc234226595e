#include "core/lang/find_language.h"

#include "core/unicode/edit_distance.h"

namespace annal {

Result<const Language*> find_language(const std::string& tag) {
  if (tag == "auto") return nullptr;
  const Language* language = Language::find(tag);
  if (language != nullptr) return language;
  return fail(Code::usage, "unknown language '" + tag + "'; available: auto, " + joined(Language::tags()));
}

}  // namespace annal
