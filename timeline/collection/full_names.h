// The names of two words or more in a phrase, by which bearers of one surname are told apart: "Anna Reed" is not
// "Boris Reed", the Vell police is not the Lund police.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"

namespace annal {

/// A name by its first word after titles and its last, in small letters.
struct FullName {
  std::string first, last;
  bool given = false;  ///< the first word is a given name of the language
};

/// The names of `phrase`: runs of words with capitals, without titles at their front; those of one word are left out.
std::vector<FullName> full_names(std::string_view phrase, const Language& language);

/// Whether a name of the one and a name of the other have one last word and first words that are two: both given names,
/// or both none; and no two are one. An initial ("J. Reed") may stand for any name that it begins.
bool are_others(const std::vector<FullName>& a, const std::vector<FullName>& b);

}  // namespace annal
