// The keys of examples: shared by the files of tlink_features.h.
#pragma once

#include <cassert>
#include <cstdint>
#include <vector>

#include "timeline/tlink/tlink_features.h"

namespace annal {

/// The bucket of a distance: 0, 1, 2-3, 4-7, ...
inline std::uint32_t bucket(std::uint64_t n) {
  std::uint32_t size = 0;
  for (; n != 0; n >>= 1) ++size;
  return size;
}

/// One value of two.
constexpr std::uint32_t join(std::uint32_t a, std::uint32_t b) { return a * 0x9E3779B1U + b; }

/// The keys of one example, as the templates make them. Each call of `put` is the next template, so the order of the
/// calls below numbers the templates: with another order, data/models/links.bin must be trained again.
class TLinkFeatures::Keys {
 public:
  Keys(TLinkTask task, std::vector<std::uint32_t>& out)
      : template_(1000 * (1 + static_cast<std::uint32_t>(task))), out_(out) {
    out_.resize(most_keys);
    next_ = out_.data();
  }
  ~Keys() { out_.resize(static_cast<std::size_t>(next_ - out_.data())); }
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  void put(std::uint32_t x, std::uint32_t y = 0) {
    next();
    also(x, y);
  }
  /// Another value of the last template.
  void also(std::uint32_t x, std::uint32_t y = 0) {
    assert(next_ < out_.data() + most_keys);
    *next_++ = row_of(template_, x, y, 32);
  }
  void next() { ++template_; }

 private:
  static constexpr std::size_t most_keys = 128;  // of one example: a few more than the templates below make
  std::uint32_t template_;
  std::uint32_t* next_;
  std::vector<std::uint32_t>& out_;
};

}  // namespace annal
