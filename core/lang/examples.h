// The `yes` and `no` lines of the rules in data/lang, for the tests that run them.
#pragma once

#include <span>
#include <string_view>

namespace annal {

struct RuleExample {
  std::string_view rule, place;  ///< the rule's name; file:line of the example
  std::string_view dct, text;    ///< ISO 8601 or "-" for none; the words
  std::string_view values;       ///< values found in order, "; " between them, each with its mod, quant and freq
  bool positive;                 ///< else the rule must not be what matches in `text`
};

/// One of them for each folder of data/lang.
#define ANNAL_LANGUAGE(name, tag) std::span<const RuleExample> rule_examples_##name();
#include "core/lang/languages.inc"
#undef ANNAL_LANGUAGE

}  // namespace annal
