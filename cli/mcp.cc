// annal mcp: the tools for an assistant that starts this program. Standard input and output belong to the protocol.
#include <unistd.h>

#include <array>
#include <cerrno>

#include "batch/files.h"
#include "cli/commands.h"
#include "cli/open_folders.h"
#include "mcp/lines.h"
#include "mcp/server.h"

namespace annal {
namespace {

/// Bytes of standard input, as many as there are; 0 at its end, less after an error.
ssize_t read_some(std::span<char> into) {
  for (;;) {
    const ssize_t n = ::read(STDIN_FILENO, into.data(), into.size());
    if (n >= 0 || errno != EINTR) return n;
  }
}

}  // namespace

Result<Exit> run_mcp(const Arguments& arguments) {
  const auto folders = OpenFolders::of(arguments.folders);
  if (!folders) return tl::unexpected(folders.error());
  mcp::FileReader reader;
  if (!arguments.folders.empty()) reader = [&](const std::string& path) { return folders->read(path); };
  mcp::Server server{mcp::Tools(std::move(reader))};
  Output output;
  Result<void> done = output.open("-");
  const mcp::Lines::Taker take = [&](std::optional<std::string_view> line) {
    const auto answer = line ? server.answer(*line) : mcp::too_long();
    if (answer) done = output.write(*answer + '\n');
    return done.has_value() && !output.closed_early();
  };
  mcp::Lines lines(mcp::longest_line);
  std::array<char, 65536> chunk{};
  ssize_t n = 0;
  while (done && (n = read_some(chunk)) > 0)
    if (!lines.feed({chunk.data(), static_cast<std::size_t>(n)}, take)) break;
  if (done && n == 0) lines.finish(take);
  if (done && n < 0) return fail(Code::unreadable, "cannot read standard input: " + reason_of(errno));
  if (done) done = output.finish();
  if (!done) return tl::unexpected(done.error());
  return Exit::done;
}

}  // namespace annal
