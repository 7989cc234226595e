// Parts of the module that JavaScript hands over when a text needs them, since most readers never do: the language of a
// tag other than "en" (its syntax model, its lemmas, its tables), "charsets" (characters of two bytes and more) and
// "draw" (what draws in the pages that are written). wasm/annal/parts.py makes them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace annal {

/// Takes a part, whose bytes are aligned to 64 and never freed, before the first request. Returns whether they are one.
bool add_part(std::string_view name, std::span<const unsigned char> bytes);

bool has_part(std::string_view name);

/// Notes that the answer to this request needs a part, which is not there.
void note_missing_part(std::string_view name);

/// A table of a part, by its number; where the part is not there, an empty one, and it is noted.
std::span<const unsigned char> table_of(std::string_view part, std::size_t table);

/// Whether parts were noted since the last call of take_missing_parts.
bool has_missing_parts();

/// The parts that were noted since the last call, each on a line of its own.
std::string take_missing_parts();

}  // namespace annal
