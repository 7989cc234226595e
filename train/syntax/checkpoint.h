// All parameters of a network in a file, so that another can begin with what it has learned.
#pragma once

#include <filesystem>

#include "network.h"

namespace annal::syntax {

/// Keeps the parameters of `network`, and which words its rows are of.
void save(Network& network, const Vocabulary& vocabulary, const std::filesystem::path& file);

/// Takes over the parameters that a file of `save` has of the same size, and of the tables the rows of values that both
/// know. The tagger is not taken over where the tags are others. Returns how many of the numbers were found.
std::size_t load(Network& network, const Vocabulary& vocabulary, const std::filesystem::path& file);

}  // namespace annal::syntax
