// TimeExpression: what the words mean, before anyone asks when they were written. A small typed tree that the grammar
// of data/lang builds, a struct per operation; `resolve` lays it on the calendar.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/grammar/operations.h"

namespace annal {

/// ISO weekdays, as the calendar numbers them.
enum class DayOfWeek : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// Which half of the day a clock time of twelve hours lies in, as the text tells it: "3 p.m.", "3 in the afternoon".
enum class ClockHalf : std::uint8_t {
  as_written,  ///< the hour as it stands
  am,
  pm,
  morning = 11,
  midday,
  afternoon,
  evening,
  night,
  daytime,
};

/// TIMEX3's quant.
enum class Quantifier : std::uint8_t { none, every, each };

/// What stands for an argument that was left out, where the chart computes arguments.
inline constexpr std::int32_t absent = INT32_MIN;

/// No operation has more fields.
inline constexpr std::size_t most_fields = 4;

using ExpressionIndex = std::uint32_t;

/// Fields of the operations.
using Number = std::int32_t;
using Tree = ExpressionIndex;  ///< another node of the same pool

class OptionalNumber {
 public:
  OptionalNumber() = default;
  OptionalNumber(Number number) : number_(number) {}
  explicit operator bool() const { return number_ != absent; }
  Number operator*() const { return number_; }
  Number value_or(Number other) const { return number_ == absent ? other : number_; }
  friend bool operator==(OptionalNumber, OptionalNumber) = default;

 private:
  Number number_ = absent;
};

class OptionalTree {
 public:
  OptionalTree() = default;
  OptionalTree(Tree tree) : tree_(tree) {}
  explicit operator bool() const { return tree_ != none; }
  Tree operator*() const { return tree_; }
  friend bool operator==(OptionalTree, OptionalTree) = default;

 private:
  static constexpr Tree none = UINT32_MAX;
  Tree tree_ = none;
};

/// A struct per operation, its fields named and typed as core/grammar/operations.h lists them.
namespace op {

#define ANNAL_MEMBER(type, name) type name{};
#define ANNAL_STRUCT(name, Struct, fields, meaning) \
  struct Struct {                                   \
    fields                                          \
  };
ANNAL_OPERATIONS(ANNAL_STRUCT, ANNAL_MEMBER)
#undef ANNAL_STRUCT
#undef ANNAL_MEMBER

/// Calls `use` with each field of `node` in the order of the list.
#define ANNAL_USE(type, name) use(node.name);
#define ANNAL_EACH_FIELD(name, Struct, fields, meaning)                            \
  template <class Use>                                                             \
  void each_field([[maybe_unused]] const Struct& node, [[maybe_unused]] Use use) { \
    fields                                                                         \
  }                                                                                \
  template <class Use>                                                             \
  void each_field([[maybe_unused]] Struct& node, [[maybe_unused]] Use use) {       \
    fields                                                                         \
  }
ANNAL_OPERATIONS(ANNAL_EACH_FIELD, ANNAL_USE)
#undef ANNAL_EACH_FIELD
#undef ANNAL_USE

namespace detail {
#define ANNAL_NO_FIELD(type, name)
#define ANNAL_ALTERNATIVE(name, Struct, fields, meaning) , Struct
template <class, class... Operations>
struct Variant {
  using type = std::variant<Operations...>;
};
using Any = Variant<void ANNAL_OPERATIONS(ANNAL_ALTERNATIVE, ANNAL_NO_FIELD)>::type;
#undef ANNAL_ALTERNATIVE
#undef ANNAL_NO_FIELD
}  // namespace detail

}  // namespace op

/// One node: an operation. The index of the variant is its place in the list of operations.
using ExpressionNode = op::detail::Any;

/// The nodes of all expressions of one document; children stand before their parents.
using ExpressionPool = std::vector<ExpressionNode>;

/// The operation at `index` where it is an `Operation`, else nullptr.
template <class Operation>
const Operation* node_as(const ExpressionPool& pool, ExpressionIndex index) {
  return std::get_if<Operation>(&pool[index]);
}

/// Whether `node` is one of these operations.
template <class... Operations>
bool is_any(const ExpressionNode& node) {
  return (std::holds_alternative<Operations>(node) || ...);
}

/// The month of a tree that is a month alone, without its year: "October".
std::optional<int> bare_month(const ExpressionPool& pool, ExpressionIndex index);

/// The node of operation `operation` of the list with these arguments, `absent` where left out; trailing ones may be
/// missing. Trees are indices of nodes, enumerations their numbers.
ExpressionNode make_node(std::size_t operation, std::span<const std::int32_t> arguments);

/// The tree as a rule would write it: "shift(week, -1)"; lengths in units.
std::string tree_text(const ExpressionPool& pool, ExpressionIndex index);

}  // namespace annal
