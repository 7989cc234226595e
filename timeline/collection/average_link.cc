// See average_link.h.
#include "timeline/collection/average_link.h"

#include <algorithm>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace annal {
namespace {

using Members = std::vector<std::uint32_t>;

/// What is listed of the pairs between two clusters.
struct Known {
  std::int64_t sum = 0;
  std::int64_t count = 0;
};

/// Two clusters that may come together, as they were when they were compared.
struct Candidate {
  double average = 0;
  std::uint32_t a = 0, b = 0;  ///< a < b
  std::size_t size_a = 0, size_b = 0;

  /// The most alike first, of equals the first.
  bool operator<(const Candidate& other) const {
    return std::tuple(average, other.a, other.b) < std::tuple(other.average, a, b);
  }
};

class Clusters {
 public:
  Clusters(std::size_t items, const std::vector<Likeness>& pairs, const AverageLink& options)
      : options_(options), members_(items), known_(items) {
    for (std::uint32_t i = 0; i < items; ++i) members_[i] = {i};
    for (const Likeness& pair : pairs) {
      known_[pair.a][pair.b] = known_[pair.b][pair.a] = {pair.value, 1};
      propose(pair.a, pair.b);
    }
  }

  template <class Together>
  void run(const Together& together) {
    while (!candidates_.empty()) {
      const Candidate next = candidates_.top();
      candidates_.pop();
      if (members_[next.a].size() != next.size_a || members_[next.b].size() != next.size_b) continue;
      if (together(members_[next.a], members_[next.b])) unite(next.a, next.b);
    }
  }

  std::vector<Members> take() {
    std::vector<Members> found;
    for (Members& members : members_) {
      if (members.size() < 2) continue;
      std::ranges::sort(members);
      found.push_back(std::move(members));
    }
    std::ranges::sort(found);
    return found;
  }

 private:
  double average(std::uint32_t a, std::uint32_t b) const {
    const auto size_a = static_cast<std::int64_t>(members_[a].size());
    const auto size_b = static_cast<std::int64_t>(members_[b].size());
    const Known& known = known_[a].at(b);
    std::int64_t pairs = size_a * size_b;
    if (options_.most_known > 0)
      pairs = std::max(known.count, std::min(pairs, std::min(size_a, size_b) * std::int64_t{options_.most_known}));
    return static_cast<double>(known.sum + (pairs - known.count) * options_.unknown) / static_cast<double>(pairs);
  }

  void propose(std::uint32_t a, std::uint32_t b) {
    const double value = average(a, b);
    if (value >= options_.least)
      candidates_.push(
          {value, std::min(a, b), std::max(a, b), members_[std::min(a, b)].size(), members_[std::max(a, b)].size()});
  }

  /// Puts the cluster with fewer neighbours into the other.
  void unite(std::uint32_t a, std::uint32_t b) {
    if (known_[a].size() < known_[b].size()) std::swap(a, b);
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    members_[b].clear();
    known_[a].erase(b);
    for (const auto& [other, known] : known_[b]) {
      known_[other].erase(b);
      if (other == a) continue;
      Known& both = known_[a][other];
      both.sum += known.sum;
      both.count += known.count;
      known_[other][a] = both;
    }
    known_[b].clear();
    for (const auto& [other, known] : known_[a]) propose(a, other);
  }

  const AverageLink& options_;
  std::vector<Members> members_;                                 ///< empty where it came into another
  std::vector<std::unordered_map<std::uint32_t, Known>> known_;  ///< of each cluster, by the other
  std::priority_queue<Candidate> candidates_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> average_link(
    std::size_t items, const std::vector<Likeness>& pairs, const AverageLink& options,
    const std::function<bool(const std::vector<std::uint32_t>&, const std::vector<std::uint32_t>&)>& together) {
  Clusters clusters(items, pairs, options);
  clusters.run(together);
  return clusters.take();
}

}  // namespace annal
