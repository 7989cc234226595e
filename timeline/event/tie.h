// Which word a time expression dates: the one that governs it in the tree of its sentence. That is a noun of a
// happening
// ("the 2014 vote", "the vote in 2014") or the verb of a clause ("voted in 2014").
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "timeline/event/clause.h"
#include "timeline/event/tree_view.h"

namespace annal {

/// How the words before a time expression tie it, as the class `time-tie` numbers them; `bare` without a preposition.
enum class TieKind : std::uint8_t {
  bare,
  in,
  since,
  by,
  before,
  after,
  length,
  during,
  from,
  to,
  range_from,
  range_to,
  compared,  ///< the time dates what another is set against: "compared with 2014"
  than,      ///< the same, behind a comparative: "higher than in 2014"
  until
};

struct TimeTie {
  std::uint32_t timex = 0;   ///< index into Analysis::timexes
  std::int32_t clause = -1;  ///< the clause whose verb it dates, or -1
  std::int32_t noun = -1;    ///< token of the noun that it dates, or -1
  TieKind kind = TieKind::bare;
  std::int32_t preposition = -1;  ///< token of it, or -1
  bool spans = false;             ///< of an end of a range: what it dates goes on from one end to the other
};

/// Ties by what they date. Holds copies; the order of ties with one target is that of place.
class TieIndex {
 public:
  /// `aside` are the time expressions, in order, that date nothing.
  TieIndex(const std::vector<TimeTie>& ties, std::vector<std::uint32_t> aside);
  /// The ties of the verb of `clause`; none for a negative one.
  std::span<const TimeTie> of_clause(std::int32_t clause) const { return of(by_clause_, &TimeTie::clause, clause); }
  /// The ties of the noun at `token`.
  std::span<const TimeTie> of_noun(std::uint32_t token) const {
    return of(by_noun_, &TimeTie::noun, static_cast<std::int32_t>(token));
  }
  /// Whether the text names the time only to set it against another, or to say that it is not meant.
  bool is_set_aside(std::uint32_t timex) const { return std::ranges::binary_search(aside_, timex); }

 private:
  static std::span<const TimeTie> of(const std::vector<TimeTie>& ties, std::int32_t TimeTie::*key, std::int32_t value);
  std::vector<TimeTie> by_clause_, by_noun_;
  std::vector<std::uint32_t> aside_;
};

/// Whether what the time expression counts from is known. "Later that evening", where the text has told of no day
/// before, is not the evening of the day of writing, unless the text is a diary: then it stands under its day.
bool has_anchor(const Analysis& analysis, std::uint32_t timex);

/// The ties of every time expression; one may have two, or none.
TieIndex tie_times(const Analysis& analysis, const Reading& reading, const Language& language);

/// Whether word `w` of a sentence's tree is a noun that names a happening where it stands.
bool names_event(const TreeView& tree, const Reading& reading, std::uint32_t w);

}  // namespace annal
