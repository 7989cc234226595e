// Rates are of plain bytes, as a reader of the output counts them; the share done and what is left go by the bytes of
// the files as they lie, which are known beforehand.
#include "batch/progress.h"

#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace annal {
namespace {

constexpr std::chrono::milliseconds between_shows{250};
constexpr double settled_seconds = 1;  // before that a rate means nothing
constexpr std::string_view back_and_wipe = "\r\x1B[K";

std::string fixed(double value) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

std::string size(double bytes) {
  if (bytes < 1e3) return std::to_string(static_cast<std::uint64_t>(bytes)) + " B";
  if (bytes < 1e6) return fixed(bytes / 1e3) + " kB";
  if (bytes < 1e9) return fixed(bytes / 1e6) + " MB";
  return fixed(bytes / 1e9) + " GB";
}

std::string time(double seconds) {
  if (seconds < 60) return std::to_string(static_cast<int>(std::ceil(seconds))) + " s";
  const auto minutes = static_cast<std::uint64_t>(seconds / 60);
  if (minutes < 60) return std::to_string(minutes) + " min " + std::to_string(static_cast<int>(seconds) % 60) + " s";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

std::string documents(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " document" : " documents"); }

void put(std::string_view text) {
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

std::string progress_line(const BatchProgress& progress, double seconds) {
  std::string line;
  const double share = progress.raw_total == 0
                           ? 0
                           : std::min(1.0, static_cast<double>(progress.raw) / static_cast<double>(progress.raw_total));
  if (progress.raw_total != 0) line = std::to_string(static_cast<int>(share * 100)) + " %, ";
  line += documents(progress.documents);
  if (seconds < settled_seconds) return line;
  line += ", " + size(static_cast<double>(progress.bytes_in) / seconds) + "/s";
  if (share > 0) line += ", " + time(seconds / share - seconds) + " left";
  return line;
}

std::string summary_line(const BatchSummary& summary, double seconds) {
  const BatchProgress& done = summary.done;
  std::string line = documents(done.documents);
  if (done.bad != 0) line += ", " + std::to_string(done.bad) + " invalid (see the error lines in the output)";
  line += "; " + size(static_cast<double>(done.bytes_in)) + " in, " + size(static_cast<double>(done.bytes_out)) +
          " out, " + fixed(seconds) + " s";
  if (seconds >= settled_seconds) line += ", " + size(static_cast<double>(done.bytes_in) / seconds) + "/s";
  if (summary.documents_before != 0) {
    line += "; " + documents(summary.documents_before) + " were already done";
    if (summary.bad_before != 0) line += ", " + std::to_string(summary.bad_before) + " invalid";
  }
  return line;
}

ProgressDisplay::ProgressDisplay()
    : terminal_(::isatty(STDERR_FILENO) != 0),
      start_(std::chrono::steady_clock::now()),
      next_(start_ + between_shows) {}

void ProgressDisplay::show(const std::function<std::string(double)>& line) {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + between_shows;
  shown_ = true;
  put(std::string(back_and_wipe) + "annal: " + line(seconds()));
}

void ProgressDisplay::clear() {
  if (shown_) put(back_and_wipe);
  shown_ = false;
}

double ProgressDisplay::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace annal
