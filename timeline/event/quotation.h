// Quotations that run over sentences, and who is quoted.
#pragma once

#include "timeline/event/clause.h"

namespace annal {

/// Makes what stands inside a quotation of several sentences, or in a sentence that is one, the report of whoever is
/// quoted: what is a fact in `reading` becomes reported, with `Predication::speaker`. So too for main clauses in the
/// subjunctive of indirect speech that go on with what the sentence before tells.
void attribute_quotations(const Analysis& analysis, Reading& reading);

/// For each token whether it stands between two quotation marks.
std::vector<bool> quoted_tokens(const Analysis& analysis);

}  // namespace annal
