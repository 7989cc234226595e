// What the tests of events start from: a short text, read and analysed as the program does it.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/calendar.h"
#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/text/read.h"
#include "core/trees.h"
#include "timeline/event/event.h"
#include "timeline/pipeline.h"

namespace annal::test {

inline const Language& english() { return *Language::find("en"); }

/// The analysis of `text` as one paragraph; `dct` is ISO 8601, or empty for none.
inline Analysis analysed(std::string_view text, std::string_view dct = "2016-11-14",
                         const Language& language = english()) {
  Document document = read_text(text, "test").value();
  document.blocks = {{Span{0, static_cast<std::uint32_t>(document.text.size())}, BlockKind::paragraph}};
  if (!dct.empty()) {
    document.dct.source = DctSource::given;
    document.dct.at = interval_of(parse_iso(dct).value()).begin;
  }
  Analysis analysis = analyse(std::move(document), language);
  read_trees(analysis, language);
  return analysis;
}

/// The event whose head, or one of whose mentions, is the word `head` (its first, where it stands more than once).
inline const Event* event_of(const std::vector<Event>& events, std::string_view text, std::string_view head) {
  for (const Event& event : events)
    for (const Span mention : event.mentions)
      if (slice(text, mention) == head) return &event;
  return nullptr;
}

}  // namespace annal::test
