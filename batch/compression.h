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

/// Detects the compression by the first bytes.
Compression detect_compression(std::string_view first_bytes);
/// Returns the compression for the ending of a file name: .gz, .zst.
Compression compression_by_name(std::string_view path);
/// Returns ".gz", ".zst" or "".
std::string_view extension(Compression compression);
/// Returns the name without such an ending.
std::string_view without_compression_extension(std::string_view path);

/// Returns `bytes` compressed as one member (unchanged for none). Deterministic for the same library version.
std::string compress(std::string bytes, Compression compression);

/// Updates a CRC-32 (as in gzip and zlib) with more bytes; start with 0.
std::uint32_t crc32_of(std::uint32_t so_far, std::string_view bytes);

/// Decompresses any number of members, in pieces of bounded size.
class Decompressor {
 public:
  explicit Decompressor(Compression compression);
  ~Decompressor();
  Decompressor(Decompressor&&) noexcept;
  Decompressor& operator=(Decompressor&&) noexcept;

  /// Consumes bytes from the front of `in` and replaces `out` with their decompressed bytes, at most 128 KiB. Errors:
  /// syntax.
  Result<void> step(std::string_view& in, std::string& out);
  /// Whether the bytes so far end at the end of a member.
  bool whole() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace annal
