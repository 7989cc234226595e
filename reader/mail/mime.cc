#include "reader/mail/mime.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/unicode/ascii.h"
#include "reader/html/charset.h"
#include "reader/mail/transfer.h"

namespace annal {
namespace {

constexpr int deepest = 8;
constexpr std::size_t most_attached = 1000;

/// The parameter `name` of a header's value: boundary="x", charset=utf-8.
std::string parameter(std::string_view value, std::string_view name) {
  const std::string small = lowered(value);
  for (std::size_t at = small.find(';'); at != std::string::npos; at = small.find(';', at + 1)) {
    std::size_t begin = at + 1;
    while (begin < small.size() && is_space(small[begin])) ++begin;
    if (!std::string_view(small).substr(begin).starts_with(name)) continue;
    begin += name.size();
    if (begin >= small.size() || small[begin] != '=') continue;
    ++begin;
    const bool quoted = begin < small.size() && small[begin] == '"';
    begin += quoted ? 1 : 0;
    const std::size_t end = std::min(small.find_first_of(quoted ? "\"" : "; \t", begin), small.size());
    return std::string(value.substr(begin, end - begin));
  }
  return {};
}

/// Where a part of a mail that is text stands.
struct Part {
  std::size_t begin = 0, end = 0;
  std::string charset, encoding;
};

/// What holds a part.
enum class Parent : std::uint8_t {
  none,
  choice,  ///< multipart/alternative: one of its parts is read
  other,
};

class PartFinder {
 public:
  explicit PartFinder(std::string_view mail) : mail_(mail) { look(0, mail_.size(), 0, Parent::none); }

  std::vector<Part> plain;     ///< to be read one after the other
  std::optional<Part> html;    ///< to be read where the plain parts hold nothing
  std::vector<Span> attached;  ///< mails that are parts of this one

 private:
  void look(std::size_t begin, std::size_t end, int depth, Parent parent) {
    const std::string_view part = mail_.substr(begin, end - begin);
    const MailHeaders headers(part);
    const std::string type(headers.value("content-type"));
    const std::string kind = lowered(type);
    if (kind.starts_with("multipart/")) {
      const std::string boundary = parameter(type, "boundary");
      const Parent held_by = kind.starts_with("multipart/alternative") ? Parent::choice : Parent::other;
      if (!boundary.empty() && depth < deepest) look_inside(begin + headers.size, end, "--" + boundary, depth, held_by);
      return;
    }
    if (kind.starts_with("message/rfc822") && headers.size < part.size() && attached.size() < most_attached)
      attached.push_back({static_cast<std::uint32_t>(begin + headers.size), static_cast<std::uint32_t>(end)});
    if (lowered(headers.value("content-disposition")).starts_with("attachment")) return;
    Part found{begin + std::min(headers.size, part.size()), end, lowered(parameter(type, "charset")),
               lowered(headers.value("content-transfer-encoding"))};
    // A page stands for itself, unless the same is there as text; what follows a text is more of it.
    if (kind.starts_with("text/html")) {
      if (!html) html = std::move(found);
    } else if (kind.empty() || kind.starts_with("text/plain")) {
      if (parent == Parent::choice ? plain.empty() : !html || !plain.empty()) plain.push_back(std::move(found));
    }
  }

  void look_inside(std::size_t begin, std::size_t end, std::string_view fence, int depth, Parent parent) {
    std::optional<std::size_t> part;
    for (std::size_t at = begin; at < end;) {
      const std::size_t line_end = std::min(mail_.find('\n', at), end);
      const std::string_view line = trimmed(mail_.substr(at, line_end - at));
      const std::string_view behind = line.starts_with(fence) ? line.substr(fence.size()) : " ";
      if (behind.empty() || behind == "--") {
        if (part) look(*part, at, depth + 1, parent);
        part = behind.empty() ? std::optional(line_end + 1) : std::nullopt;
      }
      at = line_end + 1;
    }
    if (part && *part < end) look(*part, end, depth + 1, parent);
  }

  std::string_view mail_;
};

/// Appends the text of a part to `out`.
void append_text(std::string_view mail, const Part& part, MailText& out) {
  const Transferred bytes = undo_transfer(mail.substr(part.begin, part.end - part.begin), part.encoding);
  const Decoded decoded = decode_text(bytes.bytes, part.charset);
  const auto begin = static_cast<std::uint32_t>(part.begin);
  if (!out.text.empty()) {
    out.source.add(static_cast<std::uint32_t>(out.text.size()), begin);
    out.text += "\n\n";
  }
  const auto shift = static_cast<std::uint32_t>(out.text.size());
  std::size_t decoded_hint = 0, bytes_hint = 0;
  for (std::uint32_t at = 0; at < decoded.text.size(); ++at)
    out.source.add(shift + at, begin + bytes.source.at(decoded.source.at(at, decoded_hint), bytes_hint));
  out.text += decoded.text;
}

}  // namespace

MailHeaders::MailHeaders(std::string_view mail) {
  valid = true;
  while (size < mail.size()) {
    const std::size_t end = std::min(mail.find('\n', size), mail.size());
    const std::string_view line = mail.substr(size, end - size);
    const std::size_t begin = size;
    size = std::min(end + 1, mail.size());
    if (trimmed(line).empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {
      if (headers_.empty())
        valid = false;
      else
        headers_.back().value += " " + std::string(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, std::min(colon, line.size()));
    const bool named = colon != std::string_view::npos && colon > 0 &&
                       std::ranges::all_of(name, [](char c) { return is_alnum(c) || c == '-' || c == '_'; });
    if (!named) {
      valid = false;
      size = begin;
      break;
    }
    const std::string_view value = trimmed(line.substr(colon + 1));
    headers_.push_back({lowered(name), std::string(value), static_cast<std::size_t>(value.data() - mail.data())});
  }
  valid = valid && !headers_.empty();
}

const MailHeaders::Header* MailHeaders::find(std::string_view name) const {
  const auto found = std::ranges::find(headers_, name, &Header::name);
  return found == headers_.end() ? nullptr : &*found;
}

std::string_view MailHeaders::value(std::string_view name) const {
  const Header* const header = find(name);
  return header == nullptr ? std::string_view{} : std::string_view(header->value);
}

std::size_t MailHeaders::place(std::string_view name) const {
  const Header* const header = find(name);
  return header == nullptr ? 0 : header->place;
}

MailText text_of_mail(std::string_view mail) {
  PartFinder parts(mail);
  MailText out;
  for (const Part& part : parts.plain) append_text(mail, part, out);
  if (parts.html && trimmed(out.text).empty()) {
    out = {};
    out.html = true;
    append_text(mail, *parts.html, out);
  }
  out.attached = std::move(parts.attached);
  return out;
}

std::string decode_words(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = value.find("=?", at);
    const std::size_t kind = begin == std::string_view::npos ? begin : value.find('?', begin + 2);
    const std::size_t text = kind == std::string_view::npos ? kind : kind + 3;
    const std::size_t end = text >= value.size() ? std::string_view::npos : value.find("?=", text);
    if (end == std::string_view::npos || value[kind + 2] != '?') {
      out += decode_text(value.substr(at), "").text;
      break;
    }
    const std::string_view between = value.substr(at, begin - at);
    if (at == 0 || !trimmed(between).empty()) out += decode_text(between, "").text;
    const bool base64 = lower_ascii(value[kind + 1]) == 'b';
    const Transferred word =
        undo_transfer(value.substr(text, end - text), base64 ? "base64" : "quoted-printable", true);
    out += decode_text(word.bytes, lowered(value.substr(begin + 2, kind - begin - 2))).text;
    at = end + 2;
  }
  return out;
}

}  // namespace annal
