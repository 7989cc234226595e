#include "cli/token_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "batch/files.h"
#include "core/unicode/ascii.h"
#include "serve/request_head.h"

namespace annal {
namespace {

constexpr std::size_t shortest = 32, longest = 256;

/// What may stand behind "Bearer" (RFC 6750).
bool in_token(char c) {
  const char letter = lower_ascii(c);
  return is_digit(c) || (letter >= 'a' && letter <= 'z') || std::string_view("-._~+/=").find(c) != std::string::npos;
}

Result<std::string> made(const std::string& file) {
  const auto token = serve::random_token();
  if (!token) return token;
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return fail(Code::unreadable, "cannot make " + shown(file) + ": " + reason_of(errno));
  const std::string line = *token + '\n';
  const bool whole = ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  const int error = errno;
  if (::close(descriptor) == 0 && whole) return token;
  ::unlink(file.c_str());
  return fail(Code::unreadable, "cannot write " + shown(file) + ": " + reason_of(error));
}

}  // namespace

Result<std::string> token_of(const std::string& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) {
    if (errno == ENOENT) return made(file);
    return fail(Code::unreadable, "cannot read " + shown(file) + ": " + reason_of(errno));
  }
  if (S_ISREG(about.st_mode) && (about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fail(Code::unreadable, "others may read " + shown(file) + "; keep it to yourself: chmod 600 " + shown(file));
  const auto bytes = read_file(file);
  if (!bytes) return bytes;
  const std::string token(trimmed(*bytes));
  if (token.size() >= shortest && token.size() <= longest && std::ranges::all_of(token, in_token)) return token;
  return fail(Code::usage, shown(file) +
                               " holds no token: 32 to 256 letters, digits or marks of -._~+/=; delete it, and annal "
                               "makes one");
}

}  // namespace annal
