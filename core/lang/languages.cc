// The languages of the program: all of their tables lie in it.
#include "core/lang/asked_for.h"

namespace annal {

// languages.inc has a line for each folder of data/lang: ANNAL_LANGUAGE(de, "de").
#define ANNAL_LANGUAGE(name, tag) extern const Language::Tables language_##name;
#include "core/lang/languages.inc"
#undef ANNAL_LANGUAGE

namespace {

#define ANNAL_LANGUAGE(name, tag) Language(language_##name),
const Language languages[] = {
#include "core/lang/languages.inc"
};
#undef ANNAL_LANGUAGE

#define ANNAL_LANGUAGE(name, tag) tag,
constexpr std::string_view language_tags[] = {
#include "core/lang/languages.inc"
};
#undef ANNAL_LANGUAGE

}  // namespace

std::span<const Language> Language::all() { return languages; }

std::span<const std::string_view> Language::tags() { return language_tags; }

const Language& asked_for(const Language& language) { return language; }

}  // namespace annal
