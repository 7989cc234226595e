// SourceMap: maps offsets in a Document's text back to the bytes that were read.
#pragma once

#include <cstdint>
#include <vector>

namespace annal {

/// A non-decreasing sequence of runs; within a run, text and source advance byte by byte. An empty map means that text
/// and source are the same.
class SourceMap {
 public:
  bool identity() const { return runs_.empty(); }
  std::size_t runs() const { return runs_.size(); }

  /// From text offset `text` on, the source is at `source` and advances with the text, until the next run. `text` must
  /// not decrease between calls. A run that continues the last one is not stored.
  void add(std::uint32_t text, std::uint32_t source);

  /// Sets the size of the source: no result is beyond it, however far the last run reaches.
  void end_at(std::uint32_t size) { size_ = size; }

  /// Returns the source offset of text offset `text`. Inside a code point that stands for several source bytes (or
  /// vice versa), returns the offset where it begins. O(log runs).
  std::uint32_t at(std::uint32_t text) const;

  /// The same without the search, for offsets in rising order. The caller keeps `hint`, which starts at 0, or at the
  /// run that holds the first offset.
  std::uint32_t at(std::uint32_t text, std::size_t& hint) const;
  std::size_t run_of(std::uint32_t text) const;

 private:
  struct Run {
    std::uint32_t text;
    std::uint32_t source;
  };
  std::uint32_t within(std::size_t run, std::uint32_t text) const;
  std::vector<Run> runs_;
  std::uint32_t size_ = UINT32_MAX;
};

}  // namespace annal
