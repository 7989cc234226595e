#include "batch/compression.h"

#include <catch2/catch.hpp>
#include <string>

namespace annal {

TEST_CASE("a decompressor asked for more behind the last byte still knows that the file was whole", "[cli][batch]") {
  for (const Compression compression : {Compression::gzip, Compression::zstd}) {
    const std::string bytes = compress("the bridge opened", compression);
    std::string_view left = bytes;
    std::string piece, all;
    Decompressor decompressor(compression);
    for (int step = 0; step < 5; ++step) {
      REQUIRE(decompressor.step(left, piece).has_value());
      all += piece;
    }
    CHECK(all == "the bridge opened");
    CHECK(decompressor.whole());
  }
}

TEST_CASE("a frame that is to be skipped begins a zstd file", "[cli][batch]") {
  const std::string bytes = compress("the bridge opened", Compression::zstd);
  for (const char number : {'\x50', '\x57', '\x5F'}) {
    const std::string skipped = std::string(1, number) + "\x2A\x4D\x18" + std::string("\4\0\0\0abcd", 8);
    const std::string file = skipped + bytes + skipped + bytes;
    CHECK(detect_compression(file) == Compression::zstd);
    std::string_view left = file;
    std::string piece, all;
    Decompressor decompressor(Compression::zstd);
    for (int step = 0; step < 12; ++step) {
      REQUIRE(decompressor.step(left, piece).has_value());
      all += piece;
    }
    CHECK(all == "the bridge openedthe bridge opened");
    CHECK(decompressor.whole());
    CHECK(left.empty());
  }
  CHECK(detect_compression("P*M is text") == Compression::none);
  CHECK(detect_compression("\x60\x2A\x4D\x18") == Compression::none);
}

TEST_CASE("a zstd window larger than the memory given to it is named as that", "[cli][batch]") {
  // A frame header alone: no checksum, no size, a window of 2^31 bytes.
  std::string_view header("\x28\xB5\x2F\xFD\x00\xA8", 6);
  std::string piece;
  Decompressor decompressor(Compression::zstd);
  Result<void> stepped;
  for (int step = 0; step < 3 && stepped; ++step) stepped = decompressor.step(header, piece);
  REQUIRE_FALSE(stepped);
  CHECK(stepped.error().message ==
        "its zstd window is larger than 128 MiB; recompress it without --long, or with --long=27");
}

}  // namespace annal
