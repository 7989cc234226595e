// What the program was built with, beyond its code.
#pragma once

#include <string_view>

namespace annal {

/// "languages: de en ...\nmodels: events links senses, syntax de en ...; SHA-256 0f1e2d3c4b5a": the languages that it
/// reads, the names of the models of data/models that are in it, and the first digits of one checksum over all of them:
/// that of the list that `sha256sum` prints of data/models/*.bin and data/models/syntax/*, in the order of their names.
std::string_view contents();

}  // namespace annal
