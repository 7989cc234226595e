// POSIX file calls rather than streams: they say why they fail, and a rename is the only way to replace a file whole.
#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace annal {
namespace {

/// The temporary file that the signal handler removes; a plain array, for a handler may touch nothing else.
std::array<char, PATH_MAX> pending_temporary{};
volatile std::sig_atomic_t temporary_pending = 0;

extern "C" void end_cleanly(int signal_number) {
  if (temporary_pending != 0) ::unlink(pending_temporary.data());
  ::signal(signal_number, SIG_DFL);
  ::raise(signal_number);
}

std::string reason(int error) {
  switch (error) {
    case ENOENT: return "no such file";
    case EISDIR: return "it is a folder; name a file";
    case EACCES:
    case EPERM: return "permission denied";
    case ENOTDIR: return "a part of its path is no folder";
    case ENOSPC: return "no space left on the device";
    case EROFS: return "the file system is read-only";
    case ENAMETOOLONG: return "the name is too long";
    default: {
      std::string text = std::strerror(error);
      if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
      return text;
    }
  }
}

tl::unexpected<Error> cannot(const char* what, const std::string& path, const std::string& why) {
  return fail(Code::unreadable, std::string("cannot ") + what + " " + path + ": " + why);
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

Result<std::string> read_file(const std::string& path) {
  const bool standard = path == "-";
  const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return cannot("read", path, reason(errno));
  std::string bytes;
  struct stat status{};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
      static_cast<std::size_t>(status.st_size) <= largest_text) {
    bytes.reserve(static_cast<std::size_t>(status.st_size) + 1);
  }
  std::vector<char> chunk(std::size_t{1} << 16);
  int error = 0;
  while (bytes.size() <= largest_text) {
    const ssize_t n = ::read(descriptor, chunk.data(), chunk.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) error = errno;
    if (n <= 0) break;
    bytes.append(chunk.data(), static_cast<std::size_t>(n));
  }
  if (!standard) ::close(descriptor);
  if (error != 0) return cannot("read", shown(path), reason(error));
  if (bytes.size() > largest_text) return cannot("read", shown(path), "it is larger than 1 GiB; split it");
  return bytes;
}

Output::~Output() { discard(); }

Result<void> Output::open(const std::string& path) {
  path_ = path;
  if (path == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return {};
  }
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return cannot("write", path_, reason(errno));
    struct stat folder{};
    if (::stat(folder_of(path).c_str(), &folder) != 0) {
      return cannot("write", path_, "there is no folder " + folder_of(path) + "; make it first");
    }
    return open_temporary(path);
  }
  if (S_ISDIR(status.st_mode)) return cannot("write", path_, reason(EISDIR));
  if (S_ISREG(status.st_mode)) {
    if (::access(path.c_str(), W_OK) != 0) return cannot("write", path_, reason(errno));
    char* real = ::realpath(path.c_str(), nullptr);
    if (real == nullptr) return cannot("write", path_, reason(errno));
    const std::string target = real;
    std::free(real);
    return open_temporary(target);
  }
  // A device or a pipe cannot be renamed over without destroying it.
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) return cannot("write", path_, reason(errno));
  owned_ = true;
  return {};
}

Result<void> Output::open_temporary(const std::string& target) {
  target_ = target;
  temporary_ = folder_of(target) + "/.annal-XXXXXX";
  if (temporary_.size() + 1 > pending_temporary.size()) return cannot("write", path_, reason(ENAMETOOLONG));
  sigset_t all, before;
  ::sigfillset(&all);
  // A signal between the making of the file and the noting of its name would leave it behind.
  ::sigprocmask(SIG_SETMASK, &all, &before);
  descriptor_ = ::mkostemp(temporary_.data(), O_CLOEXEC);
  const int error = errno;
  if (descriptor_ >= 0) {
    std::memcpy(pending_temporary.data(), temporary_.c_str(), temporary_.size() + 1);
    temporary_pending = 1;
  }
  ::sigprocmask(SIG_SETMASK, &before, nullptr);
  if (descriptor_ < 0) {
    temporary_.clear();
    return cannot("write", path_, reason(error));
  }
  owned_ = true;
  struct stat old{};
  const mode_t mask = ::umask(0);
  ::umask(mask);
  // mkostemp gives 0600; the file is to have the rights of the one it replaces, or those of any new file.
  const mode_t mode = ::stat(target_.c_str(), &old) == 0 ? old.st_mode & 07777U : 0666U & ~mask;
  if (::fchmod(descriptor_, mode) != 0) return cannot("write", path_, reason(errno));
  return {};
}

Result<void> Output::write(std::string_view bytes) {
  while (!bytes.empty() && !closed_early_) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) {
      closed_early_ = true;
    } else if (n < 0) {
      return cannot("write", path_, reason(errno));
    } else {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
  }
  return {};
}

Result<void> Output::finish() {
  if (owned_) {
    owned_ = false;
    if (::close(descriptor_) != 0) {
      const int error = errno;
      discard();
      return cannot("write", path_, reason(error));
    }
  }
  descriptor_ = -1;
  if (temporary_.empty()) return {};
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) {
    const int error = errno;
    discard();
    return cannot("write", path_, reason(error));
  }
  temporary_pending = 0;
  temporary_.clear();
  return {};
}

void Output::discard() {
  if (owned_) ::close(descriptor_);
  owned_ = false;
  descriptor_ = -1;
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_pending = 0;
  temporary_.clear();
}

void handle_signals() {
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old{};
    // A program started with nohup, or in the background of a script, is meant to ignore these.
    if (::sigaction(signal_number, nullptr, &old) == 0 && old.sa_handler == SIG_IGN) continue;
    struct sigaction action{};
    action.sa_handler = end_cleanly;
    ::sigfillset(&action.sa_mask);
    ::sigaction(signal_number, &action, nullptr);
  }
  ::signal(SIGPIPE, SIG_IGN);
}

}  // namespace annal
