#include "timeline/model/checked_rows.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <vector>

using namespace annal;

namespace {

using Rows = CheckedRows<4, 2>;  // four buckets of eight rows of four weights

/// A table in which the features with these keys have rows, in order of the keys.
std::vector<unsigned char> table_with(const std::vector<std::uint32_t>& keys) {
  std::vector<unsigned char> bytes(Rows::bytes);
  std::vector<std::uint16_t> checks(Rows::count);
  for (const std::uint32_t key : keys) {
    std::size_t row = Rows::bucket_of(key) * Rows::bucket;
    while (checks[row] != 0) ++row;
    checks[row] = Rows::check_of(key);
    std::memset(bytes.data() + row * Rows::columns, static_cast<int>(key & 0x7FU), Rows::columns);
  }
  std::memcpy(bytes.data() + Rows::columns * Rows::count, checks.data(), checks.size() * sizeof(std::uint16_t));
  return bytes;
}

}  // namespace

TEST_CASE("a feature finds its own row, and one without a row none of another's", "[timeline][model]") {
  const std::vector<std::uint32_t> keys{0x00000101, 0x00000203, 0x40000101, 0xFFFF0505};
  const std::vector<unsigned char> bytes = table_with(keys);
  const Rows rows(bytes.data());
  for (const std::uint32_t key : keys) {
    INFO(key);
    REQUIRE(rows.row(key) != Rows::no_row);
    CHECK(rows.row(key) / Rows::bucket == Rows::bucket_of(key));
    CHECK(rows.weights(rows.row(key))[0] == static_cast<std::int8_t>(key & 0x7FU));
  }
  CHECK(rows.row(0x00000305) == Rows::no_row);  // its bucket has others
  CHECK(rows.row(0x80000101) == Rows::no_row);  // its bucket is empty
}

TEST_CASE("a full bucket is searched to its last row", "[timeline][model]") {
  std::vector<std::uint32_t> keys;
  for (std::uint32_t i = 0; i < Rows::bucket; ++i) keys.push_back(0x40000001 + 2 * i);
  const std::vector<unsigned char> bytes = table_with(keys);
  const Rows rows(bytes.data());
  for (std::uint32_t i = 0; i < Rows::bucket; ++i) CHECK(rows.row(keys[i]) == Rows::bucket + i);
  CHECK(rows.row(0x40000001 + 2 * Rows::bucket) == Rows::no_row);
}

TEST_CASE("no check is 0, which marks a free row", "[timeline][model]") {
  for (const std::uint32_t key : {0x0U, 0x10000U, 0xFFFF0000U, 0xFFFFFFFFU}) CHECK(Rows::check_of(key) != 0);
}
