// Limits how many times and events a stretch of text may have. Prose has one every 20 bytes at most; a text that
// repeats one word can have one every three bytes, and each costs far more time, memory and output than its bytes. So a
// stretch accepts a stated number of each, many more than prose has; the rest is left out and counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace annal {

inline constexpr std::size_t stretch_size = 1024;  ///< bytes of text; stretches begin at its multiples

/// Per stretch. The densest of 2,000 documents in six languages, prose and chronicles, has 53 of each.
inline constexpr std::uint32_t most_timexes_of_stretch = 160, most_events_of_stretch = 64;
/// Per stretch, of sentences that are parsed; prose has 200.
inline constexpr std::uint32_t most_parsed_tokens_of_stretch = 400;
/// Per stretch; an event counts as two, a time expression as one.
inline constexpr std::uint32_t most_entries_of_stretch = 192;

/// Counts the entries of each stretch of a text and refuses those over the limit.
class DensityLimit {
 public:
  /// `text_size` is in bytes; `most` is the limit of one stretch.
  DensityLimit(std::size_t text_size, std::uint32_t most) : most_(most), held_(text_size / stretch_size + 1, 0) {}

  /// Counts `weight` for the stretch at byte `at` and returns true, or returns false if that exceeds the limit.
  bool admit(std::size_t at, std::uint32_t weight = 1) {
    std::uint32_t& held = held_[at / stretch_size];
    if (held + weight > most_) return false;
    held += weight;
    return true;
  }

 private:
  std::uint32_t most_;
  std::vector<std::uint32_t> held_;  ///< by stretch
};

}  // namespace annal
