// Compressed bytes: nonsense is an error, and what was compressed comes back.
#include "batch/compression.h"

#include <optional>

#include "tests/fuzz/fuzz.h"

namespace {

// The plain bytes, at most a megabyte; nullopt where they are broken or more.
std::optional<std::string> plain(std::string_view bytes, annal::Compression compression) {
  annal::Decompressor decompressor(compression);
  std::string all, piece;
  while (!bytes.empty() || !piece.empty()) {
    if (!decompressor.step(bytes, piece)) return std::nullopt;
    all += piece;
    if (all.size() > 1 << 20) return std::nullopt;
    if (bytes.empty() && piece.empty()) break;
  }
  if (!decompressor.whole()) return std::nullopt;
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view bytes = fuzz::text_of(data, size);
  if (const Compression compression = detect_compression(bytes); compression != Compression::none)
    plain(bytes, compression);
  for (const Compression compression : {Compression::gzip, Compression::zstd})
    fuzz::law(size == 0 || plain(compress(std::string(bytes), compression), compression) == std::string(bytes),
              "what is compressed comes back");
  return 0;
}
