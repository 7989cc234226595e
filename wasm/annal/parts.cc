#include "wasm/annal/parts.h"

#include <cstdint>
#include <cstring>
#include <map>
#include <set>
#include <vector>

namespace annal {
namespace {

using Bytes = std::span<const unsigned char>;

// A part: its mark, at byte 16 the number of its tables, then the size of each (32 bits, the lower byte first), at 64
// the tables, each padded to a multiple of 64 bytes.
constexpr std::string_view mark = "annal-part/1\n";
constexpr std::size_t count_at = 16, head = 64, most_tables = 11;

std::map<std::string, std::vector<Bytes>, std::less<>> parts;
std::set<std::string, std::less<>> missing;

std::size_t number_at(Bytes bytes, std::size_t at) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

}  // namespace

bool add_part(std::string_view name, Bytes bytes) {
  if (bytes.size() < head || std::memcmp(bytes.data(), mark.data(), mark.size()) != 0) return false;
  const std::size_t count = number_at(bytes, count_at);
  if (count > most_tables) return false;
  std::vector<Bytes> tables;
  Bytes rest = bytes.subspan(head);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t size = number_at(bytes, count_at + 4 * (i + 1)), padded = (size + head - 1) / head * head;
    if (size > rest.size() || padded > rest.size()) return false;
    tables.push_back(rest.first(size));
    rest = rest.subspan(padded);
  }
  if (!rest.empty()) return false;
  parts.insert_or_assign(std::string(name), std::move(tables));
  return true;
}

bool has_part(std::string_view name) { return parts.contains(name); }

void note_missing_part(std::string_view name) { missing.emplace(name); }

Bytes table_of(std::string_view part, std::size_t table) {
  const auto found = parts.find(part);
  if (found != parts.end()) return table < found->second.size() ? found->second[table] : Bytes{};
  note_missing_part(part);
  return {};
}

bool has_missing_parts() { return !missing.empty(); }

std::string take_missing_parts() {
  std::string names;
  for (const std::string& name : missing) {
    if (!names.empty()) names += '\n';
    names += name;
  }
  missing.clear();
  return names;
}

}  // namespace annal
