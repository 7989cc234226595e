// The models of languages that JavaScript hands over, since most readers need those of one language alone.
#pragma once

#include <string>
#include <string_view>

namespace annal {

/// Takes the bytes of data/models/syntax/<tag>.bin and <tag>.lemmas, both aligned to 64 bytes and never freed.
void add_language_models(std::string_view tag, const unsigned char* model, const unsigned char* lemmas);

/// The first language since the last call whose models were asked for and are not there; empty where none was.
std::string take_missing_language();

}  // namespace annal
