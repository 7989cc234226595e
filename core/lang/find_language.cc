#include "core/lang/find_language.h"

#include "core/unicode/edit_distance.h"

namespace annal {

Result<const Language*> find_language(const std::string& tag) {
  if (tag == "auto") return nullptr;
  const Language* language = Language::find(tag);
  if (language != nullptr) return language;
  return fail(Code::usage, "there is no language '" + tag + "'; languages are auto " + joined(Language::tags()));
}

}  // namespace annal
