// A sentence as titles look at it. What its words are does not hang on the event: each is looked up once for all titles
// of the sentence.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "timeline/event/number_set.h"
#include "timeline/event/title_lexicon.h"
#include "timeline/event/tree_view.h"

namespace annal {

struct TitleWord {
  std::string_view text;   ///< as the document has it
  TitleClasses classes;    ///< that the lexicon of titles has it in
  std::uint32_t letters;   ///< its code points
  std::uint32_t size;      ///< of them what a line prints, which makes white space single
  std::uint32_t least;     ///< of them what any line prints: none that is a space or may be trimmed
  Mark mark = Mark::none;  ///< of punctuation
  std::string_view part;   ///< itself, where it is the second word of a contraction: "el" of "del"
};

class TitleSentence {
 public:
  TitleSentence(const Analysis& analysis, const TitleLexicon& lexicon) : analysis_(analysis), lexicon_(lexicon) {}

  /// Looks at the sentence of `tree` from now on. The tree is to stay where it is.
  void look_at(const TreeView& tree);

  const Analysis& analysis() const { return analysis_; }
  const TitleLexicon& lexicon() const { return lexicon_; }
  const TreeView& tree() const { return *tree_; }
  const TitleWord& operator[](std::uint32_t word) const { return words_[word]; }

  bool is_mark(std::uint32_t word) const { return marks_[word]; }
  /// Its punctuation, and of that what parts phrases: no quotation marks, no brackets, nothing inside a word.
  const NumberSet& marks() const { return marks_; }
  const NumberSet& breaks() const { return breaks_; }
  /// Its verbs and auxiliaries in a finite form.
  const NumberSet& finite() const { return finite_; }
  /// The words that go with time expression `word` where a title leaves it out: its adpositions and what else says how
  /// it lies ("à partir [du 11 juin]"), the focus on it ("only in May"), its own dependents.
  std::span<const std::uint32_t> time_phrase(std::uint32_t word) const;
  /// Of these phrases what stands outside of the subtrees of the times: a title leaves the times out, and these with
  /// them: "ouvert à partir [du 11 juin]", "le [20]-21 juin".
  const NumberSet& beside_times() const { return beside_times_; }

 private:
  struct TimePhrase {
    std::uint32_t time, first, last;  ///< words [first, last) of phrases_
  };

  void read_word(std::uint32_t word);
  void read_time(std::uint32_t time);
  bool may_break(std::uint32_t mark) const;

  const Analysis& analysis_;
  const TitleLexicon& lexicon_;
  const TreeView* tree_ = nullptr;
  std::vector<TitleWord> words_;
  NumberSet marks_, breaks_, finite_, beside_times_;
  std::vector<std::string> parts_;  ///< of contractions; never grows while it is pointed into
  std::vector<TimePhrase> times_;   ///< in order of place
  std::vector<std::uint32_t> phrases_;
};

}  // namespace annal
