// Where sentences end. A period is the end of one only sometimes: abbreviations, initials, decimals and numbers that
// stand before what they count are told apart by the words round it, which come from
// data/lang/<tag>/lexicon/abbreviations.txt.
#pragma once

#include <cstdint>
#include <vector>

#include "core/lang/language.h"
#include "core/text/document.h"
#include "core/text/token.h"

namespace annal {

/// Sentence::block of a sentence that lies in no block.
inline constexpr std::uint32_t no_block = UINT32_MAX;

/// Tokens in a sentence at most. What runs on longer (a table, a list, an attack) is cut, after a mark where there is
/// one near: work that looks over a whole sentence for each of its words stays linear in the text.
inline constexpr std::size_t longest_sentence = 500;

/// The sentences of `document`, in order: every token is in exactly one, and none crosses the border of a block. A
/// blank line outside blocks ends a sentence too. Boilerplate has sentences like any other block.
///
///   tokens    of document.text, in order of place
///   returns   sentences with first < last; span runs from the first token's begin to the last one's end
std::vector<Sentence> find_sentences(const Document& document, const std::vector<Token>& tokens,
                                     const Language& language);

/// The index of the sentence, of those that find_sentences returned, that holds the token of index `token`, or the byte
/// `offset` of the text: the last that begins there or before; 0 where none does. O(log n).
std::size_t sentence_of_token(const std::vector<Sentence>& sentences, std::uint32_t token);
std::size_t sentence_at(const std::vector<Sentence>& sentences, std::uint32_t offset);

}  // namespace annal
