// Reads whole files, and writes output files that are either complete or absent.
#pragma once

#include <atomic>
#include <string>
#include <string_view>

#include "core/result.h"

namespace annal {

/// Texts above this are refused: spans hold 32-bit offsets, and no article is near it.
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

/// Why what is open there cannot be read to an end: it is a folder, or a device that is no terminal; empty where it
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

  /// Makes ready to write `path`; the temporary file's name begins with `prefix`. Errors: unreadable (missing folder, a
  /// directory, no permission).
  Result<void> open(const std::string& path, const std::string& prefix = ".annal-");
  /// The same for a new or regular file `name` of a folder that is open; a link of that name is replaced, not followed.
  /// `shown_as` is what messages call it. The folder stays open until `finish` or the end.
  Result<void> open_in(int folder, const std::string& name, const std::string& shown_as, const std::string& prefix);
  /// Appends. Errors: unreadable (disk full). Once standard output's reader has gone away, does nothing.
  Result<void> write(std::string_view bytes);
  /// Puts the file in place.
  Result<void> finish();
  /// Standard output was closed by its reader, who has seen enough: no error, and no more need to work.
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

/// Ctrl-C and its like remove the temporary file before they end the program; a closed pipe becomes an error code.
void handle_signals();

/// From now on the first Ctrl-C does nothing but make this true; the second ends the program as ever.
const std::atomic<bool>& interruption();

/// Ends the program as by Ctrl-C, for those who look at how it ended.
void end_interrupted();

}  // namespace annal
