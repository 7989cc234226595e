// The time that a text tells of: the date that one without its year goes on from.
//
//   In 1914 he joined the fleet. By December he was a stoker.       1914-12
//   The treaty restored the frontier of 1815. On 9 November ...     a mere mention: the year is told elsewhere
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/analysis.h"
#include "core/normalize/genre.h"
#include "core/normalize/resolution_context.h"
#include "core/normalize/tense.h"

namespace annal {

/// Looks back from a date without its year. It is told each date in text order, and parses a sentence only where such a
/// date follows it.
class ToldTime {
 public:
  ToldTime(const Analysis& analysis, TenseReader& tense, const DocumentGenre& genre);

  /// Time expression `i` has its value. `passing`: what follows does not go on from it.
  void note(std::size_t i, bool passing, const ResolutionContext& context);
  /// Returns the date told last before time expression `i`, none earlier than `first`.
  std::optional<Told> before(std::size_t i, std::size_t first, const ResolutionContext& context);
  /// Whether `i`, a date without its year, goes on from `told`, and not from the day of writing.
  bool reaches(std::size_t i, const Told& told, const ResolutionContext& context);
  /// Whether a date that `told` reaches may as well be one of the last weeks: it follows a year told not long before.
  bool may_be_recent(std::size_t i, const Told& told, const ResolutionContext& context) const;
  /// The same as `reaches`, of a word like "this year".
  bool stays(std::size_t i, const Told& told, const ResolutionContext& context) const;

 private:
  enum class Standing : std::uint8_t { none, from_document, stated, mention, beside, aside, told, frame };

  const Timex& timex(std::size_t i) const { return analysis_.timexes[i]; }
  std::uint32_t block(std::size_t i) const { return analysis_.sentences[timex(i).sentence].block; }
  Standing standing(std::size_t i);
  std::optional<Told> told(std::size_t i) const;
  std::optional<Told> after(std::size_t i);
  bool counts_on(std::size_t i) const;
  std::optional<Told> latest(const Told& found, std::int32_t aside, std::int32_t deictic,
                             const ResolutionContext& context) const;

  const Analysis& analysis_;
  TenseReader& tense_;
  bool chronicle_;
  std::vector<Standing> standings_;
};

}  // namespace annal
