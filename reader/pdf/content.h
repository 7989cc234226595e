// What a PDF shows: the words of its pages with their places and type, as the worker hands them over, and the limits of
// reading it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace annal::pdf {

inline constexpr std::size_t most_bytes = std::size_t{1} << 28;    ///< of a file: 256 MiB
inline constexpr std::size_t most_letters = std::size_t{1} << 23;  ///< code points, of all pages: 8 Mi
inline constexpr std::uint32_t most_pages = 20'000;
inline constexpr unsigned most_memory_mib = 1536;     ///< of the worker, beside the file
inline constexpr unsigned most_cpu_seconds = 120;     ///< of the worker
inline constexpr unsigned most_silent_seconds = 300;  ///< that the worker may go without a word

/// What parts a run from the one before it.
enum class Gap : std::uint8_t { none, space, line };

/// Letters of one word in one type. Places are points from the left upper corner of the page.
struct Run {
  std::uint32_t begin = 0, end = 0;  ///< bytes of Page::text
  float left = 0, top = 0, right = 0, bottom = 0;
  float size = 0;  ///< of the type, points
  bool bold = false;
  Gap gap = Gap::none;
};

struct Page {
  float width = 0, height = 0;
  std::string text;  ///< valid UTF-8: the words without the gaps between them
  std::vector<Run> runs;
};

/// How the worker ends.
enum class Outcome : std::uint8_t {
  read,
  encrypted,   ///< it cannot be opened without a password
  broken,      ///< poppler does not take it; `detail` says why
  many_pages,  ///< more than most_pages
  no_library,  ///< poppler cannot be loaded; `detail` says why
};

struct Content {
  Outcome outcome = Outcome::broken;
  std::string detail;
  std::string title;                ///< that the file states
  std::array<int, 3> created = {};  ///< year, month and day that it states; year 0: none
  std::vector<Page> pages;
};

}  // namespace annal::pdf
