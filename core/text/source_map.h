// The way back: where in the bytes that were served does a byte of the Document's text come from.
#pragma once

#include <cstdint>
#include <vector>

namespace annal {

/// A non-decreasing sequence of runs; inside a run text and source advance byte by byte. Empty: text and source are
/// the same.
class SourceMap {
 public:
  bool identity() const { return runs_.empty(); }
  std::size_t runs() const { return runs_.size(); }

  /// From text offset `text` on, the source is at `source` and goes along with the text, until the next run.
  /// `text` never falls from call to call. A run that goes on where the last one would be anyway is not stored.
  void add(std::uint32_t text, std::uint32_t source);

  /// The source is `size` bytes long: no answer lies past it, however far the last run reaches.
  void end_at(std::uint32_t size) { size_ = size; }

  /// The source offset of text offset `text`. Inside one code point of the text that stands for several source bytes
  /// (or the other way round), the offset of its beginning. O(log runs).
  std::uint32_t at(std::uint32_t text) const;

  /// The same without the search, for offsets asked in rising order: `hint` starts at 0 and is kept by the caller.
  std::uint32_t at(std::uint32_t text, std::size_t& hint) const;

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
