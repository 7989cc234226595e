#include "batch/hash64.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

using namespace annal;

TEST_CASE("the hash is that of the specification", "[cli][batch]") {
  struct Row {
    std::string bytes;
    std::uint64_t hash;
  };
  const auto row = GENERATE(values<Row>({
      {"", 0xEF46DB3751D8E999},
      {"a", 0xD24EC4F1A98C6E5B},
      {"abc", 0x44BC2CF5AD770999},
      {"Nobody inspects the spammish repetition", 0xFBCEA83C8A378BF1},
  }));
  INFO(row.bytes);
  Hash64 hash;
  hash.add(row.bytes);
  CHECK(hash.value() == row.hash);
  CHECK(hexadecimal(hash.value()).size() == 16);
}

TEST_CASE("the hash does not hang on the pieces that bytes come in", "[cli][batch][property]") {
  rc::prop("for any two pieces", [](const std::string& bytes, std::size_t cut) {
    cut %= bytes.size() + 1;
    Hash64 whole, pieces;
    whole.add(bytes);
    pieces.add(std::string_view(bytes).substr(0, cut));
    pieces.add(std::string_view(bytes).substr(cut));
    RC_ASSERT(whole.value() == pieces.value());
  });
}
