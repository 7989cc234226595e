// Runs a batch, for the command line and the Python module.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "batch/compression.h"
#include "batch/process_line.h"
#include "batch/shard.h"
#include "core/lang/language.h"
#include "core/result.h"

namespace annal {

struct BatchOptions {
  std::vector<std::string> files;               ///< empty: standard input
  std::string output = "-";                     ///< a file or standard output, if `folder` is empty
  std::string folder;                           ///< a folder of parts; a stopped run can be resumed
  std::uint64_t part = 10000;                   ///< documents per part
  Compression compression = Compression::none;  ///< of the output
  Shard shard;
  unsigned jobs = 1;
  BatchFormat format = BatchFormat::json;
  const Language* language = nullptr;  ///< for lines that state none; null: detect it from the text
};

/// The progress of a run.
struct BatchProgress {
  std::uint64_t documents = 0, bad = 0;
  std::uint64_t bytes_in = 0;            ///< of lines, decompressed
  std::uint64_t bytes_out = 0;           ///< as written
  std::uint64_t raw = 0, raw_total = 0;  ///< bytes of the inputs as they lie; total 0: not known
};

struct BatchSummary {
  BatchProgress done;                  ///< in this run
  std::uint64_t documents_before = 0;  ///< in parts that were already done
  std::uint64_t bad_before = 0;
  unsigned threads =
      0;  ///< that worked: fewer than `jobs` where the system let no more begin; 0: nothing was to be done
  bool stopped = false;         ///< by `stop`, before the end
  std::uint64_t last_line = 0;  ///< where stopped, of the only input: the last line that was answered
  bool closed_early = false;    ///< whoever read standard output went away
};

/// Runs a batch. With a folder, keeps complete parts and makes the rest (docs/archive.md).
///
///   stop    once true, the run finishes the lines in progress and ends; may be null
///   tick    called several times a second, in the calling thread; may be empty
///   errors  usage: shards of inputs that cannot be cut, a folder of another archive; unreadable
Result<BatchSummary> process_batch(const BatchOptions& options, const std::atomic<bool>* stop,
                                   const std::function<void(const BatchProgress&)>& tick);

}  // namespace annal
