// An article with the edits of its owner: built, read again with what they say of its time expressions, and edited.
//
//   article ─▶ timeline ─▶ [[time]] ─▶ dates that others count from ─▶ apply_edits
//                 ▲            │                    │
//                 └── resolved again from the text ─┘
#pragma once

#include "timeline/edits/edits.h"
#include "timeline/read_article.h"

namespace annal {

/// The timeline of `article` with `edits` (apply_edits.h). What counts from a time expression that an edit changes, or
/// from the time expression of an event whose date it states, is read again. A finished timeline and one that people
/// annotated keep their time expressions: an edit of one is a problem.
EditedTimeline build_timeline(Article article, const Edits& edits);

}  // namespace annal
