#include "langc/labels.h"

#include <algorithm>

#include "core/lang/label_keys.h"

namespace annal::compile {
namespace {

std::size_t items_of(std::string_view text) {
  std::size_t items = 1;
  for (std::size_t at = text.find(" | "); at != std::string_view::npos; at = text.find(" | ", at + 3)) ++items;
  return items;
}

/// The number of the key at `place`, or a fault.
std::size_t key_at(const Place& place, std::string_view key) {
  const auto found =
      std::find_if(label_keys.begin(), label_keys.end(), [&](const LabelKey& k) { return k.name == key; });
  if (found != label_keys.end()) return static_cast<std::size_t>(found - label_keys.begin());
  std::vector<std::string> known;
  for (const LabelKey& k : label_keys) known.emplace_back(k.name);
  throw Fault{place, key.size(), "unknown label '" + std::string(key) + "'", did_you_mean(key, known)};
}

/// Reads one line into `labels`.
void read_label(const Place& place, std::vector<std::string>& labels) {
  const std::string& line = place.text;
  const std::size_t sign = line.find(" = ");
  if (sign == std::string::npos) throw Fault{place, line.size(), "expected 'key = text'", ""};
  const std::string key = line.substr(0, sign), text = line.substr(sign + 3);
  const std::size_t index = key_at(place, key);
  if (!labels[index].empty()) throw Fault{place, key.size(), "label '" + key + "' is given twice", ""};
  if (text.empty()) throw Fault{place, line.size(), "label '" + key + "' has no text", ""};
  const std::size_t items = label_keys[index].items;
  if (items > 0 && items_of(text) != items)
    throw Fault{place, key.size(),
                "label '" + key + "' has " + std::to_string(items_of(text)) + " items, not " + std::to_string(items),
                "items are set apart by ' | '"};
  labels[index] = text;
}

}  // namespace

std::vector<std::string> read_labels(const SourceFile& file) {
  std::vector<std::string> labels(label_count);
  Place place{&file.name, 0, 1, ""};
  for (std::size_t at = 0; at < file.contents.size();) {
    const std::size_t end = std::min(file.contents.find('\n', at), file.contents.size());
    ++place.line;
    place.text = file.contents.substr(at, end - at);
    at = end + 1;
    if (!place.text.empty() && place.text.front() != '#') read_label(place, labels);
  }
  for (std::size_t i = 0; i < label_count; ++i)
    if (labels[i].empty() && !label_keys[i].optional)
      throw Fault{place, 1, "label '" + std::string(label_keys[i].name) + "' is missing", ""};
  return labels;
}

}  // namespace annal::compile
