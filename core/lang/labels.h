// The message catalogue of a language: every text that the program writes about times and pictures, by its key. Output
// only: nothing here recognises a word of a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/lang/label_keys.h"
#include "core/lang/language.h"

namespace annal {

class Labels {
 public:
  /// English.
  Labels() : Labels(std::string_view()) {}
  /// Of the language called `tag`, or of the region of one; English for one that is not known.
  explicit Labels(std::string_view tag);

  /// The tag of the language that the texts are in.
  std::string_view tag() const { return language_->tag(); }
  /// The text of `key`; empty for a form that the language does without.
  std::string_view text(Label key) const;
  /// The text of `key` with `{0}` and `{1}` filled in.
  std::string text(Label key, std::string_view first, std::string_view second = {}) const;
  /// The form of `key` that stands behind a word of time, `Label(key + 1)`, or else `key` itself.
  std::string_view governed(Label key) const;
  /// `text` with the words that run together in this language written as one: "de le" is "du".
  std::string contracted(std::string text) const;
  /// The item of a list, from 0.
  std::string_view item(Label list, std::size_t index) const;
  /// The form of a count for `n` with its number filled in; `one` is the first of its four keys.
  std::string count(Label one, std::size_t n) const;
  /// The same form with another text for its number: "2–3 days" by 3.
  std::string count(Label one, std::size_t n, std::string_view number) const;
  /// The form of an ordinal for `n`: `{0}` is the number, `{R}` the same as a Roman numeral.
  std::string ordinal(Label one, std::size_t n) const;
  /// A whole number with its thousands set apart: "10,000".
  std::string number(std::size_t n) const;

 private:
  std::string_view form(Label one, std::size_t index) const;

  const Language* language_;
};

}  // namespace annal
