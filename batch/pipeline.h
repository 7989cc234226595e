// A bounded pipeline: one reader, `jobs` workers, and one writer that gets the results in the order of reading. The
// amount read ahead of the writer is bounded, so memory does not grow with the input.
//
// Inside is a window of slots in the order of reading: the reader adds at the back, workers take the first that nobody
// has, the writer takes the front once it is done.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "core/result.h"

namespace annal {

/// What the pipeline calls. A `Task` says in its member `bytes` how much memory it takes.
template <class Task, class Done>
struct Stages {
  std::function<Result<std::optional<Task>>()> read;     ///< nullopt: no more
  std::function<Done(const Task&)> work;                 ///< in any thread
  std::function<Result<bool>(const Task&, Done)> write;  ///< in order; false: enough
  std::function<void()> tick;                            ///< some times a second, in the thread of the call
  std::function<void(unsigned)> started = {};            ///< with the number of threads that work; may be empty
};

namespace detail {

inline constexpr std::size_t slots_per_job = 4;
inline constexpr std::size_t most_bytes_under_way = std::size_t{16} << 20;
inline constexpr std::chrono::milliseconds tick_every{200};

template <class Task, class Done>
class Window {
 public:
  Window(unsigned jobs, const Stages<Task, Done>& stages) : stages_(stages), most_(jobs * slots_per_job) {}

  void read_all() {
    try {
      for (;;) {
        auto task = stages_.read();
        std::unique_lock lock(mutex_);
        if (!task) error_ = task.error();
        if (!task || !*task || closing_) break;
        // One task alone is let in however large it is.
        room_.wait(lock, [&] {
          return closing_ || slots_.empty() || (slots_.size() < most_ && bytes_ < most_bytes_under_way);
        });
        if (closing_) break;
        bytes_ += (*task)->bytes;
        slots_.push_back(Slot{std::move(**task), {}, nullptr, false});
        work_.notify_one();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    read_all_ = true;
    work_.notify_all();
    done_.notify_all();
  }

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_.wait(lock, [&] { return closing_ || next_ < slots_.size() || read_all_; });
      if (closing_ || next_ >= slots_.size()) return;
      // Growing at the back and shrinking at the front leaves the others of a deque where they are.
      Slot& slot = slots_[next_++];
      lock.unlock();
      Done done;
      std::exception_ptr failure;
      try {
        done = stages_.work(slot.task);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      slot.done = std::move(done);
      slot.failure = failure;
      slot.ready = true;
      if (&slot == &slots_.front()) done_.notify_one();
    }
  }

  Result<void> write_all() {
    std::unique_lock lock(mutex_);
    for (;;) {
      const auto ready = [&] { return slots_.empty() ? read_all_ : slots_.front().ready; };
      if (!done_.wait_for(lock, tick_every, ready)) {
        lock.unlock();
        stages_.tick();
        lock.lock();
        continue;
      }
      if (slots_.empty()) break;
      Slot slot = std::move(slots_.front());
      slots_.pop_front();
      --next_;
      bytes_ -= slot.task.bytes;
      room_.notify_one();
      lock.unlock();
      if (slot.failure) std::rethrow_exception(slot.failure);
      const auto written = stages_.write(slot.task, std::move(slot.done));
      if (!written) return tl::unexpected(written.error());
      if (!*written) return {};
      stages_.tick();
      lock.lock();
    }
    if (failure_) std::rethrow_exception(failure_);
    if (error_) return tl::unexpected(*error_);
    return {};
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    work_.notify_all();
    room_.notify_all();
  }

 private:
  struct Slot {
    Task task;
    Done done;
    std::exception_ptr failure;
    bool ready;
  };

  const Stages<Task, Done>& stages_;
  std::size_t most_;
  std::mutex mutex_;
  std::condition_variable room_, work_, done_;
  std::deque<Slot> slots_;
  std::size_t next_ = 0;   ///< the first slot that no worker has taken
  std::size_t bytes_ = 0;  ///< of the tasks in the window
  bool read_all_ = false, closing_ = false;
  std::optional<Error> error_;
  std::exception_ptr failure_;
};

template <class Task, class Done>
Result<void> run_alone(const Stages<Task, Done>& stages) {
  for (;;) {
    const auto task = stages.read();
    if (!task) return tl::unexpected(task.error());
    if (!*task) return {};
    const auto written = stages.write(**task, stages.work(**task));
    if (!written) return tl::unexpected(written.error());
    if (!*written) return {};
    stages.tick();
  }
}

/// Begins a thread, unless the system lets none begin.
template <class Run>
bool begin_thread(std::vector<std::jthread>& threads, Run run) {
  try {
    threads.emplace_back(std::move(run));
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

}  // namespace detail

/// Runs until `read` has no more or `write` has enough. With one job, everything runs in the calling thread. The calls
/// of `write` are the same for any number of jobs. After an error of `read`, writes what was read before and ends.
/// Rethrows exceptions of `work`. If the system refuses some of the threads, the others do the work.
template <class Task, class Done>
Result<void> run_pipeline(unsigned jobs, const Stages<Task, Done>& stages) {
  const auto started = [&](unsigned workers) {
    if (stages.started) stages.started(workers);
  };
  detail::Window<Task, Done> window(jobs, stages);
  std::vector<std::jthread> threads;
  // Closed before the threads are joined, however the writing ends.
  struct Closer {
    detail::Window<Task, Done>& window;
    ~Closer() { window.close(); }
  };
  const Closer closer{window};
  const auto work = [&] { window.work(); };
  // Before the reader begins nothing is taken from the input, and this thread can do everything.
  const bool together =
      jobs > 1 && detail::begin_thread(threads, work) && detail::begin_thread(threads, [&] { window.read_all(); });
  if (!together) {
    started(1);
    return detail::run_alone(stages);
  }
  unsigned workers = 1;
  while (workers < jobs && detail::begin_thread(threads, work)) ++workers;
  started(workers);
  return window.write_all();
}

}  // namespace annal
