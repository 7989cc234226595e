// The folder is locked rather than the file, which a rename replaces.
#include "batch/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace annal {

FileLock::FileLock(const std::string& path) {
  std::error_code unknown;  // what cannot be found is told when it is written
  std::filesystem::path folder = std::filesystem::weakly_canonical(path, unknown).parent_path();
  if (folder.empty()) folder = ".";
  descriptor_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  while (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) continue;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);  // which ends the lock
}

}  // namespace annal
