// See charset_decoder.h. iconv(3) is given one byte more at a time until it takes them.
#include "reader/html/charset_decoder.h"

#include <iconv.h>

#include <array>
#include <utility>

namespace annal {
namespace {

constexpr std::size_t longest = 8;  // GB18030 takes 4 bytes, ISO-2022 escapes before a character up to 4 more
constexpr char escape = 0x1B;

}  // namespace

void CharsetDecoder::Close::operator()(void* converter) const { iconv_close(converter); }

CharsetDecoder::CharsetDecoder(void* converter, std::string_view name)
    : converter_(converter), shifts_(has_shifts(name)), unit_(is_wide(name) ? 2 : 1) {}

std::optional<CharsetDecoder> CharsetDecoder::open(const std::string& name) {
  const iconv_t converter = iconv_open("UTF-8", name.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  return CharsetDecoder(converter, name);
}

CharsetDecoder::Piece CharsetDecoder::next(std::string_view bytes) {
  std::array<char, 32> buffer{};
  for (std::size_t length = unit_; length <= longest && length <= bytes.size(); length += unit_) {
    char* in = const_cast<char*>(bytes.data());  // iconv's signature; it does not write there
    char* target = buffer.data();
    std::size_t in_left = length;
    std::size_t room = buffer.size();
    iconv(converter_.get(), &in, &in_left, &target, &room);
    if (in_left == length) continue;
    // It keeps back letters that a mark may follow, as in Vietnamese and Hebrew; text is in the order of its bytes.
    if (!shifts_) iconv(converter_.get(), nullptr, nullptr, &target, &room);
    std::string text(buffer.data(), buffer.size() - room);
    // A shift makes no text and all else does: an escape that is no shift would go by with what is behind it.
    if (text.empty() != (shifts_ && bytes[0] == escape)) break;
    return {.used = length - in_left, .text = std::move(text)};
  }
  iconv(converter_.get(), nullptr, nullptr, nullptr, nullptr);
  return {};
}

}  // namespace annal
