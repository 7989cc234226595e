// The tree of an expression in words, for `annal dates --explain`, TimeML readers and the JSON's "reading".
#include <string>

#include "core/find/expression.h"
#include "core/lang/operations.h"
#include "core/pipeline.h"

namespace annal {
namespace {

void write(const ExpressionPool& pool, std::int32_t index, std::string& out) {
  const ExpressionNode& node = pool[static_cast<std::size_t>(index)];
  const Operation& operation = operations[static_cast<std::size_t>(node.op)];
  out += operation.name;
  out += '(';
  for (std::size_t a = 0; a < operation.arguments.size(); ++a) {
    if (a > 0) out += ", ";
    const char kind = operation.arguments[a];
    if (node.args[a] == absent) out += '_';
    else if (kind == 't' || kind == 'T') write(pool, node.args[a], out);
    else out += std::to_string(node.args[a]);
  }
  out += ')';
}

}  // namespace

std::string tree_text(const ExpressionPool& pool, ExpressionIndex index) {
  std::string out;
  write(pool, static_cast<std::int32_t>(index), out);
  return out;
}

std::string reading(const Analysis& analysis, std::size_t i) {
  const Timex& timex = analysis.timexes[i];
  std::string out = tree_text(analysis.expressions, timex.expression);
  switch (timex.value.anchor_kind) {
    case AnchorKind::none: break;
    case AnchorKind::document: out += " from t0"; break;
    case AnchorKind::reference: out += timex.anchor >= 0 ? " from t" + std::to_string(timex.anchor + 1) : " from the time last spoken of"; break;
    case AnchorKind::event: out += " from an event"; break;
  }
  return out;
}

}  // namespace annal
