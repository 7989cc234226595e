// Reads and writes compressed bytes (gzip, zstd). Output is one complete member (gzip) or frame (zstd) at a time; every
// reader of the format accepts a sequence of them as one file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace annal {

enum class Compression : std::uint8_t { none, gzip, zstd };

/// By how the bytes begin.
Compression detect_compression(std::string_view first_bytes);
/// By how a file's name ends: .gz, .zst.
Compression compression_by_name(std::string_view path);
/// ".gz", ".zst" or nothing.
std::string_view extension(Compression compression);
/// The name without the ending of a compression.
std::string_view without_compression_extension(std::string_view path);

/// `bytes` as one member; as they are for none. The same bytes for the same input and library.
std::string compress(std::string bytes, Compression compression);

/// CRC-32 as gzip and zlib have it, over bytes that come in pieces: start with 0.
std::uint32_t crc32_of(std::uint32_t so_far, std::string_view bytes);

/// Compressed bytes to plain ones, in pieces of bounded size, over any number of members.
class Decompressor {
 public:
  explicit Decompressor(Compression compression);
  ~Decompressor();
  Decompressor(Decompressor&&) noexcept;
  Decompressor& operator=(Decompressor&&) noexcept;

  /// Takes bytes off the front of `in` and puts what they stand for into `out` (emptied first), at most 128 KiB of it.
  /// Errors: syntax.
  Result<void> step(std::string_view& in, std::string& out);
  /// The bytes so far end where a member ends.
  bool whole() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace annal
