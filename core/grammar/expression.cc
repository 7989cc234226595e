#include "core/grammar/expression.h"

#include <array>
#include <utility>

#include "core/grammar/schema.h"

namespace annal {
namespace {

void take(std::int32_t argument, Number& field) { field = argument; }
void take(std::int32_t argument, OptionalNumber& field) { field = OptionalNumber(argument); }
void take(std::int32_t argument, Tree& field) { field = static_cast<Tree>(argument); }
void take(std::int32_t argument, OptionalTree& field) {
  if (argument != absent) field = OptionalTree(static_cast<Tree>(argument));
}
template <class Enumeration>
requires std::is_enum_v<Enumeration>
void take(std::int32_t argument, Enumeration& field) {
  field = argument == absent ? Enumeration{} : static_cast<Enumeration>(argument);
}

template <std::size_t operation>
ExpressionNode make(std::span<const std::int32_t> arguments) {
  std::variant_alternative_t<operation, ExpressionNode> made;
  std::size_t a = 0;
  op::each_field(made, [&](auto& field) { take(a < arguments.size() ? arguments[a] : absent, field), ++a; });
  return made;
}

template <std::size_t... operation>
constexpr auto makers(std::index_sequence<operation...>) {
  return std::array{&make<operation>...};
}

class Writer {
 public:
  explicit Writer(const ExpressionPool& pool) : pool_(pool) {}

  std::string of(ExpressionIndex index) const {
    const ExpressionNode& node = pool_[index];
    std::string fields;
    std::visit(
        [&](const auto& operation) {
          op::each_field(operation, [&](const auto& field) { fields += (fields.empty() ? "" : ", ") + text(field); });
        },
        node);
    // Lengths count thousandths, so that half a year is a whole number.
    if (const auto* const length = std::get_if<op::Length>(&node)) {
      fields = std::to_string(length->thousandths / 1000);
      if (length->thousandths % 1000 != 0) fields += "." + std::to_string(length->thousandths % 1000 / 100);
      fields += ", " + text(length->unit);
    }
    const std::string head(operations[node.index()].name);
    return operations[node.index()].field_count() == 0 ? head : head + "(" + fields + ")";
  }

 private:
  static std::string text(Number number) { return std::to_string(number); }
  static std::string text(OptionalNumber number) { return number ? std::to_string(*number) : "_"; }
  static std::string text(Granularity unit) { return std::string(name(unit)); }
  static std::string text(Mod mod) { return std::string(name(mod)); }
  static std::string text(Quantifier quantifier) {
    return quantifier == Quantifier::none ? "_" : std::to_string(static_cast<int>(quantifier));
  }
  template <class Enumeration>
  requires std::is_enum_v<Enumeration>
  static std::string text(Enumeration value) { return std::to_string(static_cast<int>(value)); }
  std::string text(Tree tree) const { return of(tree); }
  std::string text(OptionalTree tree) const { return tree ? of(*tree) : "_"; }

  const ExpressionPool& pool_;
};

}  // namespace

ExpressionNode make_node(std::size_t operation, std::span<const std::int32_t> arguments) {
  static constexpr auto make_one = makers(std::make_index_sequence<std::variant_size_v<ExpressionNode>>{});
  return make_one[operation](arguments);
}

std::string tree_text(const ExpressionPool& pool, ExpressionIndex index) { return Writer(pool).of(index); }

}  // namespace annal
