#include "timeline/tlink/extract.h"

#include "timeline/tlink/tlink_extractor.h"

namespace annal {

std::vector<TLink> extract_tlinks(const Analysis& analysis, const Reading& reading, const TieIndex& ties,
                                  const std::vector<Event>& events, const std::vector<EventSite>& sites) {
  return TLinkExtractor(analysis, reading, ties, events, sites).run();
}

}  // namespace annal
