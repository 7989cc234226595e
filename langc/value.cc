#include "langc/value.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "core/grammar/schema.h"

namespace annal::compile {
namespace {

class Compiler {
 public:
  Compiler(const std::string& text, const Place& place, const Pattern& pattern, const std::vector<bool>& tree_slot)
      : text_(text), place_(place), pattern_(pattern), tree_slot_(tree_slot) {}

  Value compile() {
    const Type type = sum();
    skip();
    if (at_ != text_.size()) throw fault(at_, 1, std::string("'") + text_[at_] + "' does not belong here");
    if (type == Type::missing) throw fault(0, text_.size(), "a value that is never there");
    value_.is_tree = type == Type::tree;
    return std::move(value_);
  }

 private:
  enum class Type { number, tree, missing };

  Fault fault(std::size_t at, std::size_t width, std::string message, std::string hint = "") const {
    Place place = place_;
    place.column += at;
    return Fault{place, width == 0 ? 1 : width, std::move(message), std::move(hint)};
  }

  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  void emit(CodeOp op, std::int32_t operand = 0, std::uint8_t count = 0) {
    value_.code.push_back({op, count, operand});
  }

  Type arithmetic(std::size_t at, Type left, Type right, CodeOp op) {
    if (left != Type::number || right != Type::number) throw fault(at, 1, "arithmetic wants numbers on both sides");
    emit(op);
    return Type::number;
  }

  Type sum() {
    Type left = product();
    for (;;) {
      skip();
      if (at_ >= text_.size() || (text_[at_] != '+' && text_[at_] != '-')) return left;
      const std::size_t sign = at_++;
      left = arithmetic(sign, left, product(), text_[sign] == '+' ? CodeOp::add : CodeOp::subtract);
    }
  }

  Type product() {
    Type left = primary();
    for (;;) {
      skip();
      if (at_ >= text_.size() || (text_[at_] != '*' && text_[at_] != '/')) return left;
      const std::size_t sign = at_++;
      left = arithmetic(sign, left, primary(), text_[sign] == '*' ? CodeOp::multiply : CodeOp::divide);
    }
  }

  static bool identifier(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  Type primary() {
    skip();
    if (at_ >= text_.size()) throw fault(at_, 1, "an expression is missing here");
    const std::size_t begin = at_;
    const char c = text_[at_];
    if (c == '(') {
      ++at_;
      const Type inner = sum();
      expect(')', begin);
      return inner;
    }
    if (c == '-') {
      ++at_;
      const Type inner = primary();
      if (inner != Type::number) throw fault(begin, 1, "only a number can be negative");
      emit(CodeOp::negate);
      return inner;
    }
    if (c >= '0' && c <= '9') {
      std::int32_t number = 0;
      const auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
      if (error != std::errc{}) throw fault(at_, 1, "this number is too large");
      at_ = static_cast<std::size_t>(end - text_.data());
      emit(CodeOp::constant, number);
      return Type::number;
    }
    if (c == '_' && (at_ + 1 >= text_.size() || !identifier(text_[at_ + 1]))) {
      ++at_;
      emit(CodeOp::constant, absent);
      return Type::missing;
    }
    while (at_ < text_.size() &&
           (identifier(text_[at_]) || (text_[at_] == '-' && at_ + 1 < text_.size() && identifier(text_[at_ + 1]) &&
                                       at_ > begin && text_[at_ - 1] != ' ')))
      ++at_;
    const std::string name = text_.substr(begin, at_ - begin);
    if (name.empty()) throw fault(begin, 1, std::string("'") + c + "' does not belong here");
    skip();
    if (at_ < text_.size() && text_[at_] == '(') return call(name, begin);
    return named(name, begin);
  }

  /// What a name without arguments stands for: a slot of the pattern or a constant.
  Type named(const std::string& name, std::size_t begin) {
    if (const auto slot = pattern_.slots.find(name); slot != pattern_.slots.end()) {
      emit(CodeOp::slot, slot->second);
      return tree_slot_[slot->second] ? Type::tree : Type::number;
    }
    if (std::find(pattern_.sibling_slots.begin(), pattern_.sibling_slots.end(), name) != pattern_.sibling_slots.end()) {
      emit(CodeOp::constant, absent);
      return Type::missing;
    }
    for (const NamedConstant& constant : named_constants)
      if (constant.name == name) {
        constants_[value_.code.size()] = &constant;
        emit(CodeOp::constant, constant.value);
        return Type::number;
      }
    std::vector<std::string> known;
    std::string slots;
    for (const auto& [slot, number] : pattern_.slots)
      known.push_back(slot), slots += (slots.empty() ? "slots: " : ", ") + slot;
    for (const NamedConstant& constant : named_constants) known.emplace_back(constant.name);
    const std::string near = did_you_mean(name, known);
    throw fault(begin, name.size(), "unknown slot or constant '" + name + "'", near.empty() ? slots : near);
  }

  void expect(char c, std::size_t begin) {
    skip();
    if (at_ >= text_.size() || text_[at_] != c) throw fault(begin, 1, std::string("'") + c + "' is missing");
    ++at_;
  }

  Type call(const std::string& name, std::size_t begin) {
    ++at_;
    if (name == "either") return either(name, begin);
    const std::size_t op = find_operation(name, begin);
    const Operation& operation = operations[op];
    const auto wrong_count = [&](std::size_t at, std::size_t width) {
      return fault(at, width, "'" + name + "' takes " + std::to_string(operation.field_count()) + " arguments",
                   std::string(operation.meaning));
    };
    std::uint8_t count = 0;
    skip();
    while (at_ < text_.size() && text_[at_] != ')') {
      skip();
      const std::size_t argument = at_, code = value_.code.size();
      const Type type = sum();
      if (count >= operation.field_count()) throw wrong_count(argument, at_ - argument);
      check_argument(operation, operation.fields[count], type, argument, code);
      ++count;
      skip();
      if (at_ < text_.size() && text_[at_] == ',') ++at_;
    }
    expect(')', begin);
    if (count < operation.field_count() && operation.fields[count].required) throw wrong_count(begin, name.size());
    emit(CodeOp::call, static_cast<std::int32_t>(op), count);
    return Type::tree;
  }

  Type either(const std::string& name, std::size_t begin) {
    const Type first = sum();
    expect(',', begin);
    const Type second = sum();
    expect(')', begin);
    if (first != second && first != Type::missing && second != Type::missing)
      throw fault(begin, name.size(), "both sides of 'either' must be of one type");
    emit(CodeOp::either);
    return first == Type::missing ? second : first;
  }

  std::size_t find_operation(const std::string& name, std::size_t begin) const {
    for (std::size_t op = 0; op < operations.size(); ++op)
      if (operations[op].name == name) return op;
    std::vector<std::string> known{"either"};
    for (const Operation& operation : operations) known.emplace_back(operation.name);
    throw fault(begin, name.size(), "unknown operation '" + name + "'", did_you_mean(name, known));
  }

  // `at`: where the argument begins; `code`: its first step.
  void check_argument(const Operation& operation, const OperationField& field, Type type, std::size_t at,
                      std::size_t code) const {
    const std::string name = "'" + std::string(operation.name) + "'";
    const std::string wanted = name + " wants " + std::string(describe_type(field.type)) + " here";
    const auto wrong = [&](const std::string& message, std::string hint) {
      return fault(at, at_ - at, message, std::move(hint));
    };
    if (type == Type::missing ? field.required : (type == Type::tree) != (field.type == FieldType::tree))
      throw wrong(wanted, std::string(operation.meaning));
    if (value_.code.size() != code + 1) return;
    if (const auto constant = constants_.find(code);
        constant != constants_.end() && constant->second->type != field.type)
      throw wrong(wanted + ", but '" + std::string(constant->second->name) + "' is " +
                      std::string(describe_type(constant->second->type)),
                  std::string(operation.meaning));
    const CodeStep& only = value_.code.back();
    if (field.required && only.op == CodeOp::slot && !pattern_.always_bound[static_cast<std::size_t>(only.operand)])
      throw wrong(name + " must have this argument, but the pattern may leave it out",
                  "give a fallback: either(slot, value)");
  }

  const std::string& text_;
  const Place& place_;
  const Pattern& pattern_;
  const std::vector<bool>& tree_slot_;
  std::size_t at_ = 0;
  std::map<std::size_t, const NamedConstant*> constants_;  // by the step that passes them
  Value value_;
};

}  // namespace

Value compile_value(const std::string& text, const Place& place, const Pattern& pattern,
                    const std::vector<bool>& tree_slot) {
  return Compiler(text, place, pattern, tree_slot).compile();
}

}  // namespace annal::compile
