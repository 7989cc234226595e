// The chosen words of a title as a line of text: in the order of the sentence, with its spaces and the punctuation that
// still has both its sides.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "timeline/event/title_selection.h"

namespace annal {

/// Titles have at most this many code points.
inline constexpr std::size_t longest_title = 70;

/// What a title prints: words of a tree, some of them moved or replaced.
struct TitleWords {
  std::vector<bool> kept;                          ///< for each word of the tree; false for punctuation
  std::map<std::uint32_t, std::string> instead;    ///< what is printed for a word that gives way to a name
  std::int32_t anchor = -1;                        ///< the word that the others hang on; -1 for none
  std::int32_t front_first = -1, front_last = -1;  ///< words [front_first, front_last] that are printed first
  std::int32_t moved = -1, moved_behind = -1;      ///< a word that is printed behind another one
};

/// The line, beginning with a capital, without punctuation at its ends.
std::string title_line(const Analysis& analysis, const TreeView& tree, const TitleWords& words);

/// How many code points of `word` any line that prints it has: those that neither are spaces nor may be trimmed.
std::size_t least_size(std::string_view word);

}  // namespace annal
