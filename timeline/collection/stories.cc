// See stories.h.
#include "timeline/collection/stories.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace annal {
namespace {

constexpr std::size_t common_in = 8;         ///< a word of more than one in so many documents tells none apart
constexpr std::size_t least_common = 30;     ///< documents, of a word that is never too common
constexpr std::size_t most_documents = 400;  ///< of a word that documents are compared by
constexpr std::uint32_t most_near = 64;      ///< documents that are kept of those near to one
constexpr double least_cosine = 0.05;
constexpr double floor_of_scale = 0.2;   ///< a document without any of its story is near to none
constexpr std::size_t nearest = 3;       ///< whose mean is the scale of a document
constexpr std::int32_t same_story = 40;  ///< likeness, in hundredths

/// A word of a document with its share of the document's unit vector.
struct Component {
  std::uint32_t word = 0;
  double share = 0;
};

/// The words of a document, as a unit vector.
std::vector<Component> vector_of(const ContentWords& words, std::size_t document) {
  std::vector<std::uint32_t> all;
  for (const PlacedWord& placed : words.of_document(document)) all.push_back(placed.word);
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  double square = 0;
  for (const std::uint32_t word : all) square += words.weight(word) * words.weight(word);
  std::vector<Component> found;
  for (const std::uint32_t word : all) found.push_back({word, words.weight(word) / std::sqrt(square)});
  return found;
}

struct Near {
  double cosine = 0;
  std::uint32_t document = 0;
};

void sort_by_nearness(std::vector<Near>& near) {
  std::ranges::sort(near, {}, [](const Near& n) { return std::pair(-n.cosine, n.document); });
}

/// Adds a document to those near to another, of which only the nearest are kept.
void add_near(std::vector<Near>& near, Near other) {
  near.push_back(other);
  if (near.size() < std::size_t{2} * most_near) return;
  sort_by_nearness(near);
  near.resize(most_near);
}

/// The documents near each, the nearest first.
std::vector<std::vector<Near>> near_documents(const ContentWords& words) {
  const std::size_t count = words.documents();
  const std::size_t common = std::min(std::max(count / common_in, least_common), most_documents);
  std::vector<std::vector<Near>> holders(words.size());  // of each word, the documents so far with their shares
  std::vector<std::vector<Near>> near(count);
  std::vector<double> cosine(count, 0);
  std::vector<std::uint32_t> touched;
  for (std::uint32_t d = 0; d < count; ++d) {
    for (const Component& component : vector_of(words, d)) {
      if (words.documents_with(component.word) > common) continue;
      for (const Near& holder : holders[component.word]) {
        if (cosine[holder.document] == 0) touched.push_back(holder.document);
        cosine[holder.document] += holder.cosine * component.share;
      }
      holders[component.word].push_back({component.share, d});
    }
    for (const std::uint32_t other : touched) {
      const double value = std::exchange(cosine[other], 0);
      if (value < least_cosine) continue;
      add_near(near[d], {value, other});
      add_near(near[other], {value, d});
    }
    touched.clear();
  }
  for (std::vector<Near>& of : near) {
    sort_by_nearness(of);
    if (of.size() > most_near) of.resize(most_near);
  }
  return near;
}

double scale_of(const std::vector<Near>& near) {
  const std::size_t count = std::min(near.size(), nearest);
  double sum = 0;
  for (std::size_t n = 0; n < count; ++n) sum += near[n].cosine;
  return std::max(floor_of_scale, count == 0 ? 0 : sum / static_cast<double>(count));
}

}  // namespace

Stories::Stories(const ContentWords& words, bool one) : story_(words.documents()) {
  const std::vector<std::vector<Near>> near = near_documents(words);
  std::vector<double> scale;
  for (const std::vector<Near>& of : near) scale.push_back(scale_of(of));
  for (std::uint32_t d = 0; d < near.size(); ++d) {
    for (const Near& other : near[d]) {
      const double scaled = other.cosine / std::sqrt(scale[d] * scale[other.document]);
      pairs_.push_back({std::min(d, other.document), std::max(d, other.document),
                        static_cast<std::int32_t>(std::lround(100 * scaled))});
    }
  }
  const auto place = [](const Likeness& pair) { return std::tuple(pair.a, pair.b); };
  std::ranges::sort(pairs_, {}, place);
  const auto same = [&](const Likeness& a, const Likeness& b) { return place(a) == place(b); };
  pairs_.erase(std::unique(pairs_.begin(), pairs_.end(), same), pairs_.end());
  if (one) return;
  std::iota(story_.begin(), story_.end(), 0u);
  const AverageLink options{same_story, 0, most_near};
  for (const std::vector<std::uint32_t>& cluster :
       average_link(near.size(), pairs_, options, [](const auto&, const auto&) { return true; }))
    for (const std::uint32_t document : cluster) story_[document] = cluster.front();
}

std::int32_t Stories::likeness(std::uint32_t a, std::uint32_t b) const {
  const auto found = std::ranges::lower_bound(pairs_, std::pair(std::min(a, b), std::max(a, b)), {},
                                              [](const Likeness& pair) { return std::pair(pair.a, pair.b); });
  return found != pairs_.end() && found->a == std::min(a, b) && found->b == std::max(a, b) ? found->value : 0;
}

}  // namespace annal
