// The chosen words of a title as a line of text: in the order of the sentence, with its spaces and the punctuation that
// still has both its sides.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/event/number_set.h"
#include "timeline/event/title_sentence.h"

namespace annal {

/// Titles have at most this many code points.
inline constexpr std::size_t longest_title = 70;

/// A name that is printed for a word.
struct NameInstead {
  std::uint32_t word;
  std::string_view name, ending;  ///< one behind the other
};

/// What a title prints: words of a tree, some of them moved or replaced.
struct TitleWords {
  NumberSet kept;                                  ///< words of the tree; no punctuation
  std::vector<NameInstead> instead;                ///< of words that give way to a name
  std::int32_t anchor = -1;                        ///< the word that the others hang on; -1 for none
  std::int32_t front_first = -1, front_last = -1;  ///< words [front_first, front_last] that are printed first
  std::int32_t moved = -1, moved_behind = -1;      ///< a word that is printed behind another one

  /// The name for word `w`, or null.
  const NameInstead* instead_of(std::uint32_t w) const {
    for (const NameInstead& name : instead)
      if (name.word == w) return &name;
    return nullptr;
  }
  /// Makes it no words of a tree of `size`.
  void clear(std::uint32_t size) {
    kept.clear(size);
    instead.clear();
    anchor = front_first = front_last = moved = moved_behind = -1;
  }
};

/// Sets titles as lines, beginning with a capital, without punctuation at their ends.
class LineSetter {
 public:
  explicit LineSetter(const TitleSentence& sentence) : sentence_(sentence) {}

  /// Arranges `words`, and returns how many code points their line has.
  std::size_t size(const TitleWords& words);
  /// The line of the words that were arranged last, and are what they were.
  std::string line();

 private:
  const TreeView& tree() const { return sentence_.tree(); }
  bool is_mark(std::uint32_t w) const { return sentence_.is_mark(w); }
  Mark mark(std::uint32_t w) const { return sentence_[w].mark; }
  bool is_part_of_word(std::uint32_t w) const;
  std::int32_t part_apart(std::uint32_t word, std::uint32_t other) const;
  bool parts(std::uint32_t a, std::uint32_t b) const;
  bool dates(std::uint32_t w) const;
  bool parts_behind_time(std::uint32_t a, std::uint32_t b) const;
  bool touches(std::uint32_t w, std::int32_t previous) const;
  void arrange(const TitleWords& words);
  void choose_marks();
  void choose_pairs(Mark kind);
  void put_in_order();
  void write();
  void write_word(std::uint32_t w);
  bool parts_elision() const;
  void mend_elision(std::uint32_t elided, std::size_t next);

  const TitleSentence& sentence_;
  const TitleWords* words_ = nullptr;
  NumberSet printed_;
  std::uint32_t first_ = 0, end_ = 0;  ///< all that is printed stands in [first_, end_)
  std::vector<std::uint32_t> order_;   ///< what is printed
  std::string text_;
};

}  // namespace annal
