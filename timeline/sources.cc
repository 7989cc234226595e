#include "timeline/sources.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace annal {

std::size_t source_at(const Timeline& timeline, std::uint32_t begin) {
  const auto after = std::ranges::upper_bound(timeline.sources, begin, {},
                                              [](const SourceDocument& source) { return source.span.begin; });
  return after == timeline.sources.begin() ? 0 : static_cast<std::size_t>(after - timeline.sources.begin()) - 1;
}

std::vector<std::uint32_t> sources_of(const Timeline& timeline, const Event& event) {
  std::vector<std::uint32_t> sources;
  if (timeline.sources.empty()) return sources;
  for (const Span mention : event.mentions)
    sources.push_back(static_cast<std::uint32_t>(source_at(timeline, mention.begin)));
  std::ranges::sort(sources);
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

std::string language_of(const std::vector<SourceDocument>& sources) {
  std::map<std::string_view, std::size_t> count;
  for (const SourceDocument& source : sources) ++count[source.language];
  const auto best =
      std::ranges::max_element(sources, {}, [&](const SourceDocument& source) { return count[source.language]; });
  return best == sources.end() ? std::string() : best->language;
}

}  // namespace annal
