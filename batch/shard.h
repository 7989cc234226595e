// All inputs of a batch as one sequence of lines, and the part of it that belongs to one shard.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "batch/hash64.h"
#include "batch/lines.h"
#include "batch/source.h"

namespace annal {

/// Shard `index` (from 1) of `count`.
struct Shard {
  std::uint32_t index = 1, count = 1;
};

/// Parses "3/64". Errors: usage.
Result<Shard> parse_shard(const std::string& text);

/// A range of one input. A line belongs to the range that contains its first byte.
struct Segment {
  std::size_t input = 0;
  std::uint64_t begin = 0, end = UINT64_MAX;  ///< plain bytes; of an input that cannot be cut: all of it
};

/// Returns what the shard reads. The concatenated inputs are cut into equal numbers of bytes; a compressed file belongs
/// to the shard that contains its first byte. So the outputs of all shards, concatenated, equal the output without
/// shards.
///
///   errors   usage: a pipe or a single compressed file, which cannot be divided
Result<std::vector<Segment>> segments_of(const std::vector<Input>& inputs, Shard shard);

/// The position of a reader: before this byte of this input.
struct Position {
  std::size_t input = 0;
  std::uint64_t offset = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// Numbers lines within their input, from 1. Lines before the shard are counted only when a number is needed.
class LineNumbers {
 public:
  LineNumbers(const Input& input, std::uint64_t first, std::uint64_t known)
      : input_(&input), first_(first), before_(known) {}
  std::uint64_t of(std::uint64_t line);

 private:
  const Input* input_;
  std::uint64_t first_;  ///< where the lines begin that are numbered from 1 here
  std::uint64_t before_;
  std::once_flag counted_;
};

class ShardReader {
 public:
  struct Item {
    Lines::Line line;
    std::size_t input = 0;
    std::uint64_t line_here = 0;  ///< from 1, for `numbers`
    std::shared_ptr<LineNumbers> numbers;
  };

  /// Where an earlier run ended, and the hash of what it had read from pipes.
  struct Start {
    Position position;
    std::uint64_t piped = 0;
  };

  /// Reads the segments from `from`, or from their beginning. Both vectors must outlive the reader.
  ShardReader(const std::vector<Input>& inputs, const std::vector<Segment>& segments, std::optional<Start> from,
              const Stop* stop);

  /// Returns the next line that is not blank; nullopt at the end or if stopped. Errors: unreadable, syntax; usage: the
  /// bytes of a pipe before `from` differ from those of the earlier run.
  Result<std::optional<Item>> next();
  /// The position before the line that `next` would return.
  Position position() const { return position_; }
  /// The hash of everything read from pipes before that line.
  std::uint64_t piped() const { return piped_at_.value(); }
  /// The bytes read from the inputs before decompression, and their total (0: not known).
  std::uint64_t raw() const { return raw_before_ + (lines_ ? lines_->source().raw() : 0); }
  std::uint64_t raw_total() const { return raw_total_; }

 private:
  Result<void> open_segment();
  Result<void> read_over(const Input& input);

  const std::vector<Input>& inputs_;
  const std::vector<Segment>& segments_;
  const Stop* stop_;
  std::size_t segment_ = 0;
  std::optional<Position> from_;
  std::uint64_t piped_before_ = 0;
  Hash64 piped_, piped_at_;  ///< of all that was read; of what lies before `position_`
  Position position_;
  std::optional<Lines> lines_;
  std::uint64_t line_here_ = 0;
  std::shared_ptr<LineNumbers> numbers_;
  std::uint64_t raw_before_ = 0, raw_total_ = 0;
};

}  // namespace annal
