// The parts of a zip archive, read from memory by an unpacker that is loaded when the first archive is opened. No part
// is ever written to a file, so its name is a name and no path.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/result.h"
#include "reader/zip/unpacker.h"

namespace annal {

inline constexpr std::size_t largest_archive = std::size_t{1} << 28;  ///< bytes
inline constexpr std::size_t most_parts = 10'000;
inline constexpr std::size_t largest_part = std::size_t{1} << 26;  ///< bytes, unpacked
/// Bytes of all parts that are read, unpacked, as a multiple of the archive and beyond it. Markup packs to a
/// twentieth, seldom to a fiftieth.
inline constexpr std::size_t most_unpacked_ratio = 200, most_unpacked_besides = std::size_t{1} << 20;

class ZipArchive {
 public:
  /// Opens `bytes`, which outlive the archive. Errors, without a name in front:
  ///
  ///   unreadable    this machine has no unpacker
  ///   syntax        no archive, or a damaged one
  ///   out_of_range  more than `largest_archive` bytes or `most_parts` parts
  static Result<ZipArchive> open(std::string_view bytes);

  bool has(const std::string& part) const;

  /// The bytes of the part called `part`. Errors: not_text: protected by a password; syntax: missing or damaged;
  /// out_of_range: more than `largest_part`, or more than the archive may hold.
  Result<std::string> read(const std::string& part);

 private:
  ZipArchive(unzip::Handle archive, std::size_t unpacked) : archive_(std::move(archive)), left_(unpacked) {}

  unzip::Handle archive_;
  std::size_t left_;  ///< bytes that may still be unpacked
};

/// Whether `bytes` begin as a zip archive does.
bool is_zip(std::string_view bytes);

}  // namespace annal
