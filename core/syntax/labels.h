// The names that CoNLL-U files use for parts of speech, relations and features.
// Source: Universal Dependencies v2, universaldependencies.org/format.html.
#pragma once

#include <string>
#include <string_view>

#include "core/syntax/tree.h"

namespace annal::syntax {

/// "NOUN"; "_" for none.
std::string_view name_of(Upos upos);
/// "nsubj:pass"; "_" for none.
std::string_view name_of(Deprel deprel);
/// The part of speech of that name; none where there is no such.
Upos upos_of(std::string_view name);
/// The relation of that name. A subtype that Deprel does not tell apart is cut ("flat:name" is flat); none where there
/// is no such relation.
Deprel deprel_of(std::string_view name);
/// The features of the sixth column of CoNLL-U, "Case=Nom|Number=Sing"; what Features does not hold is left out.
Features features_of(std::string_view column);
/// The sixth column for `features`, in the order that the format asks for; "_" where there is none.
std::string column_of(const Features& features);

}  // namespace annal::syntax
