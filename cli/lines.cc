// A buffer of 64 KiB between read(2) and the lines; a line grows only by what it holds.
#include "cli/lines.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace annal {

Result<std::optional<Lines::Line>> Lines::next() {
  Line line;
  bool any = false;
  for (;;) {
    if (used_ == buffer_.size()) {
      if (at_end_) break;
      buffer_.resize(std::size_t{1} << 16);
      const ssize_t n = ::read(descriptor_, buffer_.data(), buffer_.size());
      if (n < 0) {
        const int error = errno;
        buffer_.clear();
        used_ = 0;
        if (error == EINTR) continue;
        if (error == EISDIR) return fail(Code::unreadable, "cannot read standard input: it is a folder");
        return fail(Code::unreadable, std::string("cannot read standard input: ") + std::strerror(error));
      }
      at_end_ = n == 0;
      buffer_.resize(static_cast<std::size_t>(n));
      used_ = 0;
      continue;
    }
    any = true;
    const std::size_t newline = buffer_.find('\n', used_);
    const std::size_t end = std::min(newline, buffer_.size());
    const std::size_t room = longest_line - line.text.size();
    line.too_long = line.too_long || end - used_ > room;
    line.text.append(buffer_, used_, std::min(end - used_, room));
    used_ = newline == std::string::npos ? end : newline + 1;
    if (newline != std::string::npos) break;
  }
  if (!any) return std::optional<Line>();
  return std::optional<Line>(std::move(line));
}

}  // namespace annal
