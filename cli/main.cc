// annal: parses the arguments, runs one command, returns an exit code. Every error ends here as one line on stderr.
#include <exception>
#include <string>
#include <variant>

#include "batch/files.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/own_input.h"
#include "render/encode/escape.h"

namespace annal {
namespace {

int code(Exit exit) { return static_cast<int>(exit); }

Result<Exit> run(const Arguments& arguments) {
  if (auto safe = refuse_own_input(arguments); !safe) return tl::unexpected(safe.error());
  switch (arguments.command) {
    case Command::build: return run_build(arguments);
    case Command::dates: return run_dates(arguments);
    case Command::order: return run_order(arguments);
    case Command::days: return run_days(arguments);
    case Command::edit: return run_edit(arguments);
    case Command::syntax: return run_syntax(arguments);
    case Command::batch: return run_batch(arguments);
    case Command::merge: return run_build(arguments);
    case Command::serve: return run_serve(arguments);
    case Command::mcp: return run_mcp(arguments);
    case Command::schema: return run_schema(arguments);
  }
  return fail(Code::usage, "there is no such command");
}

int run_early_exit(const EarlyExit& early) {
  if (early.is_error) {
    print_message(visible(early.text));
    return code(early.exit);
  }
  Output output;
  auto done = output.open("-");
  if (done) done = output.write(early.text);
  if (done) done = output.finish();
  if (done) return code(early.exit);
  print_message(done.error().message);
  return code(Exit::usage);
}

int program(int count, const char* const* words) {
  handle_signals();
  const std::variant<Arguments, EarlyExit> parsed = parse_arguments(count, words);
  if (const EarlyExit* early = std::get_if<EarlyExit>(&parsed)) return run_early_exit(*early);
  const Result<Exit> exit = run(std::get<Arguments>(parsed));
  if (exit) return code(*exit);
  print_message(exit.error().message);
  return code(Exit::usage);
}

}  // namespace
}  // namespace annal

int main(int count, char** words) {
  try {
    return annal::program(count, words);
  } catch (const std::bad_alloc&) {
    annal::print_message("out of memory; try a smaller text");
  } catch (const std::exception& error) {
    annal::print_message(std::string("internal error: ") + error.what() +
                         "; please report it with the input that caused it");
  }
  return static_cast<int>(annal::Exit::internal);
}
