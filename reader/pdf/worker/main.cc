// The program that reads a PDF with poppler, apart from annal: what a hostile file does to poppler ends here. It is
// part of annal's binary, which starts it anew for each file (reader/pdf/process.h).
//
//   standard input   the PDF, as a file that can be mapped
//   standard output  what it shows (reader/pdf/wire.h)
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <string>
#include <string_view>

#include "core/unicode/utf8.h"
#include "reader/pdf/wire.h"
#include "reader/pdf/worker/poppler.h"
#include "reader/pdf/worker/shown_page.h"

namespace annal::pdf {
namespace {

/// Processor time and memory end; no file can be written, no core dumped, no privilege gained. The worker does not
/// outlive the thread that started it.
void limit_self(std::size_t file_size) {
  const auto limit = [](auto resource, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(resource, &both);
  };
  limit(RLIMIT_CPU, most_cpu_seconds);
  limit(RLIMIT_AS, (rlim_t{most_memory_mib} << 20) + 2 * file_size);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

/// Writes all of `bytes` to standard output; false where nobody reads them any more.
bool write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// `text` without what no message can hold.
std::string valid(const char* text) {
  std::string_view rest = text == nullptr ? "" : text;
  constexpr std::size_t longest = 1000;
  rest = rest.substr(0, longest);
  std::string out(rest);
  while (const auto bad = find_invalid_utf8(out)) out.resize(*bad);
  return out;
}

Content opened(const Poppler& poppler, GBytes* file, PopplerDocument*& document) {
  Content head;
  GError* error = nullptr;
  document = poppler.document_new(file, nullptr, &error);
  if (document == nullptr) {
    head.outcome = error != nullptr && error->code == error_encrypted ? Outcome::encrypted : Outcome::broken;
    head.detail = valid(error == nullptr ? nullptr : error->message);
    return head;
  }
  if (poppler.page_count(document) > static_cast<int>(most_pages)) {
    head.outcome = Outcome::many_pages;
    return head;
  }
  head.outcome = Outcome::read;
  head.title = valid(poppler.title(document));
  if (GDateTime* const created = poppler.created(document); created != nullptr)
    poppler.ymd(created, &head.created[0], &head.created[1], &head.created[2]);
  return head;
}

int run() {
  struct stat status {};
  if (::fstat(STDIN_FILENO, &status) != 0) return 1;
  const auto size = static_cast<std::size_t>(status.st_size);
  limit_self(size);
  void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (bytes == MAP_FAILED) return 1;
  const Poppler poppler;
  std::string out;
  PopplerDocument* document = nullptr;
  Content head;
  if (poppler.loaded.trouble().empty()) {
    head = opened(poppler, poppler.bytes_new_static(bytes, size), document);
  } else {
    head.outcome = Outcome::no_library;
    head.detail = poppler.loaded.trouble();
  }
  write_head(out, head);
  std::size_t letters = 0;
  const int pages = head.outcome == Outcome::read ? poppler.page_count(document) : 0;
  for (int i = 0; i < pages; ++i) {
    PopplerPage* const page = poppler.page(document, i);
    if (page == nullptr) {
      write_page(out, {});
      continue;
    }
    write_page(out, shown_page(poppler, page, most_letters + 1, letters));
    poppler.unref(page);
    if (!write_all(out)) return 1;
    out.clear();
  }
  write_end(out);
  return write_all(out) ? 0 : 1;
}

}  // namespace
}  // namespace annal::pdf

int main() {
  const int code = annal::pdf::run();
  ::_exit(code);  // nothing of poppler is worth tearing down
}
