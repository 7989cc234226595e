// The words before a time expression that say how it lies to what it dates: "in", "jusqu'aux", "antes de".
#pragma once

#include <cstdint>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "timeline/event/tie.h"
#include "timeline/event/tree_view.h"

namespace annal {

/// The words before a time expression, of the class `time-tie`.
struct TimeMarker {
  TieKind kind = TieKind::bare;
  std::int32_t token = -1;  ///< the first of them; -1 where none stands there
};

/// Finds the words before time expressions of one language.
class TimeMarkers {
 public:
  explicit TimeMarkers(const Language& language)
      : language_(&language),
        time_tie_(language.word_class("time-tie")),
        article_(language.word_class("article")),
        comparative_(language.word_class("comparative")),
        dating_(language.word_class("dating-mark")) {}
  /// What stands before token `first` and not before token `floor`: the longest entry of the class, an article
  /// between it and `first` skipped where nothing fits without.
  TimeMarker before(const Analysis& analysis, std::uint32_t first, std::uint32_t floor) const;
  /// The same before word `word` of `tree`, a time or a noun that owns one. What opens a clause compares nothing.
  TimeMarker before(const Analysis& analysis, const TreeView& tree, std::uint32_t word, std::uint32_t floor) const;
  /// The noun of `tree` that the time at `word`, or the first of those joined with it, may tell from others, by its
  /// place and a word of the class `dating-mark`: "minutes" of "the minutes of 12 October", "patents" of "the patents
  /// of 1922 and 1924". -1 for none.
  std::int32_t named(const Analysis& analysis, const TreeView& tree, std::uint32_t word, std::uint32_t floor) const;
  /// Whether a word before time expression `timex` of `tree` says that all up to another time is meant: "from 1914 to
  /// 1918", not "1914-18".
  bool opens_span(const Analysis& analysis, const TreeView& tree, std::int32_t timex, std::uint32_t floor) const;

 private:
  bool compares(const Analysis& analysis, const TreeView& tree, std::uint32_t word, std::uint32_t token,
                std::uint32_t floor) const;
  std::int32_t token_named(const Analysis& analysis, const Timex& time, std::uint32_t end, std::uint32_t floor) const;

  const Language* language_;
  WordClass time_tie_, article_, comparative_, dating_;
};

}  // namespace annal
