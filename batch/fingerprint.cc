// Reads the file once from its origin on, and looks before and after whether it is still the same.
#include "batch/fingerprint.h"

#include "batch/hash64.h"

namespace annal {

Result<std::optional<std::uint64_t>> hash_of(const Input& input, const Stop* stop) {
  Input whole = input;
  whole.compression = Compression::none;  // the bytes as they lie
  auto source = Source::open(whole, 0, stop);
  if (!source) return tl::unexpected(source.error());
  Hash64 hash;
  std::uint64_t size = 0;
  for (std::string bytes; size < input.size; size += bytes.size()) {
    if (auto read = source->read(bytes); !read) return tl::unexpected(read.error());
    if (stopped(stop)) return std::optional<std::uint64_t>();
    if (bytes.empty()) break;
    hash.add(std::string_view(bytes).substr(0, input.size - size));
  }
  if (size < input.size)
    return fail(Code::unreadable, "cannot read " + input.path + ": it was truncated while being read");
  return std::optional(hash.value());
}

}  // namespace annal
