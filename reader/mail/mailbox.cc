// A line of running text may begin with "From " too. One that parts mails has a clock time and a year, or nothing but
// an address, and a header stands below it.
#include "reader/mail/mailbox.h"

#include <algorithm>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

std::string_view line_at(std::string_view bytes, std::size_t at) {
  return trimmed(bytes.substr(at, std::min(bytes.find('\n', at), bytes.size()) - at));
}

bool is_header(std::string_view line) {
  if (line.starts_with(">From ")) return true;  // of a mailbox within the mailbox
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         std::ranges::all_of(line.substr(0, colon), [](char c) { return is_alnum(c) || c == '-' || c == '_'; });
}

/// "10:00" and, behind it, "2014".
bool has_clock_and_year(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_digit(line[colon - 1])) return false;
  std::size_t digits = 0;
  for (const char c : line.substr(colon + 1)) {
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

/// "From weir@example.org", as some programs write it, with two lines of a header below.
bool is_bare(std::string_view line, std::string_view below) {
  const std::size_t end = std::min(below.find('\n'), below.size());
  const std::string_view second = end < below.size() ? line_at(below, end + 1) : std::string_view();
  const std::string_view address = trimmed(line.substr(std::min<std::size_t>(line.size(), 5)));
  return !address.empty() && address.find(' ') == std::string_view::npos && is_header(second);
}

bool parts_mails(std::string_view bytes, std::size_t at) {
  constexpr std::size_t longest = 300;
  if (!bytes.substr(at).starts_with("From ")) return false;
  const std::string_view line = line_at(bytes, at);
  const std::size_t next = bytes.find('\n', at);
  if (line.size() > longest || next == std::string_view::npos || !is_header(line_at(bytes, next + 1))) return false;
  return has_clock_and_year(line) || is_bare(line, bytes.substr(next + 1));
}

/// Whether a blank line, or nothing, stands before `at`, where a line begins.
bool is_apart(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  return before.empty() || before.ends_with("\n\n") || before.ends_with("\n\r\n");
}

}  // namespace

bool is_mailbox(std::string_view bytes) { return parts_mails(bytes, 0); }

std::vector<std::string_view> mails_of(std::string_view bytes) {
  std::vector<std::string_view> mails;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t next = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
    if (is_apart(bytes, at) && parts_mails(bytes, at)) {
      if (begin != std::string_view::npos) mails.push_back(bytes.substr(begin, at - begin));
      begin = next;
    }
    at = next;
  }
  if (begin != std::string_view::npos) mails.push_back(bytes.substr(std::min(begin, bytes.size())));
  return mails;
}

}  // namespace annal
