// Tags and parses one sentence at a time. Each word gets its part of speech, its features, its head and its relation
// from one small network (network.h), in integers, so that every machine answers the same.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/syntax/model.h"
#include "core/syntax/tree.h"

namespace annal::syntax {

/// The form of a word that stands for a time expression.
inline constexpr std::string_view time_form = "";

/// A parser of one language. It keeps buffers and what it worked out for the words it saw last, which changes no
/// answer; so one thread at a time may use it.
class Parser {
 public:
  explicit Parser(const Model& model);
  ~Parser();
  Parser(Parser&&) noexcept;
  Parser& operator=(Parser&&) noexcept;

  /// Fills upos, tag, features, head, deprel and confidence of `words`, and nothing else. The heads are a tree: one
  /// word has head -1 and relation root, and following heads from any word reaches it.
  ///
  ///   forms     the words of a sentence as UD cuts them (valid UTF-8), time_form for a time expression
  ///   words     as many as forms
  ///   cost      linear in the words beyond 500: longer sentences are parsed in pieces of 500, the roots of the later
  ///             ones hanging from the first as parataxis
  void parse(std::span<const std::string_view> forms, std::span<Word> words);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace annal::syntax
