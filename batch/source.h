// Reads the decompressed bytes of one input, a file or a pipe.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "batch/compression.h"
#include "core/result.h"

namespace annal {

class Hash64;

/// Requests to stop reading early.
struct Stop {
  const std::atomic<bool>* asked = nullptr;  ///< by the user
  std::atomic<bool> enough{false};           ///< by the reader of the output
};

inline bool stopped(const Stop* stop) {
  return stop != nullptr && (stop->enough || (stop->asked != nullptr && *stop->asked));
}

/// What is known about an input before it is read.
struct Input {
  std::string path;          ///< "-" is standard input
  bool file = false;         ///< a regular file: its size is known and it can be read from the middle
  std::uint64_t origin = 0;  ///< where it begins: not 0 where standard input has been read in part
  std::uint64_t size = 0;    ///< bytes as they lie, from `origin` on; 0 for a pipe
  Compression compression = Compression::none;  ///< of a file; a pipe shows it when it is read
  /// For a file: if these are unchanged, so is the content. Times in nanoseconds.
  std::int64_t modified = 0, changed = 0;
  std::uint64_t inode = 0, device = 0;

  bool divisible() const { return file && compression == Compression::none; }
};

/// Opens the input and reads its properties. Errors: unreadable.
Result<Input> inspect_input(const std::string& path);

class Source {
 public:
  /// Opens `input` at `offset` of its plain bytes: seeks if the input is divisible, otherwise reads and skips what is
  /// before. `stop` ends the waiting for a pipe; may be null. Skipped bytes are added to the hash `skipped`, unless it
  /// is null. Errors: unreadable, syntax.
  static Result<Source> open(const Input& input, std::uint64_t offset, const Stop* stop, Hash64* skipped = nullptr);
  ~Source();
  Source(Source&& other) noexcept;
  Source& operator=(Source&&) = delete;

  /// Replaces `bytes` with the next ones; empty at the end or if stopped. Errors: unreadable; syntax: damaged or
  /// truncated.
  Result<void> read(std::string& bytes);
  std::uint64_t begin() const { return begin_; }
  /// The bytes read from the input, before decompression.
  std::uint64_t raw() const { return raw_; }
  /// The line breaks before `begin`, if they were skipped by reading.
  std::uint64_t lines_skipped() const { return lines_skipped_; }

 private:
  Source() = default;
  Result<void> fill();
  Result<void> skip(std::uint64_t offset, Hash64* hash);

  std::string path_;
  int descriptor_ = -1;
  bool pipe_ = false, ended_ = false, more_ = false;
  const Stop* stop_ = nullptr;
  std::optional<Decompressor> decompressor_;
  std::string raw_bytes_;
  std::size_t raw_used_ = 0;
  std::string ahead_;  ///< plain bytes read while skipping
  std::uint64_t begin_ = 0, raw_ = 0, lines_skipped_ = 0;
  std::uint64_t left_ = UINT64_MAX;  ///< raw bytes that may still be read
};

/// Counts the line breaks of a file between two offsets. Errors: unreadable.
Result<std::uint64_t> count_lines(const Input& input, std::uint64_t begin, std::uint64_t end);

}  // namespace annal
