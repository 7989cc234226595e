// PDFs, which JavaScript reads (web/app/pdf.ts): in place of a PDF come what it shows, in the bytes of the program's
// own worker, behind a mark that begins as a PDF does.
#include <string_view>

#include "reader/pdf/process.h"
#include "reader/pdf/wire.h"

namespace annal::pdf {

Result<Content> run_worker(std::string_view pdf) {
  constexpr std::string_view mark = "%PDF-annal/1\n";
  if (!pdf.starts_with(mark))
    return fail(Code::unreadable, "annal as WebAssembly reads no PDF; the program annal does");
  if (auto content = read_content(pdf.substr(mark.size()))) return std::move(*content);
  return fail(Code::unreadable, "what was read of the PDF is damaged; read it again");
}

}  // namespace annal::pdf
