// The parser has read the entities; here its text is laid beside the source again, to know which bytes made which
// character.
#include "core/html/ascii.h"
#include "core/html/flow.h"
#include "core/text/utf8.h"

namespace annal {
namespace {

/// The length of what looks like a character reference at the front of `raw`, which begins with '&'; 1 where nothing
/// does. `next` is the character that follows it in the decoded text.
std::size_t reference_length(std::string_view raw, char next) {
  constexpr std::size_t longest = 40;
  std::size_t at = 1;
  if (at < raw.size() && raw[at] == '#') ++at;
  while (at < raw.size() && at < longest && is_alnum(raw[at])) ++at;
  if (at < raw.size() && raw[at] == ';') return at + 1;
  // Without a semicolon the name ends where the text goes on as decoded.
  for (std::size_t end = 3; end <= at && end < raw.size(); ++end)
    if (raw[end] == next) return end;
  return at;
}

bool is_ampersand_reference(std::string_view raw) {
  const std::string head = lowered(raw.substr(0, 8));
  return head.starts_with("&amp") || head.starts_with("&#38") || head.starts_with("&#x26") || head.starts_with("&#038");
}

}  // namespace

std::vector<std::uint32_t> align_entities(std::string_view decoded, std::string_view raw) {
  std::vector<std::uint32_t> place;
  place.reserve(decoded.size());
  std::size_t at = 0;
  for (std::size_t i = 0; i < decoded.size();) {
    const std::size_t length = std::min(utf8_length(decoded[i]), decoded.size() - i);
    // What the parser left out between: zero bytes, stray end tags, line feeds after carriage returns.
    while (at < raw.size() && raw[at] == '\0') ++at;
    while (at < raw.size() && raw[at] == '<' && decoded[i] != '<') {
      const std::size_t end = raw.find('>', at);
      at = end == std::string_view::npos ? raw.size() : end + 1;
    }
    if (at < raw.size() && at > 0 && raw[at] == '\n' && raw[at - 1] == '\r' && decoded[i] != '\n') ++at;
    const std::size_t begin = std::min(at, raw.empty() ? 0 : raw.size() - 1);
    std::size_t used = length;
    const char next = i + length < decoded.size() ? decoded[i + length] : '\0';
    if (at < raw.size() && raw[at] == '&' && (decoded[i] != '&' || is_ampersand_reference(raw.substr(at))))
      used = reference_length(raw.substr(at), next);
    else if (at + 1 < raw.size() && raw[at] == '\r' && raw[at + 1] == '\n')
      used = 2;
    for (std::size_t b = 0; b < length; ++b) {
      const bool same = used == length && at + b < raw.size() && raw[at + b] == decoded[i + b];
      place.push_back(static_cast<std::uint32_t>(same ? at + b : begin));
    }
    at += used;
    i += length;
  }
  return place;
}

}  // namespace annal
