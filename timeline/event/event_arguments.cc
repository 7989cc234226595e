#include "timeline/event/event_arguments.h"

#include <algorithm>

namespace annal {
namespace {

// The phrase that word `w` heads; of an oblique one, with the adposition in front of it.
Span words_of(const Analysis& analysis, const TreeView& tree, const Argument& argument) {
  const Phrase phrase = phrase_of(analysis, tree, argument.word);
  Span span{analysis.tokens[phrase.first].begin, analysis.tokens[phrase.last - 1].end};
  if (argument.role != Role::oblique) return span;
  for (const std::uint32_t k : tree.dependents(argument.word))
    if (tree[k].deprel == syntax::Deprel::case_) span.begin = std::min(span.begin, tree[tree.first(k)].span.begin);
  return span;
}

}  // namespace

std::vector<EventArgument> arguments_of(const Analysis& analysis, const TreeView& tree, std::uint32_t sentence,
                                        const Predication& predication, const TitleBuilder& titles) {
  std::vector<EventArgument> arguments;
  arguments.reserve(predication.arguments.size());
  for (const Argument& argument : predication.arguments) {
    if (argument.role == Role::content || argument.confidence < sure_enough) continue;
    arguments.push_back({argument.role, words_of(analysis, tree, argument), {}});
    if (tree[argument.word].upos == syntax::Upos::pron)
      arguments.back().name = titles.antecedent(sentence, argument.word);
  }
  return arguments;
}

}  // namespace annal
