#include "timeline/timeml/normal_text.h"

namespace annal {
namespace {

std::size_t bytes_of_character(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// What read_text drops wherever it stands: the byte-order mark and the soft hyphen.
bool dropped(std::string_view character) { return character == "\xEF\xBB\xBF" || character == "\xC2\xAD"; }

}  // namespace

NormalText::NormalText(std::string_view raw, std::string_view normal) {
  if (raw == normal) return;
  position_.reserve(raw.size() + 1);
  std::size_t at = 0;
  for (std::size_t i = 0; i < raw.size();) {
    const std::string_view character = raw.substr(i, bytes_of_character(raw[i]));
    position_.insert(position_.end(), character.size(), static_cast<std::uint32_t>(at));
    const bool same = normal.substr(at, character.size()) == character;
    if (same) at += character.size();
    // \r\n is one line break; everything else that changes becomes one blank or line break.
    else if (!dropped(character) && !(character == "\r" && raw.substr(i + 1, 1) == "\n") && at < normal.size())
      ++at;
    i += character.size();
  }
  position_.push_back(static_cast<std::uint32_t>(normal.size()));
}

Span NormalText::span(Span raw) const {
  return position_.empty() ? raw : Span{position_[raw.begin], position_[raw.end]};
}

}  // namespace annal
