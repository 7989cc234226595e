// Whether what two documents tell of one deed agrees in all but its date: who takes part, and what the deed comes to.
// The wordings are those of the deed (deed.h).
#pragma once

#include "timeline/collection/wording.h"
#include "timeline/timeline.h"

namespace annal {

/// Whether it says whom or what it is about: "a man was shot" may be told of many. `wording` is that of the event.
bool is_definite(const Event& event, const Wording& wording);

/// Whether all that both say of who takes part, where and how agrees.
bool participants_agree(const Wording& a, const Wording& b);

/// Whether what both come to has a name in common; where the parser is unsure what that is, the titles tell.
bool share_name(const Wording& a, const Wording& b);

/// Whether what both come to is called by the same words: "the quay reopened", "the quay was reopened".
bool share_thing(const Wording& a, const Wording& b);

}  // namespace annal
