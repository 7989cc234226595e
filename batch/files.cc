// POSIX file calls rather than streams: they say why they fail, and a rename is the only way to replace a file whole.
#include "batch/files.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "core/unicode/ascii.h"
#include "render/encode/escape.h"

namespace annal {
namespace {

/// The temporary files that the signal handler removes; plain arrays, for a handler may touch nothing else. A program
/// has one or two at a time; where all places are taken, a file is written without one.
struct Pending {
  std::atomic<int> state{0};  ///< 0 free, 1 taken, 2 to be removed
  int folder = AT_FDCWD;
  std::array<char, PATH_MAX> name{};
};
std::array<Pending, 8> pending;
static_assert(std::atomic<int>::is_always_lock_free);

int note_temporary(int folder, const std::string& name) {
  for (std::size_t i = 0; i < pending.size(); ++i) {
    int free = 0;
    if (!pending[i].state.compare_exchange_strong(free, 1)) continue;
    pending[i].folder = folder;
    std::memcpy(pending[i].name.data(), name.c_str(), name.size() + 1);
    pending[i].state = 2;
    return static_cast<int>(i);
  }
  return -1;
}

void forget_temporary(int& place) {
  if (place >= 0) pending[static_cast<std::size_t>(place)].state = 0;
  place = -1;
}

/// Set by the first Ctrl-C where the work is to be brought to an end instead.
std::atomic<bool> interrupted{false};
std::atomic<bool> interrupt_is_mild{false};
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void end_cleanly(int signal_number) {
  if (signal_number == SIGINT && interrupt_is_mild && !interrupted.exchange(true)) return;
  for (const Pending& temporary : pending)
    if (temporary.state == 2) ::unlinkat(temporary.folder, temporary.name.data(), 0);
  ::signal(signal_number, SIG_DFL);
  ::raise(signal_number);
}

}  // namespace

std::string reason_of(int error) {
  switch (error) {
    case ENOENT: return "no such file";
    case EISDIR: return "it is a folder, not a file";
    case EACCES:
    case EPERM: return "permission denied";
    case ENOTDIR: return "part of its path is not a folder";
    case ENOSPC: return "no space left on the device";
    case EROFS: return "the file system is read-only";
    case ENAMETOOLONG: return "the name is too long";
    default: {
      std::string text = std::strerror(error);
      if (!text.empty()) text[0] = lower_ascii(text[0]);
      return text;
    }
  }
}

namespace {

tl::unexpected<Error> cannot(const char* what, const std::string& path, const std::string& why) {
  return fail(Code::unreadable, std::string("cannot ") + what + " " + visible(path) + ": " + why);
}

/// Makes an empty file whose name is that of `name` and six letters, as mkstemp does but in a folder that is open; -1:
/// errno.
int make_temporary(int folder, std::string& name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz0123456789";
  constexpr int most_tries = 1000;
  const std::string beginning = name;
  for (int i = 0; i < most_tries; ++i) {
    std::array<unsigned char, 6> random{};
    if (::getrandom(random.data(), random.size(), 0) < 0) return -1;
    name = beginning;
    for (const unsigned char byte : random) name += letters[byte % letters.size()];
    const int made = ::openat(folder, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (made >= 0 || errno != EEXIST) return made;
  }
  return -1;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace

std::string shown(const std::string& path) { return path == "-" ? "standard input" : visible(path); }

std::string no_input(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return reason_of(errno);
  if (S_ISDIR(status.st_mode)) return reason_of(EISDIR);
  const bool null = S_ISCHR(status.st_mode) && status.st_rdev == makedev(1, 3);
  if (S_ISBLK(status.st_mode) || (S_ISCHR(status.st_mode) && !null && ::isatty(descriptor) == 0))
    return "it is a device, not a file";
  return {};
}

Result<std::string> read_file(const std::string& path) {
  const bool standard = path == "-";
  const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return cannot("read", path, reason_of(errno));
  std::string why = no_input(descriptor);
  std::string bytes;
  struct stat status {};
  if (why.empty() && ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode))
    bytes.reserve(std::min(static_cast<std::size_t>(status.st_size), largest_text) + 1);
  std::vector<char> chunk(std::size_t{1} << 16);
  while (why.empty() && bytes.size() <= largest_text) {
    const ssize_t n = ::read(descriptor, chunk.data(), chunk.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) why = reason_of(errno);
    if (n <= 0) break;
    bytes.append(chunk.data(), static_cast<std::size_t>(n));
  }
  if (!standard) ::close(descriptor);
  if (bytes.size() > largest_text) why = "it is larger than 1 GiB; split it";
  if (!why.empty()) return cannot("read", shown(path), why);
  return bytes;
}

Output::~Output() { discard(); }

Result<void> Output::open(const std::string& path, const std::string& prefix) {
  path_ = path;
  prefix_ = prefix;
  if (path == "-") {
    path_ = "standard output";
    descriptor_ = STDOUT_FILENO;
    return {};
  }
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return cannot("write", path_, reason_of(errno));
    struct stat folder {};
    if (::stat(folder_of(path).c_str(), &folder) != 0) {
      return cannot("write", path_, "the folder " + visible(folder_of(path)) + " does not exist; create it first");
    }
    return open_temporary(AT_FDCWD, path);
  }
  if (S_ISDIR(status.st_mode)) return cannot("write", path_, reason_of(EISDIR));
  if (S_ISREG(status.st_mode)) {
    if (::access(path.c_str(), W_OK) != 0) return cannot("write", path_, reason_of(errno));
    char* real = ::realpath(path.c_str(), nullptr);
    if (real == nullptr) return cannot("write", path_, reason_of(errno));
    const std::string target = real;
    std::free(real);
    return open_temporary(AT_FDCWD, target);
  }
  // A device or a pipe cannot be renamed over without destroying it.
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) return cannot("write", path_, reason_of(errno));
  owned_ = true;
  return {};
}

Result<void> Output::open_in(int folder, const std::string& name, const std::string& shown_as,
                             const std::string& prefix) {
  path_ = shown_as;
  prefix_ = prefix;
  return open_temporary(folder, name);
}

Result<void> Output::open_temporary(int folder, const std::string& target) {
  folder_ = folder;
  target_ = target;
  temporary_ = (target.find('/') == std::string::npos ? "" : folder_of(target) + "/") + prefix_;
  if (temporary_.size() + 7 > PATH_MAX) return cannot("write", path_, reason_of(ENAMETOOLONG));
  sigset_t all, before;
  ::sigfillset(&all);
  // A signal between the making of the file and the noting of its name would leave it behind.
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  descriptor_ = make_temporary(folder_, temporary_);
  const int error = errno;
  if (descriptor_ >= 0) noted_ = note_temporary(folder_, temporary_);
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (descriptor_ < 0) {
    temporary_.clear();
    return cannot("write", path_, reason_of(error));
  }
  owned_ = true;
  struct stat old {};
  const mode_t mask = ::umask(0);
  ::umask(mask);
  // It was made with 0600; the file is to have the rights of the one it replaces, or those of any new file.
  const mode_t mode = ::fstatat(folder_, target_.c_str(), &old, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(old.st_mode)
                          ? old.st_mode & 07777U
                          : 0666U & ~mask;
  if (::fchmod(descriptor_, mode) != 0) return cannot("write", path_, reason_of(errno));
  return {};
}

Result<void> Output::write(std::string_view bytes) {
  while (!bytes.empty() && !closed_early_) {
    const ssize_t n = ::write(descriptor_, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) {
      closed_early_ = true;
    } else if (n < 0) {
      return cannot("write", path_, reason_of(errno));
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
      return cannot("write", path_, reason_of(error));
    }
  }
  descriptor_ = -1;
  if (temporary_.empty()) return {};
  if (::renameat(folder_, temporary_.c_str(), folder_, target_.c_str()) != 0) {
    const int error = errno;
    discard();
    return cannot("write", path_, reason_of(error));
  }
  forget_temporary(noted_);
  temporary_.clear();
  return {};
}

void Output::discard() {
  if (owned_) ::close(descriptor_);
  owned_ = false;
  descriptor_ = -1;
  if (!temporary_.empty()) ::unlinkat(folder_, temporary_.c_str(), 0);
  forget_temporary(noted_);
  temporary_.clear();
}

void handle_signals() {
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction old {};
    // A program started with nohup, or in the background of a script, is meant to ignore these.
    if (::sigaction(signal_number, nullptr, &old) == 0 && old.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = end_cleanly;
    ::sigfillset(&action.sa_mask);
    ::sigaction(signal_number, &action, nullptr);
  }
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);  // a file past the shell's limit is an error like a full disk
}

const std::atomic<bool>& interruption() {
  interrupt_is_mild = true;
  return interrupted;
}

void end_interrupted() {
  ::signal(SIGINT, SIG_DFL);
  ::raise(SIGINT);
}

}  // namespace annal
