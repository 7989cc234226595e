#include "langc/enumerators.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>

#include "core/grammar/schema.h"

namespace annal::compile {
namespace {

// All numbers that something may be, `absent` among them where it may be left out; nullopt where they are too many to
// follow.
using Numbers = std::optional<std::set<std::int64_t>>;
constexpr std::size_t most_numbers = 512, most_combinations = 1 << 14;

Numbers both(Numbers a, const Numbers& b) {
  if (!a || !b) return std::nullopt;
  a->insert(b->begin(), b->end());
  return a->size() <= most_numbers ? a : std::nullopt;
}

// Steps [first, last) of a value: one argument of an operation, or all of it.
using Code = std::span<const CodeStep>;

std::int64_t compute(CodeOp op, std::int64_t left, std::int64_t right) {
  if (op == CodeOp::either) return left == absent ? right : left;
  if (left == absent || right == absent) return absent;
  switch (op) {
    case CodeOp::add: return left + right;
    case CodeOp::subtract: return left - right;
    case CodeOp::multiply: return left * right;
    case CodeOp::divide: return right == 0 ? absent : left / right;
    default: return absent;
  }
}

// What `code`, which calls no operation, comes to with these numbers in its slots.
std::int64_t run(Code code, const std::map<std::int32_t, std::int64_t>& slots) {
  std::vector<std::int64_t> stack;
  for (const CodeStep& step : code) {
    if (step.op == CodeOp::constant) {
      stack.push_back(step.operand);
    } else if (step.op == CodeOp::slot) {
      stack.push_back(slots.at(step.operand));
    } else if (step.op == CodeOp::negate) {
      if (stack.back() != absent) stack.back() = -stack.back();
    } else {
      const std::int64_t right = stack.back();
      stack.pop_back();
      stack.back() = compute(step.op, stack.back(), right);
    }
  }
  return stack.back();
}

// Which numbers reach a slot: those of the classes and symbols that the pattern puts there.
class Follower {
 public:
  Follower(const Grammar& grammar, const Lexicon& lexicon)
      : classes_(lexicon.classes.size(), std::set<std::int64_t>{}),
        symbols_(grammar.symbols.names.size(), std::set<std::int64_t>{}) {
    for (const auto& [word, entry] : lexicon.words)
      for (const LexiconMember& member : entry.members)
        classes_[member.word_class] = both(classes_[member.word_class], std::set<std::int64_t>{member.value});
    for (const LexiconDigits& digits : lexicon.digits) {
      Numbers& numbers = classes_[digits.word_class];
      if (digits.most - digits.least > static_cast<std::int64_t>(most_numbers)) numbers.reset();
      for (std::int64_t n = digits.least; numbers && n <= digits.most; ++n) numbers->insert(n);
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (const GrammarRule& rule : grammar.rules) {
        Numbers& known = symbols_[rule.symbol];
        if (rule.is_tree || !known) continue;
        const Numbers now = both(known, numbers_of(rule, rule.code));
        changed = changed || now != known;
        known = now;
      }
    }
  }

  /// What `code`, a part of the value of `rule` that calls no operation, may come to.
  Numbers numbers_of(const GrammarRule& rule, Code code) const {
    std::map<std::int32_t, std::vector<std::int64_t>> choices;
    std::size_t combinations = 1;
    for (const CodeStep& step : code) {
      if (step.op != CodeOp::slot || choices.contains(step.operand)) continue;
      const Numbers numbers = numbers_of_slot(rule, step.operand);
      if (!numbers) return std::nullopt;
      choices[step.operand] = {numbers->begin(), numbers->end()};
      combinations *= numbers->size();
      if (combinations > most_combinations) return std::nullopt;
    }
    Numbers all = std::set<std::int64_t>{};
    for (std::size_t combination = 0; all && combination < combinations; ++combination) {
      std::map<std::int32_t, std::int64_t> slots;
      std::size_t rest = combination;
      for (const auto& [slot, numbers] : choices) {
        slots[slot] = numbers[rest % numbers.size()];
        rest /= numbers.size();
      }
      all = both(std::move(all), std::set<std::int64_t>{run(code, slots)});
    }
    return all;
  }

 private:
  // `absent` is always among them: an alternative may leave the slot out.
  Numbers numbers_of_slot(const GrammarRule& rule, std::int32_t slot) const {
    Numbers all = std::set<std::int64_t>{absent};
    for (const Leaf& leaf : rule.leaves)
      if (leaf.slot == slot) all = both(std::move(all), leaf.is_symbol ? symbols_[leaf.id] : classes_[leaf.id]);
    return all;
  }

  std::vector<Numbers> classes_, symbols_;
};

// The code of each argument of the call at `call`, in order.
std::vector<Code> arguments_of(Code value, std::size_t call) {
  std::vector<Code> arguments;
  std::size_t end = call;
  for (std::size_t a = 0; a < value[call].count; ++a) {
    // Backwards, until the steps make one value.
    std::size_t begin = end;
    for (std::size_t wanted = 1; wanted > 0;) {
      const CodeStep& step = value[--begin];
      const bool pushes = step.op == CodeOp::constant || step.op == CodeOp::slot;
      wanted += step.op == CodeOp::call ? step.count : pushes ? 0U : step.op == CodeOp::negate ? 1U : 2U;
      --wanted;
    }
    arguments.insert(arguments.begin(), value.subspan(begin, end - begin));
    end = begin;
  }
  return arguments;
}

bool is_enumerator(FieldType type, std::int64_t number) {
  return std::any_of(named_constants.begin(), named_constants.end(),
                     [&](const NamedConstant& constant) { return constant.type == type && constant.value == number; });
}

void check(const GrammarRule& rule, const Operation& operation, const OperationField& field, const Numbers& numbers) {
  const auto fault = [&](const std::string& what) {
    return Fault{
        rule.value_place, rule.value_place.text.size() - rule.value_place.column + 1,
        "'" + std::string(operation.name) + "' wants " + std::string(describe_type(field.type)) + ", but " + what, ""};
  };
  if (!numbers && field.type != FieldType::clock_half) throw fault("what this passes cannot be followed");
  if (!numbers) return;
  for (const std::int64_t number : *numbers)
    if (number != absent && !is_enumerator(field.type, number)) throw fault("this may pass " + std::to_string(number));
}

}  // namespace

void check_enumerators(const Grammar& grammar, const Lexicon& lexicon) {
  const Follower follower(grammar, lexicon);
  for (const GrammarRule& rule : grammar.rules)
    for (std::size_t call = 0; call < rule.code.size(); ++call) {
      if (rule.code[call].op != CodeOp::call) continue;
      const Operation& operation = operations[static_cast<std::size_t>(rule.code[call].operand)];
      const std::vector<Code> arguments = arguments_of(rule.code, call);
      for (std::size_t a = 0; a < arguments.size(); ++a) {
        const OperationField& field = operation.fields[a];
        if (field.type != FieldType::number && field.type != FieldType::tree)
          check(rule, operation, field, follower.numbers_of(rule, arguments[a]));
      }
    }
}

}  // namespace annal::compile
