// Four lanes of eight bytes each, so that the multiplications overlap: the disk is slower.
#include "batch/hash64.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace annal {
namespace {

constexpr std::uint64_t prime1 = 0x9E3779B185EBCA87, prime2 = 0xC2B2AE3D27D4EB4F, prime3 = 0x165667B19E3779F9,
                        prime4 = 0x85EBCA77C2B2AE63, prime5 = 0x27D4EB2F165667C5;
constexpr std::size_t stripe = 32;

template <class Word>
std::uint64_t word_at(const char* bytes) {
  static_assert(std::endian::native == std::endian::little, "the words of XXH64 are little-endian");
  Word word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t word) { return std::rotl(lane + word * prime2, 31) * prime1; }

void add_stripe(std::array<std::uint64_t, 4>& lanes, const char* bytes) {
  for (std::size_t i = 0; i < 4; ++i) lanes[i] = round(lanes[i], word_at<std::uint64_t>(bytes + 8 * i));
}

}  // namespace

void Hash64::add(std::string_view bytes) {
  const std::size_t held = size_ % stripe;
  size_ += bytes.size();
  if (held > 0) {
    const std::size_t taken = std::min(stripe - held, bytes.size());
    std::copy_n(bytes.data(), taken, rest_.data() + held);
    bytes.remove_prefix(taken);
    if (held + taken < stripe) return;
    add_stripe(lanes_, rest_.data());
  }
  for (; bytes.size() >= stripe; bytes.remove_prefix(stripe)) add_stripe(lanes_, bytes.data());
  std::ranges::copy(bytes, rest_.begin());
}

std::uint64_t Hash64::value() const {
  std::uint64_t hash = prime5;
  if (size_ >= stripe) {
    hash = std::rotl(lanes_[0], 1) + std::rotl(lanes_[1], 7) + std::rotl(lanes_[2], 12) + std::rotl(lanes_[3], 18);
    for (const std::uint64_t lane : lanes_) hash = (hash ^ round(0, lane)) * prime1 + prime4;
  }
  hash += size_;
  const char* at = rest_.data();
  std::size_t left = size_ % stripe;
  for (; left >= 8; left -= 8, at += 8)
    hash = std::rotl(hash ^ round(0, word_at<std::uint64_t>(at)), 27) * prime1 + prime4;
  for (; left >= 4; left -= 4, at += 4)
    hash = std::rotl(hash ^ word_at<std::uint32_t>(at) * prime1, 23) * prime2 + prime3;
  for (; left > 0; --left, ++at) hash = std::rotl(hash ^ word_at<std::uint8_t>(at) * prime5, 11) * prime1;
  hash = (hash ^ hash >> 33) * prime2;
  hash = (hash ^ hash >> 29) * prime3;
  return hash ^ hash >> 32;
}

std::string hexadecimal(std::uint64_t value) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); value != 0; value /= 16) digits[--i] = "0123456789abcdef"[value % 16];
  return digits;
}

}  // namespace annal
