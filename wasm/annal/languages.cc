// The languages of the module: all of English, of each other the signs of its texts, and the rest where the part of its
// tag was handed over.
#include <deque>
#include <vector>

#include "core/embed.h"
#include "core/lang/asked_for.h"
#include "wasm/annal/held_language.h"
#include "wasm/annal/parts.h"

#define ANNAL_LANGUAGE(name, tag) ANNAL_EMBED(annal_language_##name, ANNAL_LANGUAGES "/" tag ".held")
#include "core/lang/languages.inc"
#undef ANNAL_LANGUAGE

namespace annal {
namespace {

constexpr std::size_t language_table = 2;  // of a part

#define ANNAL_LANGUAGE(name, tag) tag,
constexpr std::string_view language_tags[] = {
#include "core/lang/languages.inc"
};
#undef ANNAL_LANGUAGE

class Languages {
 public:
  Languages() {
#define ANNAL_LANGUAGE(name, tag) add(tag, {annal_language_##name, annal_language_##name##_end});
#include "core/lang/languages.inc"
#undef ANNAL_LANGUAGE
  }

  std::span<const Language> all() const { return all_; }

  bool is_whole(const Language& language) const {
    return held_[static_cast<std::size_t>(&language - all_.data())].is_whole();
  }

 private:
  void add(std::string_view tag, std::span<const unsigned char> held) {
    held_.emplace_back(has_part(tag) ? table_of(tag, language_table) : held);
    all_.emplace_back(held_.back().tables());
  }

  std::deque<HeldLanguage> held_;
  std::vector<Language> all_;
};

const Languages& languages() {
  static const Languages all;
  return all;
}

}  // namespace

std::span<const Language> Language::all() { return languages().all(); }

std::span<const std::string_view> Language::tags() { return language_tags; }

const Language& asked_for(const Language& language) {
  if (!languages().is_whole(language)) note_missing_part(language.tag());
  return language;
}

}  // namespace annal
