// Keeps programs that replace the same file from losing each other's changes.
#pragma once

#include <string>

namespace annal {

/// Held by one program at a time for the files of one folder, from its making to its end: what is read and then written
/// in between is nobody else's. No file is left behind. Where the file system knows no locks, nobody waits.
class FileLock {
 public:
  /// Waits for the lock of the folder that the file `path` lies in; of a link, the folder that it points into.
  explicit FileLock(const std::string& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace annal
