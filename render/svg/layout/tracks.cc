// What lasts while another bar begins lies further out than that one: from the last beginning to the first, each bar
// takes the track behind all that begin while it lasts.
#include "render/svg/layout/tracks.h"

#include <algorithm>
#include <numeric>

namespace annal::svg {

std::vector<std::size_t> tracks_of(const std::vector<BarExtent>& bars, double gap) {
  std::vector<std::size_t> order(bars.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return bars[a].begin != bars[b].begin ? bars[a].begin < bars[b].begin : bars[a].end > bars[b].end;
  });
  const auto same = [&](std::size_t a, std::size_t b) {
    return bars[a].begin == bars[b].begin && bars[a].end == bars[b].end;
  };
  std::vector<std::size_t> tracks(bars.size(), 0);
  for (std::size_t k = order.size(); k-- > 0;) {
    const std::size_t bar = order[k];
    if (k + 1 < order.size() && same(bar, order[k + 1])) {
      tracks[bar] = tracks[order[k + 1]];
      continue;
    }
    for (std::size_t later = k + 1; later < order.size() && bars[order[later]].begin < bars[bar].end + gap; ++later)
      tracks[bar] = std::max(tracks[bar], tracks[order[later]] + 1);
  }
  return tracks;
}

}  // namespace annal::svg
