// Tables in few bytes, as the module that browsers run gets them: numbers of one kind lie together, what follows from
// other numbers is left out. A number is LEB128, in zigzag where it may be negative, or its difference from the one
// before.
#pragma once

#include <span>
#include <string>

#include "langc/table_data.h"

namespace annal::compile {

/// The tables as bytes.
std::string pack(const TableData& data);

/// The tables that `bytes` hold, which `pack` made. Ends the program where they are others.
TableData unpack(std::span<const unsigned char> bytes);

}  // namespace annal::compile
