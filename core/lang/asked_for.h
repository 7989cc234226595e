// Where the languages of the program differ from those of the module that browsers run: the program has all of each,
// the module of most no more than the signs of their texts and mails, until a text needs the rest. So what needs more
// of a language gets it by its tag (Language::find) or as that of a text (language_of), and not from Language::all.
#pragma once

#include "core/lang/language.h"

namespace annal {

/// Returns the language, of which all is needed.
const Language& asked_for(const Language& language);

}  // namespace annal
