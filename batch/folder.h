// The folder of an output in parts. It is opened once, and its files by their names within it. So someone who can write
// into it can neither redirect output elsewhere (by a link) nor make the program wait (by a pipe).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/source.h"
#include "core/result.h"

namespace annal {

/// A descriptor that is closed at the end.
class OwnedDescriptor {
 public:
  OwnedDescriptor() = default;
  explicit OwnedDescriptor(int value) : value_(value) {}
  ~OwnedDescriptor();
  OwnedDescriptor(OwnedDescriptor&& other) noexcept;
  OwnedDescriptor& operator=(OwnedDescriptor&& other) noexcept;
  int get() const { return value_; }
  explicit operator bool() const { return value_ >= 0; }

 private:
  int value_ = -1;
};

class OutputFolder {
 public:
  /// Opens the folder, and creates it if needed. Errors: unreadable; usage: something with the name of a part, a
  /// manifest or a lock is not a regular file.
  Result<void> open(const std::string& path);

  /// The path as the user wrote it.
  const std::string& path() const { return path_; }
  int descriptor() const { return folder_.get(); }
  /// The path of a file in it, for messages.
  std::string shown_file(const std::string& name) const;

  /// Opens a regular file for reading; no descriptor if it does not exist. Errors: unreadable, also for a link.
  Result<OwnedDescriptor> file(const std::string& name) const;
  /// Returns all bytes of such a file. Errors: as `file`; larger than 256 MiB.
  Result<std::optional<std::string>> read(const std::string& name) const;
  /// Returns the names that begin with `prefix`.
  std::vector<std::string> names(std::string_view prefix) const;
  void remove(const std::string& name) const;

  /// Creates a file of that name and locks it; the system releases the lock when the program ends, however it ends. No
  /// descriptor if another has it and `wait` is false, or if stopped while waiting. Errors: unreadable.
  Result<OwnedDescriptor> lock(const std::string& name, bool wait, const Stop* stop) const;

 private:
  tl::unexpected<Error> not_a_file(const std::string& name) const;

  OwnedDescriptor folder_;
  std::string path_;
};

}  // namespace annal
