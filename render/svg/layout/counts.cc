// See counts.h.
#include "render/svg/layout/counts.h"

#include <algorithm>

#include "render/labels/words.h"

namespace annal::svg {

std::size_t counted_in(const Panel& panel, const TimelineView& story) {
  if (panel.frame == Frame::none) return 0;
  return static_cast<std::size_t>(std::count_if(story.counted.begin(), story.counted.end(),
                                                [&](const Counted& c) { return c.frame == panel.frame; }));
}

std::vector<Bucket> buckets_of(const Panel& panel, const TimelineView& story) {
  if (counted_in(panel, story) == 0) return {};
  struct Content {
    std::size_t n = 0;
    CivilSeconds first = unbounded_future, last = unbounded_past;
  };
  const double left = panel.scale.left, right = panel.scale.right;
  std::vector<Content> contents(static_cast<std::size_t>((right - left) / bucket_width) + 1);
  for (const Counted& c : story.counted) {
    if (c.frame != panel.frame) continue;
    Content& b = contents[static_cast<std::size_t>(std::max(0.0, (panel.scale.at(c.at) - left) / bucket_width))];
    ++b.n;
    b.first = std::min(b.first, c.at);
    b.last = std::max(b.last, c.at);
  }
  std::size_t most = 1;
  for (const Content& b : contents) most = std::max(most, b.n);
  std::vector<Bucket> buckets;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const Content& b = contents[i];
    if (b.n == 0) continue;
    std::string words = count_words(b.n, "event", "events");
    if (panel.frame != Frame::document) {
      const bool years = panel.frame == Frame::calendar;
      words += ", " + day_words(b.first, years);
      if (day_words(b.last, years) != day_words(b.first, years)) words += " to " + day_words(b.last, years);
    }
    buckets.push_back({left + static_cast<double>(i) * bucket_width,
                       static_cast<double>(b.n) / static_cast<double>(most), std::move(words)});
  }
  return buckets;
}

}  // namespace annal::svg
