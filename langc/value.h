// Value expressions: parsed, checked against the operations and the pattern's slots, compiled to postfix code.
#pragma once

#include "langc/pattern.h"

namespace annal::compile {

struct Value {
  std::vector<CodeStep> code;
  bool is_tree = false;
};

/// `tree_slot[s]` says whether slot s holds a tree. Throws Fault.
Value compile_value(const std::string& text, const Place& place, const Pattern& pattern,
                    const std::vector<bool>& tree_slot);

}  // namespace annal::compile
