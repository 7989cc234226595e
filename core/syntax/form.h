// What the network is told of the form of a word, as hashes. Trainer and program share this file, so that no word looks
// different to either.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/syntax/model.h"

namespace annal::syntax {

/// The hashes of one word, in the order of form_features (model.h).
using FormKeys = std::array<std::uint32_t, form_features>;

/// Works out the hashes of words; keeps its buffers.
class FormReader {
 public:
  /// The hashes of `form`, valid UTF-8, not empty. Linear in its length.
  FormKeys keys_of(std::string_view form);

 private:
  std::string small_;  ///< the word in small letters, digits as 0
  std::string shape_;
};

}  // namespace annal::syntax
