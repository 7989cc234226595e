// The trees of a text's sentences, each parsed when it is first asked for and then kept.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "core/syntax/form_features.h"
#include "core/syntax/model.h"
#include "core/syntax/tree.h"
#include "core/syntax/words.h"
#include "core/text/sentence.h"
#include "core/text/token.h"

namespace annal::syntax {

/// A sentence of at least so many words is not parsed if they and the blanks between them have fewer bytes a word. Nor
/// is one without letters.
inline constexpr std::size_t long_sentence = 100, least_bytes_of_word = 4;

/// Parses sentences of one text. What it refers to must outlive it and stay as it is while it is used.
class TreeReader {
 public:
  /// `trees` is where the trees are kept; what it holds is not parsed again. It gets one tree for each sentence, empty
  /// until it is asked for, and stays empty for a language without a model. `times` are in text order.
  TreeReader(std::string_view text, std::span<const Token> tokens, std::span<const Sentence> sentences,
             std::vector<TimeSpan> times, const Language& language, std::vector<Tree>& trees);

  /// Returns the tree of a sentence; empty for a language without a model, a sentence outside the text, or one of
  /// letters and numbers in a row (parse_any_words).
  const Tree& tree(std::size_t sentence);
  /// From now on also parses sentences that are no prose.
  void parse_any_words() { any_words_ = true; }
  /// Returns the words of a sentence of the text, without anything that the parser fills.
  std::vector<Word> words(std::size_t sentence) const;

 private:
  std::string_view text_;
  std::span<const Sentence> sentences_;
  std::vector<TimeSpan> times_;
  const Language& language_;
  const Model* model_;
  WordDivider divider_;
  FormClasses form_classes_;
  std::vector<Tree>& trees_;
  bool any_words_ = false;
};

/// Tags and parses `words`, whose `time` and forms are set. The answer depends on the forms alone.
void parse(const Model& model, std::span<const std::string_view> forms, std::span<Word> words);

}  // namespace annal::syntax
