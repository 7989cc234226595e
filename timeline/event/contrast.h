// Times that a text names only to say that they are not meant: "not on 3 May but on 5 May", "1957 instead of 1955".
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "timeline/event/tree_view.h"
#include "timeline/event/word.h"

namespace annal {

/// Whether the time at word `t` of `tree` is not when something happened, but when it did not. `words` has one for each
/// token of the text.
bool is_set_aside(const TreeView& tree, std::span<const Word> words, std::uint32_t t);

/// Whether what negates verb `w` negates only a time beside it: "brach nicht am 3. Mai, sondern am 5. Mai aus".
/// `is_contrast` says of a word of the tree whether it is "sondern".
bool negates_time(const TreeView& tree, std::uint32_t w, const std::function<bool(std::uint32_t)>& is_contrast);

}  // namespace annal
