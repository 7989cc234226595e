#include "reader/office/read_office.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/unicode/ascii.h"
#include "reader/epub/read_epub.h"
#include "reader/office/finish.h"
#include "reader/office/read_docx.h"
#include "reader/office/read_odt.h"
#include "reader/zip/archive.h"

namespace annal {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view rtf_mark = "{\\rtf", old_office_mark = "\xD0\xCF\x11\xE0"sv;
/// The stream of a protected document, in the directory of an old container.
constexpr std::string_view encrypted_stream = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"sv;

/// Why the bytes, which are no archive, cannot be read.
tl::unexpected<Error> refuse(std::string_view bytes) {
  constexpr std::string_view convert = "; save it as .docx or .odt (libreoffice --headless --convert-to docx FILE)";
  if (bytes.starts_with(rtf_mark)) return fail(Code::not_text, "RTF is not read" + std::string(convert));
  if (bytes.starts_with(old_office_mark)) {
    if (bytes.find(encrypted_stream) != std::string_view::npos)
      return fail(Code::not_text, "protected by a password; save it without one");
    return fail(Code::not_text, "files of Office before 2007 (.doc) are not read" + std::string(convert));
  }
  if (bytes.empty()) return fail(Code::not_text, "the file is empty; give it a document to read");
  return fail(Code::not_text,
              "not what its name says: no zip archive, as .docx, .odt and .epub are; get the file again");
}

Result<Document> read_archive(std::string_view bytes, const Language* language) {
  Result<ZipArchive> archive = ZipArchive::open(bytes);
  if (!archive) return tl::unexpected(archive.error());
  const std::size_t most = most_text(bytes.size());
  if (archive->has("META-INF/container.xml")) return read_epub(*archive, most, language);
  if (archive->has("content.xml")) return read_odt(*archive, most, language);
  for (const char* other : {"xl/workbook.xml", "ppt/presentation.xml"})
    if (archive->has(other))
      return fail(Code::not_text, "no text document; a table can be saved as .csv, slides as .txt, and read then");
  if (archive->has("[Content_Types].xml")) return read_docx(*archive, most, language);
  return fail(Code::not_text, "a zip archive that is no .docx, .odt or .epub; unpack it, and give the files in it");
}

}  // namespace

bool is_office(std::string_view bytes, std::string_view name) {
  if (is_zip(bytes) || bytes.starts_with(rtf_mark) || bytes.starts_with(old_office_mark)) return true;
  constexpr std::array<std::string_view, 7> endings = {".docx", ".docm", ".dotx", ".odt", ".ott", ".epub", ".doc"};
  const std::string end = lowered(name.substr(name.size() - std::min<std::size_t>(name.size(), 5)));
  return std::ranges::any_of(endings, [&](std::string_view ending) { return end.ends_with(ending); });
}

Result<Document> read_office(std::string_view bytes, std::string_view name, const Language* language) {
  Result<Document> document = is_zip(bytes) ? read_archive(bytes, language) : refuse(bytes);
  if (!document) return fail(document.error().code, std::string(name) + ": " + document.error().message);
  return document;
}

}  // namespace annal
