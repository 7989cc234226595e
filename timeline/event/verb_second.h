// Word order where the finite verb of a main clause must stand second: which phrase can take the first place when what
// stood there is left out. It may be any: the clause says the same.
#pragma once

#include <cstdint>
#include <optional>

#include "timeline/event/tree_view.h"

namespace annal {

/// Words [first, last] of a tree.
struct WordRange {
  std::uint32_t first = 0, last = 0;
};

/// The phrase of `head` without the clauses and asides behind it; nothing where another noun stands straight behind it
/// that may as well belong to it: "die Familie | Brandtner". No word from `stop` on is in it.
std::optional<WordRange> front_phrase(const TreeView& tree, std::uint32_t head, std::uint32_t stop);

/// The phrase straight behind the finite verb `verb`; nothing where none stands there that may stand first.
std::optional<WordRange> phrase_behind(const TreeView& tree, std::uint32_t verb, std::uint32_t stop);

}  // namespace annal
