// read(2) in pieces of 256 KiB. A pipe is waited for with poll(2), so that Ctrl-C is minded while nothing comes.
#include "batch/source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "batch/files.h"
#include "batch/hash64.h"

namespace annal {
namespace {

constexpr std::size_t piece = std::size_t{1} << 18;
constexpr int poll_milliseconds = 100;

tl::unexpected<Error> cannot_read(const std::string& path, const std::string& why) {
  return fail(Code::unreadable, "cannot read " + shown(path) + ": " + why);
}

/// A descriptor that is closed unless it is standard input.
class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      : owned_(path != "-"), value_(owned_ ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : STDIN_FILENO) {}
  ~Descriptor() {
    if (owned_ && value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }

 private:
  bool owned_;
  int value_;
};

}  // namespace

Result<Input> inspect_input(const std::string& path) {
  Input input;
  input.path = path;
  struct stat status {};
  const bool standard = path == "-";
  if ((standard ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status)) != 0)
    return cannot_read(path, reason_of(errno));
  if (S_ISDIR(status.st_mode)) return cannot_read(path, reason_of(EISDIR));
  // A pipe is opened once, to be read: whoever writes into it would be cut off by a second look.
  if (!S_ISREG(status.st_mode)) return input;
  const Descriptor descriptor(path);
  if (descriptor.get() < 0 || ::fstat(descriptor.get(), &status) != 0) return cannot_read(path, reason_of(errno));
  input.file = true;
  if (standard) input.origin = static_cast<std::uint64_t>(std::max<off_t>(::lseek(descriptor.get(), 0, SEEK_CUR), 0));
  const auto size = static_cast<std::uint64_t>(status.st_size);
  input.size = size - std::min(size, input.origin);
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  input.modified = status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec;
  input.changed = status.st_ctim.tv_sec * nanoseconds + status.st_ctim.tv_nsec;
  input.inode = status.st_ino;
  input.device = status.st_dev;
  std::string first(4, '\0');
  const ssize_t n = ::pread(descriptor.get(), first.data(), first.size(), static_cast<off_t>(input.origin));
  if (n < 0) return cannot_read(path, reason_of(errno));
  first.resize(static_cast<std::size_t>(n));
  input.compression = detect_compression(first);
  return input;
}

Result<Source> Source::open(const Input& input, std::uint64_t offset, const Stop* stop, Hash64* skipped) {
  Source source;
  source.path_ = input.path;
  source.stop_ = stop;
  source.pipe_ = !input.file;
  Descriptor descriptor(input.path);
  if (descriptor.get() < 0) return cannot_read(input.path, reason_of(errno));
  if (const std::string why = no_input(descriptor.get()); !why.empty()) return cannot_read(input.path, why);
  const std::uint64_t jump = input.divisible() ? offset : 0;
  if (input.file && ::lseek(descriptor.get(), static_cast<off_t>(input.origin + jump), SEEK_SET) < 0)
    return cannot_read(input.path, reason_of(errno));
  source.descriptor_ = descriptor.release();
  source.begin_ = jump;
  // A file that grows is read as far as it went when it was looked at.
  if (input.file) source.left_ = input.size - std::min(input.size, jump);
  if (!input.divisible()) {
    // What kind of bytes a pipe brings shows in its first four.
    while (!source.ended_ && source.raw_bytes_.size() < 4)
      if (auto filled = source.fill(); !filled) return tl::unexpected(filled.error());
    const Compression compression = detect_compression(source.raw_bytes_);
    if (compression != Compression::none) source.decompressor_.emplace(compression);
    if (auto over = source.skip(offset, skipped); !over) return tl::unexpected(over.error());
  }
  return source;
}

Source::Source(Source&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      pipe_(other.pipe_),
      ended_(other.ended_),
      more_(other.more_),
      stop_(other.stop_),
      decompressor_(std::move(other.decompressor_)),
      raw_bytes_(std::move(other.raw_bytes_)),
      raw_used_(other.raw_used_),
      ahead_(std::move(other.ahead_)),
      begin_(other.begin_),
      raw_(other.raw_),
      lines_skipped_(other.lines_skipped_),
      left_(other.left_) {}

Source::~Source() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

/// Appends the next raw bytes, after those used are dropped.
Result<void> Source::fill() {
  raw_bytes_.erase(0, raw_used_);
  raw_used_ = 0;
  for (;;) {
    if (stopped(stop_)) {
      ended_ = true;
      return {};
    }
    if (pipe_) {
      struct pollfd wait {
        descriptor_, POLLIN, 0
      };
      const int ready = ::poll(&wait, 1, poll_milliseconds);
      if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    }
    const std::size_t old = raw_bytes_.size();
    raw_bytes_.resize(old + piece);
    const ssize_t n = ::read(descriptor_, raw_bytes_.data() + old, std::min<std::uint64_t>(piece, left_));
    const int error = errno;
    raw_bytes_.resize(old + static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
    if (n < 0 && error == EINTR) continue;
    if (n < 0) return cannot_read(path_, reason_of(error));
    ended_ = n == 0;
    raw_ += static_cast<std::uint64_t>(n);
    left_ -= static_cast<std::uint64_t>(n);
    return {};
  }
}

Result<void> Source::read(std::string& bytes) {
  bytes.clear();
  if (!ahead_.empty()) {
    bytes.swap(ahead_);
    return {};
  }
  while (bytes.empty() && !stopped(stop_)) {
    if (raw_used_ == raw_bytes_.size() && !more_) {
      if (!ended_)
        if (auto filled = fill(); !filled) return filled;
      if (raw_used_ == raw_bytes_.size()) {
        const bool cut = decompressor_ && !decompressor_->whole() && !stopped(stop_);
        if (cut) return cannot_read(path_, "its compressed data is truncated");
        return {};
      }
    }
    if (!decompressor_) {
      bytes.swap(raw_bytes_);
      raw_bytes_.clear();
      bytes.erase(0, std::exchange(raw_used_, 0));
      return {};
    }
    std::string_view in = std::string_view(raw_bytes_).substr(raw_used_);
    if (auto stepped = decompressor_->step(in, bytes); !stepped) return cannot_read(path_, stepped.error().message);
    raw_used_ = raw_bytes_.size() - in.size();
    // A step that brought bytes may hold more of them back.
    more_ = !bytes.empty() && !decompressor_->whole();
  }
  return {};
}

Result<void> Source::skip(std::uint64_t offset, Hash64* hash) {
  std::string bytes;
  while (begin_ < offset) {
    if (auto got = read(bytes); !got) return got;
    if (bytes.empty()) return {};
    const auto drop = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), offset - begin_));
    lines_skipped_ +=
        static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(drop), '\n'));
    if (hash != nullptr) hash->add(std::string_view(bytes).substr(0, drop));
    begin_ += drop;
    ahead_ = bytes.substr(drop);
  }
  return {};
}

Result<std::uint64_t> count_lines(const Input& input, std::uint64_t begin, std::uint64_t end) {
  const Descriptor descriptor(input.path);
  if (descriptor.get() < 0) return cannot_read(input.path, reason_of(errno));
  std::vector<char> bytes(piece);
  std::uint64_t lines = 0;
  while (begin < end) {
    const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(piece, end - begin));
    const ssize_t n = ::pread(descriptor.get(), bytes.data(), want, static_cast<off_t>(input.origin + begin));
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return cannot_read(input.path, reason_of(errno));
    if (n == 0) break;
    lines += static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.begin() + n, '\n'));
    begin += static_cast<std::uint64_t>(n);
  }
  return lines;
}

}  // namespace annal
