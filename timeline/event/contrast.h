// Times that a text names though they are not when it happened: "not on 3 May but on 5 May", "1957 instead of 1955",
// "the Act of 1917"; or though it does not say which of two it was: "in 2014 or 2015".
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

/// "in 2014 or 2015": the other one of two times of which the text does not say which, by the word of the tree; -1 for
/// none.
std::int32_t alternative_time(const TreeView& tree, std::span<const Word> words, std::uint32_t t);

/// "charged under the Act of 1917", "la loi de 1905": whether the time at word `t` belongs to the name of what was
/// enacted, and dates nothing that is told of it.
bool names_law(const TreeView& tree, std::span<const Word> words, std::uint32_t t);

}  // namespace annal
