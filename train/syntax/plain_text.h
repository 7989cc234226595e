// Sentences of plain text, for vectors of words and for learning from what an earlier model says of them.
#pragma once

#include <filesystem>
#include <vector>

#include "core/lang/language.h"
#include "core/syntax/model.h"
#include "treebank.h"

namespace annal::syntax {

/// The sentences of `file`, one paragraph a line, divided into words as the program divides them, each time expression
/// being one word. Only the forms are filled.
std::vector<GoldSentence> read_plain_text(const std::filesystem::path& file, const Language& language);

/// Fills in what `teacher` says of the sentences. A head is certain where its confidence is 70 or more.
void annotate(const Model& teacher, std::vector<GoldSentence>& sentences);

}  // namespace annal::syntax
