// Applies the edits of its owner to a finished timeline: one just built, or one read from JSON.
//
//   quotes ─▶ events                       find_quote.h; what names nothing, or several, is reported
//   add, split, merge                      regroup.h: which events there are
//   dates ─▶ evidence ─▶ network again     solve_again.h: what hangs on an edited date moves with it
//   titles, notes, visibility ...          plain fields
//
// An edit never falls on another event than it names: it is applied, or it is a problem.
#pragma once

#include "timeline/edits/edits.h"

namespace annal {

/// `timeline` with `edits`, and what could not be done or contradicts the text. Edits of time expressions are not
/// applied here: they change what the text is read as. Linear but for the network (see `solve`).
EditedTimeline apply_edits(Timeline timeline, const Edits& edits);

}  // namespace annal
