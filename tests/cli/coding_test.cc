#include "cli/batch/coding.h"

#include <catch2/catch.hpp>
#include <string>

namespace annal {

TEST_CASE("a decoder asked for more behind the last byte still knows that the file was whole", "[cli][batch]") {
  for (const Coding coding : {Coding::gzip, Coding::zstd}) {
    const std::string bytes = compressed("the bridge opened", coding);
    std::string_view left = bytes;
    std::string piece, all;
    Decoder decoder(coding);
    for (int step = 0; step < 5; ++step) {
      REQUIRE(decoder.step(left, piece).has_value());
      all += piece;
    }
    CHECK(all == "the bridge opened");
    CHECK(decoder.whole());
  }
}

}  // namespace annal
