// What the tests of collections start from: short texts, read and joined as the program does it.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/dct/parse_dct.h"
#include "core/lang/language.h"
#include "timeline/collection/join.h"
#include "timeline/pipeline.h"
#include "timeline/read_article.h"

namespace annal::test {

/// A document of a collection; `dct` is ISO 8601, or empty for none.
struct MadeDocument {
  std::string id, dct, text;
};

inline Timeline timeline_of(const MadeDocument& made) {
  ArticleOptions options;
  options.name = options.default_id = made.id;
  options.language = Language::find("en");
  if (!made.dct.empty()) options.dct = *parse_dct(made.dct);
  return build_timeline(*read_article(made.text, options));
}

/// The documents beside each other, nothing merged.
inline Timeline joined(const std::vector<MadeDocument>& documents) {
  Timeline timeline;
  for (const MadeDocument& made : documents) REQUIRE(append_document(timeline_of(made), timeline));
  return timeline;
}

/// The event whose head is the `nth` word `head` of the text, from 0; the number of events where there is none.
inline std::uint32_t event_at(const Timeline& timeline, std::string_view head, int nth = 0) {
  std::uint32_t e = 0;
  for (; e < timeline.events.size(); ++e)
    if (slice(timeline.document.text, timeline.events[e].span) == head && nth-- == 0) break;
  return e;
}

}  // namespace annal::test
