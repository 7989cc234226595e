// Reading makes tasks of some 64 KiB, so that handing them over costs nothing beside the work; where a task ends
// depends on the input alone. What is written is compressed by the workers, a member for each task.
#include <algorithm>

#include "batch/batch.h"
#include "batch/files.h"
#include "batch/part_folder.h"
#include "batch/pipeline.h"
#include "batch/process_line.h"

namespace annal {
namespace {

constexpr std::size_t task_bytes = std::size_t{1} << 16;

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

class Batch {
 public:
  Batch(const BatchOptions& options, std::vector<Input> inputs, const std::atomic<bool>* asked)
      : options_(options), inputs_(std::move(inputs)) {
    stop_.asked = asked;
  }

  Result<BatchSummary> run(const std::function<void(const BatchProgress&)>& tick) {
    auto segments = segments_of(inputs_, options_.shard);
    if (!segments) return tl::unexpected(segments.error());
    segments_ = std::move(*segments);
    std::optional<ShardReader::Start> from;
    if (in_parts()) {
      if (auto opened = part_folder_.open(options_, inputs_, &stop_); !opened) return tl::unexpected(opened.error());
      for (const Part& part : part_folder_.parts()) {
        summary_.documents_before += part.documents;
        summary_.bad_before += part.bad;
        from = {part.next, part.piped};
      }
      summary_.stopped = stopped(&stop_);
      if (summary_.stopped) return summary_;
      if (part_folder_.complete()) return nothing_left(from);
    } else if (auto opened = output_.open(options_.output); !opened) {
      return tl::unexpected(opened.error());
    }
    reader_.emplace(inputs_, segments_, from, &stop_);
    if (from) part_.next = from->position;
    const Stages<Task, Done> stages{[this] { return read(); }, [this](const Task& task) { return work(task); },
                                    [this](const Task& task, const Done& done) { return write(task, done); },
                                    [&] {
                                      summary_.done.raw_total = raw_total_;
                                      if (tick) tick(summary_.done);
                                    },
                                    [this](unsigned threads) { summary_.threads = threads; }};
    raw_total_ = reader_->raw_total();
    if (auto done = run_pipeline(options_.jobs, stages); !done) {
      if (in_parts()) static_cast<void>(part_folder_.end_part(part_));  // what was written is good
      return tl::unexpected(done.error());
    }
    return end();
  }

 private:
  /// Of a finished run: pipes bring what they brought to it, and nothing after that.
  Result<BatchSummary> nothing_left(const std::optional<ShardReader::Start>& from) {
    if (std::ranges::all_of(inputs_, &Input::file)) return summary_;
    reader_.emplace(inputs_, segments_, from, &stop_);
    const auto item = reader_->next();
    if (!item) return tl::unexpected(item.error());
    if (*item)
      return fail(Code::usage,
                  shown(options_.folder) +
                      " holds the output of another run: it is complete for a shorter input; choose another folder");
    summary_.stopped = stopped(&stop_);
    return summary_;
  }

  bool in_parts() const { return !options_.folder.empty(); }

  Result<std::optional<Task>> read() {
    if (error_) return tl::unexpected(*error_);
    Task task;
    while (task.bytes < task_bytes && !task.ends_part) {
      auto item = reader_->next();
      if (!item) return late_error(std::move(task), item.error());
      if (!*item) break;
      task.bytes += (*item)->line.text.size();
      task.items.push_back(std::move(**item));
      task.ends_part = in_parts() && ++read_in_part_ == options_.part;
      if (task.ends_part) read_in_part_ = 0;
    }
    if (task.items.empty()) return std::optional<Task>();
    return set_off(std::move(task));
  }

  std::optional<Task> set_off(Task task) const {
    task.next = reader_->position();
    task.piped = reader_->piped();
    task.raw = reader_->raw();
    return task;
  }

  /// The lines before an error are still answered.
  Result<std::optional<Task>> late_error(Task task, const Error& error) {
    if (task.items.empty()) return tl::unexpected(error);
    error_ = error;
    return set_off(std::move(task));
  }

  Done work(const Task& task) const {
    Done done;
    for (const ShardReader::Item& item : task.items) {
      const std::string file = inputs_.size() > 1 ? shown(inputs_[item.input].path) : std::string();
      const LineResult answer = process_line(item.line, options_.format, options_.language, file,
                                             [&] { return item.numbers->of(item.line_here); });
      done.bytes += answer.line;
      ++done.documents;
      if (answer.bad) ++done.bad;
    }
    done.bytes = compress(std::move(done.bytes), options_.compression);
    return done;
  }

  Result<bool> write(const Task& task, const Done& done) {
    const auto written = in_parts() ? part_folder_.write(done.bytes) : output_.write(done.bytes);
    if (!written) return tl::unexpected(written.error());
    BatchProgress& progress = summary_.done;
    progress.documents += done.documents;
    progress.bad += done.bad;
    progress.bytes_in += task.bytes;
    progress.bytes_out += done.bytes.size();
    progress.raw = task.raw;
    if (inputs_.size() == 1) last_ = {task.items.back().numbers, task.items.back().line_here};
    part_.documents += done.documents;
    part_.bad += done.bad;
    part_.next = task.next;
    part_.piped = task.piped;
    if (task.ends_part)
      if (auto ended = end_part(); !ended) return tl::unexpected(ended.error());
    summary_.closed_early = output_.closed_early();
    if (summary_.closed_early) stop_.enough = true;
    return !summary_.closed_early;
  }

  Result<void> end_part() {
    auto ended = part_folder_.end_part(part_);
    part_.documents = part_.bad = 0;
    return ended;
  }

  Result<BatchSummary> end() {
    summary_.stopped = stop_.asked != nullptr && *stop_.asked;
    if (summary_.stopped && last_.numbers) summary_.last_line = last_.numbers->of(last_.line);
    if (in_parts()) {
      if (auto ended = end_part(); !ended) return tl::unexpected(ended.error());
      if (!summary_.stopped)
        if (auto finished = part_folder_.finish(); !finished) return tl::unexpected(finished.error());
    } else if (!summary_.stopped || options_.output == "-") {
      if (auto finished = output_.finish(); !finished) return tl::unexpected(finished.error());
    }
    return summary_;
  }

  const BatchOptions& options_;
  std::vector<Input> inputs_;
  std::vector<Segment> segments_;
  Stop stop_;
  PartFolder part_folder_;
  Output output_;
  std::optional<ShardReader> reader_;
  std::uint64_t read_in_part_ = 0, raw_total_ = 0;
  std::optional<Error> error_;
  Part part_;
  struct {
    std::shared_ptr<LineNumbers> numbers;
    std::uint64_t line = 0;
  } last_;  ///< the last line that was written
  BatchSummary summary_;
};

}  // namespace

Result<BatchSummary> process_batch(const BatchOptions& options, const std::atomic<bool>* stop,
                                   const std::function<void(const BatchProgress&)>& tick) {
  std::vector<Input> inputs;
  for (const std::string& file : options.files) {
    auto input = inspect_input(file);
    if (!input) return tl::unexpected(input.error());
    inputs.push_back(std::move(*input));
  }
  if (inputs.empty()) {
    auto input = inspect_input("-");
    if (!input) return tl::unexpected(input.error());
    inputs.push_back(std::move(*input));
  }
  return Batch(options, std::move(inputs), stop).run(tick);
}

}  // namespace annal
