#include "cli/serve_flags.h"

#include <algorithm>

namespace annal {

Result<ServeFlags> validate_serve_flags(const RawServeFlags& raw, const std::vector<std::string>& files,
                                        const std::optional<std::string>& edits) {
  constexpr std::uint32_t least_port = 1024, most_port = 65535, most_idle = 10'000, usual_idle = 30;
  if (raw.api && (!files.empty() || edits)) return fail(Code::usage, "--api serves no article; requests bring texts");
  if (raw.token_file && !raw.api)
    return fail(Code::usage, "--token-file is for --api; pages have a new token each time");
  if (raw.token_file && raw.token_file->empty()) return fail(Code::usage, "--token-file needs a file name");
  if (files.empty() && !raw.api) return fail(Code::usage, "no FILE given");
  if (std::ranges::count(files, "-") > 0) return fail(Code::usage, "standard input cannot be edited; give a file");
  if (edits == "-") return fail(Code::usage, "edits cannot be saved to standard output; give --edits a file");
  if (edits && files.size() > 1)
    return fail(Code::usage, "--edits holds the edits of one article; serve the others without it");
  if (raw.port != 0 && (raw.port < least_port || raw.port > most_port))
    return fail(Code::usage, "--port must be from 1024 to 65535");
  const std::uint32_t idle = raw.idle.value_or(raw.api ? 0 : usual_idle);
  if (idle > most_idle) return fail(Code::usage, "--idle must be at most 10000 minutes");
  return ServeFlags{.files = files,
                    .port = static_cast<std::uint16_t>(raw.port),
                    .idle = std::chrono::minutes(idle),
                    .open = !raw.no_open,
                    .api = raw.api,
                    .token_file = raw.token_file.value_or("")};
}

}  // namespace annal
