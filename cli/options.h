// The one definition of the commands and their options. What reads the words, help, the man page and the completions of
// shells are all taken from it. Kept apart from cli/arguments.h, since CLI11 costs seconds to compile.
#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "batch/batch.h"
#include "cli/changes.h"
#include "cli/display_options.h"
#include "cli/edit_flags.h"
#include "cli/selection_flags.h"
#include "cli/serve_flags.h"
#include "render/formats.h"

namespace annal {

/// In the order of `Command`; the last three answer by themselves.
inline constexpr std::array<std::string_view, 14> commands{"build",  "dates", "order",      "days",  "edit",
                                                           "syntax", "batch", "merge",      "serve", "mcp",
                                                           "schema", "man",   "completion", "help"};
inline constexpr std::array<std::string_view, 3> compression_names{"none", "gzip", "zstd"};
inline constexpr std::array<std::string_view, 3> shells{"bash", "zsh", "fish"};

/// The options as written, before anything is checked.
struct RawOptions {
  std::string file, output = "-", format, language = "auto", url, links;
  std::optional<std::string> dct;
  std::pair<std::string, std::string> why, relation;
  std::vector<std::string> files, open_folders;
  std::string folder, shard, compress;
  std::optional<std::string> store;
  unsigned jobs = 0, sentences = 1;
  std::uint64_t part = BatchOptions{}.part;
  RawDisplayOptions display;
  RawSelectionFlags selection;
  RawEditFlags edits;
  RawServeFlags serve;
  bool diff = false, check = false, dry_run = false;
  bool explain = false, conflicts = false, strict = false, proofs = false, api = false;
  std::string shell;  ///< of the command completion
  std::string topic;  ///< of the command help: another command, or empty
};

struct CommandLine {
  /// With `only`, the other commands have no options: the program starts sooner.
  explicit CommandLine(std::string_view only = {});
  CommandLine(const CommandLine&) = delete;  // the options point into raw
  CommandLine& operator=(const CommandLine&) = delete;

  CLI::App app;
  RawOptions raw;
  /// What an option takes, where that is one of a few words: by command and long name.
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> choices;

  /// The changes of annal edit that were given, as they stand on the command line.
  std::vector<RawChange> changes() const;
};

}  // namespace annal
