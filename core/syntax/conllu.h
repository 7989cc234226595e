// CoNLL-U, the file format of treebanks: read for its words, written with the columns that the parser fills.
// Source: universaldependencies.org/format.html.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/syntax/model.h"
#include "core/syntax/tree.h"

namespace annal::syntax {

/// A multiword token: the words [first, last) of a sentence stand for it.
struct MultiwordToken {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string form;
  bool space_after = true;
};

/// A word of a sentence beside what its tree says of it.
struct WrittenWord {
  std::string form;
  std::string lemma;        ///< empty where it is not known
  bool space_after = true;  ///< of a word of no multiword token
};

/// A sentence with its tree.
struct ParsedSentence {
  std::vector<std::string> comments;  ///< with their "#": "# sent_id = ...", "# text = ..."
  std::string text;
  std::vector<WrittenWord> words;
  std::vector<MultiwordToken> tokens;  ///< in order, disjoint
  Tree tree;                           ///< as many words as `words`, or none where there is no model
};

/// Whether `bytes` are CoNLL-U: the first line that is neither blank nor a comment is the row of a word.
bool is_conllu(std::string_view bytes);

/// Returns the sentences of a file, without trees: comments, forms, multiword tokens and SpaceAfter=No are kept. Empty
/// words ("8.1") and all other columns are left out. `bytes` must be UTF-8.
///
///   name     the name of the file in messages
///   errors   syntax, with "name:line": a row without ten columns, a number out of order, a range that holds no words,
///            an empty form; a file without a word
Result<std::vector<ParsedSentence>> read_conllu(std::string_view bytes, std::string_view name);

/// Tags and parses a sentence by its forms, and finds its lemmas.
///
///   model   that of `language`
void parse(const Model& model, const Language& language, ParsedSentence& sentence);

/// Returns the sentence as CoNLL-U, with a blank line at its end: ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, and
/// as MISC the confidence of the head from 0 to 1, and SpaceAfter=No. What is not known is "_".
std::string to_conllu(const ParsedSentence& sentence, const Model* model);

}  // namespace annal::syntax
