// Writes a checked language as C++: constant arrays of core/lang/tables.h, and apart from them the rules' examples for
// the tests.
#pragma once

#include <string>

#include "langc/grammar.h"
#include "langc/table_data.h"

namespace annal::compile {

std::string emit_tables(const TableData& data);
std::string emit_examples(const std::string& tag, const Grammar& grammar);

}  // namespace annal::compile
