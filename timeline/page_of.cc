#include "timeline/page_of.h"

#include <algorithm>

#include "timeline/sources.h"

namespace annal {

std::uint32_t page_of(const Timeline& timeline, std::uint32_t begin) {
  const auto& pages =
      timeline.sources.empty() ? timeline.document.pages : timeline.sources[source_at(timeline, begin)].pages;
  return static_cast<std::uint32_t>(std::ranges::upper_bound(pages, begin) - pages.begin());
}

std::uint32_t page_of(const Timeline& timeline, const Event& event) {
  return event.span.size() == 0 ? 0 : page_of(timeline, event.span.begin);
}

}  // namespace annal
