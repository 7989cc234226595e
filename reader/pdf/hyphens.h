// Words that a line's end parts.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "core/lang/language.h"
#include "core/syntax/lemmas.h"
#include "reader/pdf/paragraphs.h"

namespace annal::pdf {

/// What becomes of a hyphen at the end of a line.
enum class Hyphen { dropped, kept, kept_with_space };

/// Decides by the words that stand elsewhere in the document, by the language's lexicon and by its lemmas.
class Hyphens {
 public:
  /// `language` outlives it.
  Hyphens(std::span<const Paragraph> paragraphs, const Language& language);

  /// The hyphen at the end of `line`, which `next` follows: dropped where both parts make one word that is known, or
  /// where the second is none by itself; kept in a compound ("re-elected", "Anglo-American", "1914-18"), and with a
  /// space where a conjunction follows ("two- and threefold"). A soft hyphen is always dropped.
  Hyphen judge(std::string_view line, std::string_view next) const;

 private:
  /// Whether the word stands elsewhere in the document, or in the lexicon.
  bool is_listed(std::string_view word) const;
  /// The same, or is a form of a known lemma.
  bool knows(std::string_view word) const;

  const Language& language_;
  const syntax::LemmaTable* lemmas_;
  std::unordered_set<std::string> words_;  ///< of the document, folded, with their inner hyphens
};

}  // namespace annal::pdf
