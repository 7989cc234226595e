// Finds where sentences end. Not every period ends one: abbreviations, initials, decimals and numbers before what they
// count are recognised by the words around the period. These words are in
// data/lang/<tag>/lexicon/abbreviations.txt.
#pragma once

#include <cstdint>
#include <vector>

#include "core/lang/language.h"
#include "core/text/document.h"
#include "core/text/token.h"

namespace annal {

/// Sentence::block of a sentence outside all blocks.
inline constexpr std::uint32_t no_block = UINT32_MAX;

/// The most tokens of a sentence. A longer one (a table, a list, an attack) is cut, after a nearby punctuation mark if
/// there is one. So work that looks at a whole sentence for each of its words stays linear in the text.
inline constexpr std::size_t longest_sentence = 500;

/// Returns the sentences of `document`, in order. Every token is in exactly one, and none crosses a block boundary. A
/// blank line outside blocks also ends a sentence. Boilerplate has sentences like any other block.
///
///   tokens    of document.text, in text order
///   returns   sentences with first < last; span runs from the first token's begin to the last one's end
std::vector<Sentence> find_sentences(const Document& document, const std::vector<Token>& tokens,
                                     const Language& language);

/// The index of the sentence, of those that find_sentences returned, that holds the token of index `token`, or the byte
/// `offset` of the text: the last that begins there or before; 0 where none does. O(log n).
std::size_t sentence_of_token(const std::vector<Sentence>& sentences, std::uint32_t token);
std::size_t sentence_at(const std::vector<Sentence>& sentences, std::uint32_t offset);

}  // namespace annal
