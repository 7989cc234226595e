// How much a stretch of text may hold. Prose names a time or an event every 20 bytes at most; a text that repeats one
// word can name one every three, and each costs far more than its bytes in time, memory and output. So a stretch of the
// text takes in a stated number of each, many more than prose holds, and what lies beyond is left out and counted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace annal {

inline constexpr std::size_t stretch_size = 1024;  ///< bytes of text; stretches begin at its multiples

/// Of one stretch. The densest prose and chronicles tried (2,000 documents, six languages) hold 53 of each.
inline constexpr std::uint32_t most_timexes_of_stretch = 160, most_events_of_stretch = 64;
/// Of one stretch, an event counted as two and a time expression as one.
inline constexpr std::uint32_t most_entries_of_stretch = 192;

/// Counts what each stretch of a text holds, and refuses what is over its limit.
class DensityLimit {
 public:
  /// `text_size` in bytes; `most` is what one stretch may hold.
  DensityLimit(std::size_t text_size, std::uint32_t most) : most_(most), held_(text_size / stretch_size + 1, 0) {}

  /// Whether the stretch at the byte `at` takes in `weight` more. Where not, nothing is counted for it.
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
