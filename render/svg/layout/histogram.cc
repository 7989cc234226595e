// See histogram.h.
#include "render/svg/layout/histogram.h"

#include <algorithm>

#include "render/labels/date_words.h"

namespace annal::svg {

std::size_t counted_in(const Panel& panel, const view::TimelineView& view) {
  if (panel.frame == Frame::none) return 0;
  return static_cast<std::size_t>(std::count_if(view.counted.begin(), view.counted.end(),
                                                [&](const view::Counted& c) { return c.frame == panel.frame; }));
}

std::vector<HistogramBin> histogram_bins(const Panel& panel, const view::TimelineView& view, const Labels& labels) {
  if (counted_in(panel, view) == 0) return {};
  struct Content {
    std::size_t n = 0;
    CivilSeconds first = unbounded_future, last = unbounded_past;
  };
  const double left = panel.scale.left, right = panel.scale.right;
  std::vector<Content> contents(static_cast<std::size_t>((right - left) / bin_width) + 1);
  for (const view::Counted& c : view.counted) {
    if (c.frame != panel.frame) continue;
    Content& b = contents[static_cast<std::size_t>(std::max(0.0, (panel.scale.at(c.at) - left) / bin_width))];
    ++b.n;
    b.first = std::min(b.first, c.at);
    b.last = std::max(b.last, c.at);
  }
  std::size_t most = 1;
  for (const Content& b : contents) most = std::max(most, b.n);
  std::vector<HistogramBin> bins;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const Content& b = contents[i];
    if (b.n == 0) continue;
    std::string words = labels.count(Label::events_one, b.n);
    const bool years = panel.frame == Frame::calendar;
    const std::string first = labels::day_words(b.first, years, labels);
    const std::string last = labels::day_words(b.last, years, labels);
    words += ", " + (first == last ? first : labels.text(Label::from_to, first, last));
    bins.push_back({left + static_cast<double>(i) * bin_width, static_cast<double>(b.n) / static_cast<double>(most),
                    std::move(words)});
  }
  return bins;
}

}  // namespace annal::svg
