#include "reader/source_path.h"

namespace annal {

SourceMap through(const SourceMap& first, const SourceMap& second, std::string_view text) {
  if (second.identity()) return first;
  SourceMap out;
  std::size_t hint = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) out.add(at, second.at(first.at(at, hint)));
  return out;
}

}  // namespace annal
