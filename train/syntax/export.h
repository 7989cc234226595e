// A trained network as a model file, in integers.
#pragma once

#include <string>

#include "network.h"

namespace annal::syntax {

/// The bytes of data/models/syntax/<tag>.bin. Weights get 8 bits and a scale a column, which loses nothing that shows.
std::string export_model(const Network& network, const Vocabulary& vocabulary);

}  // namespace annal::syntax
