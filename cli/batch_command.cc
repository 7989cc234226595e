// annal batch on a command line: what it says while it runs and when it ends, and how it minds Ctrl-C.
#include <unistd.h>

#include <string>

#include "batch/batch.h"
#include "batch/files.h"
#include "batch/progress.h"
#include "cli/commands.h"
#include "cli/message.h"

namespace annal {
namespace {

/// How to go on after Ctrl-C.
std::string resume_advice(const BatchOptions& options, const BatchSummary& summary) {
  if (!options.folder.empty())
    return "stopped; the finished part is in " + shown(options.folder) + "; run the same command again to resume";
  if (options.output != "-")
    return "stopped; " + shown(options.output) +
           " was not written because it would be incomplete; with --into DIR a run can be resumed";
  if (summary.last_line == 0) return "stopped; with --into DIR a run can be resumed";
  const std::string file = options.files.empty() ? "standard input" : options.files.front();
  return "stopped after line " + std::to_string(summary.last_line) + " of " + shown(file) + "; to resume: tail -n +" +
         std::to_string(summary.last_line + 1) + " | annal batch";
}

}  // namespace

Result<Exit> run_batch(const Arguments& arguments) {
  const BatchOptions& options = arguments.batch;
  if (options.files.empty() && ::isatty(STDIN_FILENO) != 0) {
    return fail(
        Code::usage,
        "batch reads JSON lines from files or from standard input: annal batch < articles.jsonl; see annal batch "
        "--help");
  }
  ProgressDisplay display;
  const auto summary = process_batch(options, &interruption(), [&](const BatchProgress& progress) {
    display.show([&](double seconds) { return progress_line(progress, seconds); });
  });
  display.clear();
  if (!summary) return tl::unexpected(summary.error());
  if (summary->closed_early) return Exit::done;
  if (summary->threads > 0 && summary->threads < options.jobs)
    print_message("the system allowed only " + std::to_string(summary->threads) + " of " +
                  std::to_string(options.jobs) + " threads; request fewer with --jobs");
  print_message(summary_line(*summary, display.seconds()));
  if (summary->stopped) {
    print_message(resume_advice(options, *summary));
    end_interrupted();
  }
  return summary->done.bad + summary->bad_before == 0 ? Exit::done : Exit::nothing_found;
}

}  // namespace annal
