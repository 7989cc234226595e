// See matters.h.
#include "timeline/collection/matters.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "timeline/sources.h"

namespace annal {
namespace {

constexpr double least_cosine = 0.08;     ///< from which two documents alone are one story (stories.cc)
constexpr double square_of_name = 2.25;   ///< a name counts half as much again as another word (content_words.cc)
constexpr std::size_t common_in = 8;      ///< a name of more than one in so many documents says little
constexpr std::size_t least_common = 30;  ///< documents, of a name that says little

}  // namespace

Matters::Matters(const Timeline& timeline) : words_(timeline), stories_(words_) {
  for (const SourceDocument& source : timeline.sources) {
    documents_.push_back(source.span);
    names_.push_back(words_.within(source.span));
    std::erase_if(names_.back(), [&](std::uint32_t word) { return !words_.is_name(word); });
  }
  happenings_.resize(names_.size());
  for (std::uint32_t e = 0; e < timeline.events.size(); ++e) {
    if (timeline.events[e].timexes.empty()) continue;
    for (const std::uint32_t source : sources_of(timeline, timeline.events[e])) happenings_[source].push_back(e);
  }
}

double Matters::square_of(const std::vector<std::uint32_t>& content) const {
  double sum = 0;
  for (const std::uint32_t word : content) sum += words_.is_name(word) ? square_of_name : 1;
  return sum;
}

bool Matters::are_near(std::size_t a, std::size_t b) const {
  const std::vector<std::uint32_t> one = words_.within(documents_[a]), other = words_.within(documents_[b]);
  std::vector<std::uint32_t> both;
  std::ranges::set_intersection(one, other, std::back_inserter(both));
  const std::size_t common = std::max(least_common, names_.size() / common_in);
  const bool named = std::ranges::any_of(
      both, [&](std::uint32_t word) { return words_.is_name(word) && words_.documents_with(word) <= common; });
  return named && square_of(both) >= least_cosine * std::sqrt(square_of(one) * square_of(other));
}

bool Matters::meet(std::size_t a, std::size_t b) const {
  return share_any(names_[a], names_[b]) || share_any(happenings_[a], happenings_[b]);
}

}  // namespace annal
