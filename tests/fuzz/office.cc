// A document of a word processor, to a timeline: an archive as it is, or the XML of its parts, which is packed here,
// since mutations of an archive hardly ever keep its sums.
#include <string>

#include "reader/office/read_office.h"
#include "tests/fuzz/document.h"
#include "tests/reader/zip_maker.h"

namespace {

using annal::test::ZipPart;

/// The parts of a document, from "d" or "o" (Word, OpenDocument), then their XML, with form feeds between.
std::vector<ZipPart> parts_of(std::string_view input) {
  std::vector<ZipPart> parts;
  const bool word = input.starts_with('d');
  const std::vector<std::string> names =
      word ? std::vector<std::string>{"word/document.xml",
                                      "word/styles.xml",
                                      "word/footnotes.xml",
                                      "docProps/core.xml",
                                      "word/_rels/document.xml.rels",
                                      "_rels/.rels"}
           : std::vector<std::string>{"content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"};
  if (word) parts.push_back({"[Content_Types].xml", ""});
  input.remove_prefix(std::min<std::size_t>(input.size(), 1));
  for (const std::string& name : names) {
    const std::size_t end = std::min(input.find('\f'), input.size());
    if (end > 0) parts.push_back({name, std::string(input.substr(0, end))});
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  return parts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view input = fuzz::text_of(data, size);
  const std::string bytes = input.starts_with("PK") ? std::string(input) : test::zip(parts_of(input));
  fuzz::check_document(read_office(bytes, "a", nullptr), SIZE_MAX);
  return 0;
}
