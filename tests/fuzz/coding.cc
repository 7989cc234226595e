// Compressed bytes: nonsense is an error, and what was compressed comes back.
#include "batch/coding.h"

#include <optional>

#include "tests/fuzz/fuzz.h"

namespace {

// The plain bytes, at most a megabyte; nullopt where they are broken or more.
std::optional<std::string> plain(std::string_view bytes, annal::Coding coding) {
  annal::Decoder decoder(coding);
  std::string all, piece;
  while (!bytes.empty() || !piece.empty()) {
    if (!decoder.step(bytes, piece)) return std::nullopt;
    all += piece;
    if (all.size() > 1 << 20) return std::nullopt;
    if (bytes.empty() && piece.empty()) break;
  }
  if (!decoder.whole()) return std::nullopt;
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view bytes = fuzz::text_of(data, size);
  if (const Coding coding = coding_of(bytes); coding != Coding::none) plain(bytes, coding);
  for (const Coding coding : {Coding::gzip, Coding::zstd})
    fuzz::law(size == 0 || plain(compressed(std::string(bytes), coding), coding) == std::string(bytes),
              "what is compressed comes back");
  return 0;
}
