// The terminal's own answer about its width; COLUMNS is the shell's and often stale.
#include "cli/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace annal {
namespace {

bool wants_colour() {
  if (const char* none = std::getenv("NO_COLOR"); none != nullptr && *none != '\0') return false;
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

RenderOptions render_options(const Arguments& arguments) {
  RenderOptions options;
  options.layout = arguments.display.layout;
  options.width = arguments.display.width;
  options.ascii = arguments.display.ascii;
  options.story = arguments.display.story;
  options.editor = arguments.display.editor;
  if (!arguments.format->for_terminal || arguments.output != "-" || ::isatty(STDOUT_FILENO) == 0) return options;
  struct winsize size {};
  if (!options.width && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) options.width = size.ws_col;
  options.colour = wants_colour();
  return options;
}

}  // namespace annal
