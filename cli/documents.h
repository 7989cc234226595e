// The documents of several inputs, read and built by several threads and handed on in the order of the inputs.
//
//   files ─ read ─▶ workers: articles ─▶ timelines, each with its own edits ─▶ in order, the same for any number
//           lines   --jobs threads                                            of threads
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "cli/arguments.h"
#include "cli/inputs.h"
#include "core/result.h"
#include "timeline/edits/edits.h"
#include "timeline/timeline.h"

namespace annal {

/// What is read as a whole: a file, or a line of a file of JSON lines.
struct BuiltUnit {
  std::size_t file = 0;                    ///< index into the files
  std::string fingerprint = {};            ///< of its bytes and of all that its timelines depend on
  bool unchanged = false;                  ///< it is known by its fingerprint, and was not built
  std::vector<Timeline> timelines = {};    ///< of its articles
  std::vector<EditProblem> problems = {};  ///< of the edits of its one article
  std::string edits = {};                  ///< the text of its edits file; empty where there is none
  std::size_t bad = 0;                     ///< articles that cannot be read
  bool broken = false;                     ///< the file cannot be read, or not from here on
  std::vector<std::string> faults = {};    ///< a line for each of these
  std::vector<std::string> failures = {};  ///< a line for each edit that cannot be carried out
  std::vector<std::string> remarks = {};   ///< a line for each warning
};

/// How the inputs are read.
struct DocumentOptions {
  const Arguments* arguments = nullptr;  ///< language, date of writing, edits, threads
  bool only_lines = false;               ///< every file holds JSON lines
  bool one_file = false;                 ///< what the arguments state is of the one file alone
  /// Whether a unit of the file is known by this fingerprint. Called by all threads; empty: none is known.
  std::function<bool(const InputFile& file, const std::string& fingerprint)> is_known = {};
};

/// Reads the files and hands each unit to `take` in order, in this thread; while it waits, shows on a terminal how far
/// it is. A unit that cannot be read is handed on as bad, and the rest is read.
///
///   errors   those of `take`, which end it
Result<void> build_documents(const std::vector<InputFile>& files, const DocumentOptions& options,
                             const std::function<Result<void>(BuiltUnit)>& take);

}  // namespace annal
