// Reads whole files, and writes output files that are either complete or absent.
#pragma once

#include <atomic>
#include <string>
#include <string_view>

#include "core/result.h"

namespace annal {

/// The largest text that is accepted: spans have 32-bit offsets, and no article is near it.
inline constexpr std::size_t largest_text = std::size_t{1} << 30;

/// Returns all bytes of the file `path`, or of standard input for "-".
///
/// Waits for a named pipe. Of devices, reads only a terminal and /dev/null: others may have no end.
///
///   errors   unreadable, named by path: no such file, a directory, a device, no permission, more than `largest_text`
///   bytes
Result<std::string> read_file(const std::string& path);

/// Returns the name of a file in messages: its path, on one line and in UTF-8, or "standard input" for "-".
std::string shown(const std::string& path);

/// Returns why the open file cannot be read to its end (a folder, or a device that is not a terminal), or "" if it
/// can.
std::string no_input(int descriptor);

/// Returns the meaning of errno, for the end of a message: "permission denied".
std::string reason_of(int error);

/// An output file that is being written. A regular file is written under a temporary name in the same folder and
/// renamed in `finish`, so the name always has either the old or the complete new content, even after an error, Ctrl-C
/// or a full disk. Standard output ("-") and devices are written directly.
class Output {
 public:
  Output() = default;
  ~Output();  ///< removes the temporary file unless `finish` succeeded
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Opens `path` for writing; the name of the temporary file begins with `prefix`. Errors: unreadable (missing folder,
  /// a directory, no permission).
  Result<void> open(const std::string& path, const std::string& prefix = ".annal-");
  /// The same for a new or regular file `name` in an open folder; a link of that name is replaced, not followed.
  /// `shown_as` is its name in messages. The folder must stay open until `finish` or destruction.
  Result<void> open_in(int folder, const std::string& name, const std::string& shown_as, const std::string& prefix);
  /// Appends. Errors: unreadable (disk full). Does nothing after the reader of standard output has closed it.
  Result<void> write(std::string_view bytes);
  /// Renames the file to its final name.
  Result<void> finish();
  /// Whether the reader of standard output has closed it. This is not an error, but the work can end.
  bool closed_early() const { return closed_early_; }

 private:
  Result<void> open_temporary(int folder, const std::string& target);
  void discard();

  int descriptor_ = -1;
  int folder_ = -1;  ///< that the names below are in, or AT_FDCWD
  bool owned_ = false;
  bool closed_early_ = false;
  std::string path_;       ///< as the user wrote it
  std::string target_;     ///< where it goes, symbolic links followed
  std::string temporary_;  ///< empty where written in place
  std::string prefix_;
  int noted_ = -1;  ///< where the signal handler finds the temporary name
};

/// Installs handlers: Ctrl-C removes the temporary file before it ends the program; a closed pipe is an error code.
void handle_signals();

/// From now on, the first Ctrl-C only makes this true; the second ends the program.
const std::atomic<bool>& interruption();

/// Ends the program as Ctrl-C would, so that its exit status says so.
void end_interrupted();

}  // namespace annal
