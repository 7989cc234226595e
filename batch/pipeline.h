// A bounded pipeline: one reader, `jobs` workers, and one writer that gets the results in the order of reading. The
// amount read ahead of the writer is bounded, so memory does not grow with the input.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "batch/shard.h"
#include "core/result.h"

namespace annal {

/// Lines that are processed together.
struct Task {
  std::vector<ShardReader::Item> items;
  std::size_t bytes = 0;    ///< of the lines
  Position next;            ///< where the line after them begins
  std::uint64_t piped = 0;  ///< hash of what pipes brought before it
  std::uint64_t raw = 0;    ///< bytes of the inputs read when it was made
  bool ends_part = false;   ///< an output in parts ends one here
};

/// What became of a task.
struct Done {
  std::string bytes;  ///< as they are to be written
  std::size_t documents = 0, bad = 0;
};

struct Stages {
  std::function<Result<std::optional<Task>>()> read;     ///< nullopt: no more
  std::function<Done(const Task&)> work;                 ///< in any thread
  std::function<Result<bool>(const Task&, Done)> write;  ///< in order; false: enough
  std::function<void()> tick;                            ///< some times a second, in the thread of the call
  std::function<void(unsigned)> started = {};            ///< with the number of threads that work; may be empty
};

/// Runs until `read` has no more or `write` has enough. With one job, everything runs in the calling thread. The calls
/// of `write` are the same for any number of jobs. After an error of `read`, writes what was read before and ends.
/// Rethrows exceptions of `work`. If the system refuses some of the threads, the others do the work.
Result<void> run_pipeline(unsigned jobs, const Stages& stages);

}  // namespace annal
