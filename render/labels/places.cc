#include "render/labels/places.h"

#include <algorithm>

#include "timeline/sources.h"

namespace annal::labels {

std::string Places::at(std::uint32_t offset) {
  const std::string& all = timeline_.document.text;
  const std::size_t document = source_at(timeline_, offset);
  const Span text =
      timeline_.sources.empty() ? Span{0, static_cast<std::uint32_t>(all.size())} : timeline_.sources[document].span;
  const auto index = indexes_.try_emplace(document, slice(all, text)).first;
  const std::string place = index->second.at(std::min(offset - text.begin, text.size()));
  return timeline_.sources.empty() ? place : names_.name(document) + ":" + place;
}

}  // namespace annal::labels
