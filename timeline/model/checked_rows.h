// Rows of 8-bit weights by the hashes of features, each with a check of 16 bits that says whose it is: a feature that
// training found no use for has no row, and takes none of another's. Eight rows share a bucket, and its checks are
// compared at once.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/simd.h"

namespace annal {

/// `Columns` weights a row, 2^`BucketBits` buckets; a view of bytes as a model file holds them: all rows, then all
/// checks.
template <std::size_t Columns, unsigned BucketBits>
struct CheckedRows {
  static constexpr std::size_t columns = Columns;
  static constexpr unsigned bucket_bits = BucketBits;
  static constexpr std::size_t bucket = 8;  ///< rows that share the upper bits of their features' keys
  static constexpr std::size_t count = bucket << bucket_bits;
  static constexpr std::uint32_t no_row = count;
  static constexpr std::size_t bytes = (columns + sizeof(std::uint16_t)) * count;

  const std::int8_t* rows = nullptr;
  const std::uint16_t* checks = nullptr;  ///< of each row; 0 where it is free
  explicit CheckedRows(const unsigned char* data)
      : rows(reinterpret_cast<const std::int8_t*>(data)),
        checks(reinterpret_cast<const std::uint16_t*>(data + columns * count)) {}

  static std::uint32_t bucket_of(std::uint32_t key) { return key >> (32U - bucket_bits); }
  static std::uint16_t check_of(std::uint32_t key) { return static_cast<std::uint16_t>((key & 0xFFFFU) | 1U); }
  /// The row of the feature with `key`, or no_row.
  std::uint32_t row(std::uint32_t key) const {
    const std::uint32_t first = bucket_of(key) * static_cast<std::uint32_t>(bucket);
    static_assert(bucket == 8);
    const auto check = static_cast<std::int16_t>(check_of(key));
    const std::size_t at = simd::first(simd::load<simd::Words>(checks + first) == check);
    return at == bucket ? no_row : first + static_cast<std::uint32_t>(at);
  }
  /// The weights of a row.
  const std::int8_t* weights(std::uint32_t row) const { return rows + std::size_t{row} * columns; }
};

}  // namespace annal
