#include "render/labels/heading.h"

#include "render/encode/escape.h"

namespace annal::labels {

Labels labels_of(const Timeline& timeline) {
  const std::string& stated = timeline.presentation.language;
  return Labels(stated.empty() ? timeline.document.language : stated);
}

std::string heading_of(const Timeline& timeline) {
  std::string stated = one_line(timeline.presentation.title);
  return stated.empty() ? one_line(timeline.document.title) : stated;
}

}  // namespace annal::labels
