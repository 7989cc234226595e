// Written with one call, so that lines of programs that run side by side do not mix.
#include "cli/message.h"

#include <unistd.h>

#include <string>

namespace annal {

void say(std::string_view text) {
  std::string line = "annal: ";
  line += text;
  line += '\n';
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace annal
