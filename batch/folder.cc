// openat(2) and its kin with O_NOFOLLOW. A name in the folder may be exchanged at any time, so each is looked at when
// it is opened.
#include "batch/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "batch/files.h"

namespace annal {
namespace {

constexpr std::size_t largest_file = std::size_t{1} << 28;
constexpr unsigned wait_microseconds = 50000;
constexpr std::array<std::string_view, 5> own_names{"part", "manifest", "archive", ".lock", ".unfinished"};

}  // namespace

OwnedDescriptor::~OwnedDescriptor() {
  if (value_ >= 0) ::close(value_);
}
OwnedDescriptor::OwnedDescriptor(OwnedDescriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
OwnedDescriptor& OwnedDescriptor::operator=(OwnedDescriptor&& other) noexcept {
  std::swap(value_, other.value_);
  return *this;
}

Result<void> OutputFolder::open(const std::string& path) {
  path_ = path;
  std::error_code error;
  std::filesystem::create_directories(path, error);
  const auto cannot = [&](int number) {
    return fail(Code::unreadable, "cannot write " + shown(path_) + ": " + reason_of(number));
  };
  if (error) return cannot(error.value());
  folder_ = OwnedDescriptor(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder_) return cannot(errno);
  for (const std::string_view prefix : own_names)
    for (const std::string& name : names(prefix)) {
      struct stat status {};
      if (::fstatat(folder_.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISREG(status.st_mode))
        return not_a_file(name);
    }
  return {};
}

std::string OutputFolder::shown_file(const std::string& name) const { return shown(path_ + "/" + name); }

tl::unexpected<Error> OutputFolder::not_a_file(const std::string& name) const {
  return fail(Code::usage, shown_file(name) + " is not a regular file; remove it or choose another folder");
}

Result<OwnedDescriptor> OutputFolder::file(const std::string& name) const {
  // A pipe without O_NONBLOCK would be waited for.
  OwnedDescriptor found(::openat(folder_.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!found && errno == ENOENT) return OwnedDescriptor();
  const int error = errno;
  struct stat status {};
  if (found ? ::fstat(found.get(), &status) == 0 && !S_ISREG(status.st_mode) : error == ELOOP || error == ENXIO)
    return not_a_file(name);
  if (!found) return fail(Code::unreadable, "cannot read " + shown_file(name) + ": " + reason_of(error));
  return found;
}

Result<std::optional<std::string>> OutputFolder::read(const std::string& name) const {
  const auto found = file(name);
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<std::string>();
  std::string bytes;
  std::array<char, 1 << 16> piece;
  for (;;) {
    const ssize_t n = ::read(found->get(), piece.data(), piece.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return fail(Code::unreadable, "cannot read " + shown_file(name) + ": " + reason_of(errno));
    if (n == 0) return std::optional(std::move(bytes));
    bytes.append(piece.data(), static_cast<std::size_t>(n));
    if (bytes.size() > largest_file)
      return fail(Code::usage,
                  shown_file(name) + " is larger than 256 MiB, so annal did not write it; choose another folder");
  }
}

std::vector<std::string> OutputFolder::names(std::string_view prefix) const {
  std::vector<std::string> found;
  DIR* folder = ::fdopendir(::openat(folder_.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder == nullptr) return found;
  while (const struct dirent* entry = ::readdir(folder))
    if (std::string_view(entry->d_name).starts_with(prefix)) found.emplace_back(entry->d_name);
  ::closedir(folder);
  return found;
}

void OutputFolder::remove(const std::string& name) const { ::unlinkat(folder_.get(), name.c_str(), 0); }

Result<OwnedDescriptor> OutputFolder::lock(const std::string& name, bool wait, const Stop* stop) const {
  while (!stopped(stop)) {
    OwnedDescriptor held(
        ::openat(folder_.get(), name.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
    if (!held) return fail(Code::unreadable, "cannot write " + shown_file(name) + ": " + reason_of(errno));
    if (::flock(held.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      if (!wait) return OwnedDescriptor();
      ::usleep(wait_microseconds);
      continue;
    }
    // Whoever held it may have removed the name in between.
    struct stat locked {
    }, named{};
    if (::fstat(held.get(), &locked) == 0 && ::fstatat(folder_.get(), name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
        locked.st_ino == named.st_ino)
      return held;
  }
  return OwnedDescriptor();
}

}  // namespace annal
