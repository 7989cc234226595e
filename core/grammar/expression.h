// TimeExpression: what the words mean, before anyone asks when they were written. A small tree that the grammar of
// data/lang builds; `resolve` lays it on the calendar. The operations are the only ones that a rule may name.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/document.h"

namespace annal {

/// An operation of the tree. `core/grammar/operations.h` lists each with its arguments and their types.
enum class Op : std::uint8_t;

/// One node. Arguments are numbers or indices of other nodes, as the operation says; `absent` where not stated.
struct ExpressionNode {
  Op op{};
  std::array<std::int32_t, 4> args{};
};

inline constexpr std::int32_t absent = INT32_MIN;

using ExpressionIndex = std::uint32_t;

/// The nodes of all expressions of one document; children stand before their parents.
using ExpressionPool = std::vector<ExpressionNode>;

/// The tree as a rule would write it: "shift(6, -1)", units as Granularity counts them.
std::string tree_text(const ExpressionPool& pool, ExpressionIndex index);

}  // namespace annal
