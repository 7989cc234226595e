// A trained network as a model file, in integers.
#pragma once

#include <string>

#include "network.h"

namespace annal::syntax {

/// The bytes of data/models/syntax/<tag>.bin. Weights get 7 or 8 bits and a scale a column, which loses under .1
/// points.
///
///   temperature   what the scores of arcs are divided by: over 1 for a network that is too sure of its heads, as one
///   is
///                 that has learned what another says (Guo, Pleiss, Sun, Weinberger 2017). No head changes
std::string export_model(const Network& network, const Vocabulary& vocabulary, double temperature);

}  // namespace annal::syntax
