// What the user asked for, as values. Parsing touches no file and prints nothing: it yields either arguments to run or
// a reply to show (help, version, a wrong usage).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "batch/batch.h"
#include "cli/changes.h"
#include "cli/display_options.h"
#include "cli/edit_flags.h"
#include "cli/serve_flags.h"
#include "core/lang/language.h"
#include "core/text/document.h"
#include "render/formats.h"
#include "timeline/selection.h"

namespace annal {

enum class Command : std::uint8_t { build, dates, order, days, edit, syntax, batch, merge, serve, mcp, schema };

/// Exit codes, as the design fixes them.
enum class Exit : int {
  done = 0,
  nothing_found = 1,  ///< it ran, but found nothing; or a conflict with --strict; or one of several inputs is bad
  usage = 2,          ///< wrong usage, or input or output that cannot be read or written
  internal = 4,       ///< our own mistake
};

struct Arguments {
  Command command = Command::build;
  std::string file;                    ///< "-" is standard input
  std::vector<std::string> files;      ///< of the commands that take several: the operands as they are written
  std::string store;                   ///< the file of --store; empty: none
  bool only_stores = false;            ///< the inputs go to the store, and nothing is drawn
  unsigned jobs = 1;                   ///< threads
  std::string output = "-";            ///< "-" is standard output
  const Format* format = nullptr;      ///< null only for commands without formats
  std::string url;                     ///< where a page was found; empty: not stated
  std::optional<Dct> dct;              ///< stated with --dct
  const Language* language = nullptr;  ///< null: that of the text
  DisplayOptions display;
  std::optional<SelectionOptions> selection;  ///< none: the default
  std::size_t sentences = 1;                  ///< of each day, of annal days
  EditFlags edits;
  std::vector<RawChange> changes;                     ///< of annal edit
  bool diff = false, check = false, dry_run = false;  ///< of annal edit
  bool all_links = false;                             ///< of TimeML: what follows, too
  bool explain = false;
  bool conflicts = false;
  bool strict = false;
  std::optional<std::pair<std::string, std::string>> why;       ///< the two events of --why
  std::optional<std::pair<std::string, std::string>> relation;  ///< the two events of --relation
  std::vector<std::string> folders;                             ///< of the command mcp: open to the assistant
  bool api = false;                                             ///< of the command schema: of the requests
  ServeFlags serve;                                             ///< of the command serve
  BatchOptions batch;                                           ///< of the command batch, complete
};

struct EarlyExit {
  std::string text;
  bool is_error = false;  ///< to standard error
  Exit exit = Exit::done;
};

std::variant<Arguments, EarlyExit> parse_arguments(int count, const char* const* words);

}  // namespace annal
