#include "core/trees.h"

#include <utility>
#include <vector>

namespace annal {
namespace {

std::vector<syntax::TimeSpan> time_spans(const Analysis& analysis) {
  std::vector<syntax::TimeSpan> spans;
  spans.reserve(analysis.timexes.size());
  std::uint32_t token = 0;
  const auto count = static_cast<std::uint32_t>(analysis.tokens.size());
  for (std::size_t i = 0; i < analysis.timexes.size(); ++i) {
    const Span span = analysis.timexes[i].span;
    while (token < count && analysis.tokens[token].begin < span.begin) ++token;
    const std::uint32_t first = token;
    while (token < count && analysis.tokens[token].begin < span.end) ++token;
    if (first < token) spans.push_back({span, first, token, static_cast<std::int32_t>(i)});
  }
  return spans;
}

}  // namespace

syntax::TreeReader tree_reader(Analysis& analysis, const Language& language) {
  return {analysis.document.text, analysis.tokens, analysis.sentences, time_spans(analysis), language, analysis.trees};
}

void read_trees(Analysis& analysis, const Language& language) {
  syntax::TreeReader reader = tree_reader(analysis, language);
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const std::uint32_t block = analysis.sentences[i].block;
    if (block < analysis.document.blocks.size() && analysis.document.blocks[block].kind == BlockKind::boilerplate)
      continue;
    reader.tree(i);
  }
}

}  // namespace annal
