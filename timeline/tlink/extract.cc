#include "timeline/tlink/extract.h"

#include "timeline/tlink/tlink_extractor.h"

namespace annal {

std::vector<TLink> extract_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                                  const std::vector<Event>& events) {
  return TLinkExtractor(analysis, reading, ties, events).run();
}

}  // namespace annal
