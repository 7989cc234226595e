#include "core/text/source_map.h"

#include <algorithm>

namespace annal {

void SourceMap::add(std::uint32_t text, std::uint32_t source) {
  if (!runs_.empty()) {
    const Run last = runs_.back();
    if (source >= last.source && text - last.text == source - last.source) return;
    if (last.text == text) {
      runs_.back().source = source;
      return;
    }
  }
  runs_.push_back({text, source});
}

std::uint32_t SourceMap::within(std::size_t run, std::uint32_t text) const {
  const std::uint32_t at = std::min(runs_[run].source + (text - runs_[run].text), size_);
  // A run never reaches past the beginning of the next, where that lies ahead.
  if (run + 1 < runs_.size() && runs_[run + 1].source > runs_[run].source && text < runs_[run + 1].text)
    return std::min(at, runs_[run + 1].source - 1);
  return at;
}

std::size_t SourceMap::run_of(std::uint32_t text) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), text, [](std::uint32_t t, const Run& run) { return t < run.text; });
  return after == runs_.begin() ? 0 : static_cast<std::size_t>(after - runs_.begin()) - 1;
}

std::uint32_t SourceMap::at(std::uint32_t text) const {
  std::size_t run = run_of(text);
  return at(text, run);
}

std::uint32_t SourceMap::at(std::uint32_t text, std::size_t& hint) const {
  if (runs_.empty()) return text;
  while (hint + 1 < runs_.size() && runs_[hint + 1].text <= text) ++hint;
  return text < runs_[hint].text ? runs_[hint].source : within(hint, text);
}

}  // namespace annal
