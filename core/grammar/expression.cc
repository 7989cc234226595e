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
  Writer(const ExpressionPool& pool, std::string& out) : pool_(pool), out_(out) {}

  void write(Tree index) const {
    const ExpressionNode& node = pool_[index];
    const Operation& operation = operations[node.index()];
    out_ += operation.name;
    if (operation.fields[0].type == FieldType::none) return;
    out_ += '(';
    bool first = true;
    const auto write_field = [&](const auto& field) {
      if (!first) out_ += ", ";
      first = false;
      write(field);
    };
    std::visit([&](const auto& n) { write_fields(n, write_field); }, node);
    out_ += ')';
  }

 private:
  template <class Operation, class WriteField>
  void write_fields(const Operation& n, const WriteField& write_field) const {
    op::each_field(n, write_field);
  }
  // Lengths count thousandths, so that half a year is a whole number.
  template <class WriteField>
  void write_fields(const op::Length& n, const WriteField& write_field) const {
    write_field(n.thousandths / 1000);
    if (n.thousandths % 1000 != 0) out_ += "." + std::to_string(n.thousandths % 1000 / 100);
    write_field(n.unit);
  }

  void write(Number number) const { out_ += std::to_string(number); }
  void write(OptionalNumber number) const { number ? write(*number) : out_.push_back('_'); }
  void write(OptionalTree tree) const { tree ? write(*tree) : out_.push_back('_'); }
  void write(Granularity unit) const { out_ += name(unit); }
  void write(Mod mod) const { out_ += name(mod); }
  void write(Quantifier quantifier) const {
    quantifier == Quantifier::none ? out_.push_back('_') : write(static_cast<Number>(quantifier));
  }
  template <class Enumeration>
  requires std::is_enum_v<Enumeration>
  void write(Enumeration value) const { write(static_cast<Number>(value)); }

  const ExpressionPool& pool_;
  std::string& out_;
};

}  // namespace

ExpressionNode make_node(std::size_t operation, std::span<const std::int32_t> arguments) {
  static constexpr auto make_one = makers(std::make_index_sequence<std::variant_size_v<ExpressionNode>>{});
  return make_one[operation](arguments);
}

std::optional<int> bare_month(const ExpressionPool& pool, ExpressionIndex index) {
  const auto* const date = node_as<op::Date>(pool, index);
  if (date == nullptr || date->year || !date->month || date->day) return std::nullopt;
  return *date->month;
}

std::string tree_text(const ExpressionPool& pool, ExpressionIndex index) {
  std::string out;
  Writer(pool, out).write(index);
  return out;
}

}  // namespace annal
