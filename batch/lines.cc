// A buffer between the source and the lines; a line grows only by what it holds.
#include "batch/lines.h"

#include <algorithm>

#include "batch/hash64.h"

namespace annal {

Result<std::optional<Lines::Line>> Lines::next() {
  Line line;
  bool any = false;
  for (;;) {
    if (used_ == buffer_.size()) {
      if (at_end_) break;
      used_ = 0;
      if (auto read = source_.read(buffer_); !read) return tl::unexpected(read.error());
      at_end_ = buffer_.empty();
      continue;
    }
    any = true;
    const std::size_t newline = buffer_.find('\n', used_);
    const std::size_t end = std::min(newline, buffer_.size());
    const std::size_t room = longest_line - line.text.size();
    line.too_long = line.too_long || end - used_ > room;
    line.text.append(buffer_, used_, std::min(end - used_, room));
    const std::size_t next = newline == std::string::npos ? end : newline + 1;
    offset_ += next - used_;
    if (hash_ != nullptr) hash_->add(std::string_view(buffer_).substr(used_, next - used_));
    used_ = next;
    if (newline != std::string::npos) break;
  }
  if (!any) return std::optional<Line>();
  return std::optional<Line>(std::move(line));
}

}  // namespace annal
