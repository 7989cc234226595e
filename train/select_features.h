// Which features deserve a row of a checked table.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <unordered_map>
#include <vector>

namespace annal::train {

/// Features by their keys, numbered from 1; 0 for those that are not used.
class Numbering {
 public:
  std::uint32_t of(std::uint32_t key) const {
    const auto found = ids_.find(key);
    return found == ids_.end() ? 0 : found->second;
  }
  void use(std::uint32_t key) { ids_.emplace(key, static_cast<std::uint32_t>(ids_.size()) + 1); }
  std::size_t size() const { return ids_.size() + 1; }
  const std::unordered_map<std::uint32_t, std::uint32_t>& ids() const { return ids_; }

 private:
  std::unordered_map<std::uint32_t, std::uint32_t> ids_;
};

/// Of the features that share a bucket of `Table` those that say most, by the sizes of their weights (`columns` for
/// each number) times how much their being met counts: the keys of each row, 0 for a free one. `worth(key)` is that.
template <class Table, class Worth>
std::vector<std::uint32_t> select_features(const Numbering& features, const std::vector<float>& weight, Worth worth) {
  struct Candidate {
    double size;
    std::uint32_t key;
  };
  std::vector<std::vector<Candidate>> buckets(std::size_t{1} << Table::bucket_bits);
  for (const auto& [key, id] : features.ids()) {
    double size = 0;
    for (std::size_t c = 0; c < Table::columns; ++c)
      size += std::fabs(static_cast<double>(weight[id * Table::columns + c]));
    size *= worth(key);
    if (size > 0) buckets[Table::bucket_of(key)].push_back({size, key});
  }
  std::vector<std::uint32_t> rows(Table::count);
  for (std::size_t b = 0; b < buckets.size(); ++b) {
    std::sort(buckets[b].begin(), buckets[b].end(), [](const Candidate& a, const Candidate& c) {
      return a.size != c.size ? a.size > c.size : a.key < c.key;
    });
    std::set<std::uint16_t> taken;
    std::size_t at = b * Table::bucket;
    for (const Candidate& c : buckets[b])
      if (taken.size() < Table::bucket && taken.insert(Table::check_of(c.key)).second) rows[at++] = c.key;
  }
  return rows;
}

}  // namespace annal::train
