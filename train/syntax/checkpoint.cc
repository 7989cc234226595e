#include "checkpoint.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace annal::syntax {
namespace {

template <class T>
void write(std::ofstream& out, const std::vector<T>& items) {
  const auto count = static_cast<std::uint64_t>(items.size());
  out.write(reinterpret_cast<const char*>(&count), sizeof count);
  out.write(reinterpret_cast<const char*>(items.data()), static_cast<std::streamsize>(count * sizeof(T)));
}

template <class T>
std::vector<T> read(std::ifstream& in) {
  std::uint64_t count = 0;
  in.read(reinterpret_cast<char*>(&count), sizeof count);
  std::vector<T> items(in ? count : 0);
  in.read(reinterpret_cast<char*>(items.data()), static_cast<std::streamsize>(items.size() * sizeof(T)));
  return items;
}

// Copies the rows that both tables have.
std::size_t take_rows(Parameter& to, const std::vector<std::uint32_t>& known, const Numbers& from,
                      const std::vector<std::uint32_t>& hashes) {
  const std::size_t width = to.columns;
  if (width == 0 || from.size() != (EmbeddingTable::first_known + hashes.size()) * width) return 0;
  std::size_t taken = 0;
  const auto copy = [&](std::size_t target, std::size_t source) {
    std::copy_n(from.begin() + static_cast<std::ptrdiff_t>(source * width), width,
                to.value.begin() + static_cast<std::ptrdiff_t>(target * width));
    taken += width;
  };
  for (std::size_t row = 0; row < EmbeddingTable::first_known; ++row) copy(row, row);
  for (std::size_t i = 0; i < known.size(); ++i) {
    const auto found = std::lower_bound(hashes.begin(), hashes.end(), known[i]);
    if (found == hashes.end() || *found != known[i]) continue;
    copy(EmbeddingTable::first_known + i,
         EmbeddingTable::first_known + static_cast<std::size_t>(found - hashes.begin()));
  }
  return taken;
}

}  // namespace

void save(Network& network, const Vocabulary& vocabulary, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  for (std::size_t f = 0; f < form_features; ++f) write(out, vocabulary.hashes(f));
  for (const Parameter* p : network.parameters()) write(out, p->value);
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::size_t load(Network& network, const Vocabulary& vocabulary, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::array<std::vector<std::uint32_t>, form_features> hashes;
  for (std::vector<std::uint32_t>& h : hashes) h = read<std::uint32_t>(in);
  std::size_t taken = 0, feature = 0;
  for (Parameter* p : network.parameters()) {
    const Numbers from = read<float>(in);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    if (feature < form_features) {
      taken += take_rows(*p, vocabulary.hashes(feature), from, hashes[feature]);
      ++feature;
    } else if (from.size() == p->value.size()) {
      p->value = from;
      taken += from.size();
    }
  }
  return taken;
}

}  // namespace annal::syntax
