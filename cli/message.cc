// Written with one call, so that lines of programs that run side by side do not mix. A name or an address within it may
// be anyone's: it can neither begin a line of its own nor steer the terminal. The lines of a list are indented and
// stay.
#include "cli/message.h"

#include <unistd.h>

#include <algorithm>
#include <string>

#include "render/encode/escape.h"

namespace annal {

void print_message(std::string_view text) {
  std::string line = "annal: ";
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find("\n  ", at), text.size());
    if (at > 0) line += '\n';
    line += visible(text.substr(at, end - at));
    at = end + 1;
  }
  line += '\n';
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace annal
