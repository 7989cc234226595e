// Reports the progress of long work on standard error: an updating line on a terminal, and a summary at the end.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "batch/batch.h"

namespace annal {

/// "34 %, 12345 documents, 23.1 MB/s, 2 min 10 s left".
///
///   seconds  since the run began
std::string progress_line(const BatchProgress& progress, double seconds);

/// "12345 documents, 3 invalid; 50.1 MB in, 210.4 MB out, 2.4 s, 20.9 MB/s".
std::string summary_line(const BatchSummary& summary, double seconds);

/// Shows the progress several times a second, if standard error is a terminal.
class ProgressDisplay {
 public:
  ProgressDisplay();
  ~ProgressDisplay() { clear(); }
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

  /// `line` is called with the seconds since the run began, where its words are to be shown.
  void show(const std::function<std::string(double seconds)>& line);
  /// Wipes the line, for what is said next.
  void clear();
  double seconds() const;

 private:
  bool terminal_, shown_ = false;
  std::chrono::steady_clock::time_point start_, next_;
};

}  // namespace annal
