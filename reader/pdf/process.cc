// ANNAL_PDF_WORKER is the path of the worker when annal is built; the assembler takes the file in.
#include "reader/pdf/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string>

#include "reader/pdf/wire.h"

// clang-format off
__asm__(".pushsection .rodata\n"
        ".balign 16\n"
        ".local annal_pdf_worker\n"
        ".local annal_pdf_worker_end\n"
        "annal_pdf_worker:\n"
        ".incbin \"" ANNAL_PDF_WORKER "\"\n"
        "annal_pdf_worker_end:\n"
        ".byte 0\n"
        ".popsection\n");
// clang-format on
extern const char annal_pdf_worker[], annal_pdf_worker_end[];

namespace annal::pdf {
namespace {

constexpr int first_free = 10;   // our files lie above those that the worker has at fixed places
constexpr int program_file = 3;  // where the worker finds itself
// What it says of 8 Mi letters in words of one letter each.
constexpr std::size_t most_answer = most_letters * 40 + (std::size_t{1} << 24);

/// A file descriptor that is closed at the end.
class File {
 public:
  explicit File(int file) : file_(file) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { close(); }

  int get() const { return file_; }
  bool good() const { return file_ >= 0; }
  void close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
  }

 private:
  int file_;
};

/// `file` above the fixed places, where it is closed when a program is started.
int raised(int file) {
  if (file < 0) return file;
  const int high = ::fcntl(file, F_DUPFD_CLOEXEC, first_free);
  ::close(file);
  return high;
}

/// A file in memory that holds `bytes`; -1 where there can be none.
int memory_file(const char* name, std::string_view bytes) {
  const int file = raised(::memfd_create(name, MFD_CLOEXEC));
  while (file >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      ::close(file);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return file;
}

/// The worker's program, kept open as long as this one runs.
int worker_file() {
  static const int file =
      memory_file("annal-pdf", {annal_pdf_worker, static_cast<std::size_t>(annal_pdf_worker_end - annal_pdf_worker)});
  return file;
}

/// Starts the worker with no environment and no files but `in` and `out`; 0, or the error.
int start(int in, int out, pid_t& worker) {
  posix_spawn_file_actions_t files;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  ::posix_spawn_file_actions_adddup2(&files, worker_file(), program_file);
  ::posix_spawn_file_actions_addclosefrom_np(&files, program_file + 1);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  char name[] = "annal-pdf";
  char* arguments[] = {name, nullptr};
  char* environment[] = {nullptr};
  const int error = ::posix_spawn(&worker, "/proc/self/fd/3", &files, &attributes, arguments, environment);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return error;
}

/// All that is written to `file` until its end; nullopt where nothing comes for too long, or far too much.
std::optional<std::string> read_all(int file) {
  std::string out;
  std::array<char, 1 << 16> piece;
  for (;;) {
    pollfd waited{file, POLLIN, 0};
    const int ready = ::poll(&waited, 1, static_cast<int>(most_silent_seconds * 1000));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    const ssize_t size = ::read(file, piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return std::nullopt;
    if (size == 0) return out;
    out.append(piece.data(), static_cast<std::size_t>(size));
    if (out.size() > most_answer) return std::nullopt;
  }
}

/// How the worker ended; 0 where nobody can say.
int status_of(pid_t worker) {
  int status = 0;
  while (::waitpid(worker, &status, 0) < 0)
    if (errno != EINTR) return 0;
  return status;
}

std::string failure(int status) {
  constexpr int killed_for_time = SIGXCPU;
  if (WIFSIGNALED(status) && (WTERMSIG(status) == killed_for_time || WTERMSIG(status) == SIGKILL))
    return "poppler takes more than " + std::to_string(most_cpu_seconds) + " s for this PDF";
  return "poppler crashes on this PDF, or needs more than " + std::to_string(most_memory_mib) + " MiB for it";
}

}  // namespace

Result<Content> run_worker(std::string_view pdf) {
  const auto cannot_start = [](int error) {
    return fail(Code::unreadable, std::string("the reader of PDF cannot be started (") + std::strerror(error) +
                                      "); convert the file to text first, with pdftotext");
  };
  if (worker_file() < 0) return cannot_start(errno);
  File in(memory_file("pdf", pdf));
  if (!in.good()) return cannot_start(errno);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return cannot_start(errno);
  File from(raised(ends[0])), to(raised(ends[1]));
  if (!from.good() || !to.good()) return cannot_start(EMFILE);
  pid_t worker = 0;
  if (const int error = start(in.get(), to.get(), worker); error != 0) return cannot_start(error);
  to.close();
  const std::optional<std::string> answer = read_all(from.get());
  if (!answer) ::kill(worker, SIGKILL);
  const int status = status_of(worker);
  std::optional<Content> content = answer && status == 0 ? read_content(*answer) : std::nullopt;
  if (!content)
    return fail(Code::unreadable, failure(status) + "; repair it with qpdf or mutool clean, or convert it to text");
  return std::move(*content);
}

}  // namespace annal::pdf
