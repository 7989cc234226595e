#include "core/syntax/tree_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/syntax/aside.h"
#include "core/syntax/mend_clauses.h"
#include "core/syntax/mend_negation.h"
#include "core/syntax/parser.h"
#include "core/syntax/time_words.h"

namespace annal::syntax {
namespace {

/// Whether the words may be a sentence: not marks without a letter, nor a long row of letters and numbers.
bool is_prose(std::string_view text, std::span<const Word> words) {
  if (words.empty()) return false;
  const Span all{words.front().span.begin, words.back().span.end};
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
  if (!std::ranges::any_of(slice(text, all), is_letter)) return false;
  return words.size() < long_sentence || all.size() >= words.size() * least_bytes_of_word;
}

}  // namespace

TreeReader::TreeReader(std::string_view text, std::span<const Token> tokens, std::span<const Sentence> sentences,
                       std::vector<TimeSpan> times, const Language& language, std::vector<Tree>& trees)
    : text_(text),
      sentences_(sentences),
      times_(std::move(times)),
      language_(language),
      model_(model_of(language.tag())),
      divider_(text, tokens, language),
      form_classes_(language),
      trees_(trees) {
  if (model_ != nullptr) trees_.resize(sentences.size());
}

const Tree& TreeReader::tree(std::size_t sentence) {
  static const Tree none;
  if (model_ == nullptr || sentence >= sentences_.size()) return none;
  Tree& tree = trees_[sentence];
  if (!tree.empty()) return tree;
  std::vector<Word> divided = words(sentence);
  if (!any_words_ && !is_prose(text_, divided)) return none;
  tree.words = std::move(divided);
  std::vector<std::string> contracted;
  contracted.reserve(tree.words.size());
  std::vector<std::string_view> forms;
  forms.reserve(tree.words.size());
  for (const Word& word : tree.words) {
    if (word.time >= 0)
      forms.push_back(time_form);
    else if (word.part == 0)
      forms.push_back(slice(text_, word.span));
    else
      forms.push_back(contracted.emplace_back(form_of(word, text_, language_)));
  }
  parse(*model_, forms, tree.words);
  parse_round_aside(forms, tree.words, language_, [&](std::span<const std::string_view> part, std::span<Word> words) {
    parse(*model_, part, words);
  });
  read_form_features(tree.words, forms, form_classes_);
  mend_clauses(tree.words, forms, language_);
  mend_times(tree.words);
  mend_negation(tree.words, forms, language_);
  return tree;
}

std::vector<Word> TreeReader::words(std::size_t sentence) const {
  return divider_.divide(sentences_[sentence].first, sentences_[sentence].last, times_);
}

void parse(const Model& model, std::span<const std::string_view> forms, std::span<Word> words) {
  // What a parser worked out for the words of one text serves for the next.
  struct Kept {
    const Model* model = nullptr;
    std::optional<Parser> parser;
  };
  thread_local Kept kept;
  if (kept.model != &model) {
    kept.parser.emplace(model);
    kept.model = &model;
  }
  kept.parser->parse(forms, words);
}

}  // namespace annal::syntax
