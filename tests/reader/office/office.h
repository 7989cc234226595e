// Documents of word processors as tests write them.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "reader/office/read_office.h"
#include "tests/reader/places.h"
#include "tests/reader/zip_maker.h"

namespace annal::test {

inline Document read_document(const std::string& bytes, const std::string& name = "a.docx") {
  auto document = read_office(bytes, name, Language::find("en"));
  INFO((document ? "" : document.error().message));
  REQUIRE(document);
  return *document;
}

inline std::string refusal(const std::string& bytes, const std::string& name = "a.docx") {
  const auto document = read_office(bytes, name, nullptr);
  REQUIRE_FALSE(document);
  CHECK(document.error().message.find('\n') == std::string::npos);
  return document.error().message;
}

inline std::string links(const std::string& relationships) {
  return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relationships +
         "</Relationships>";
}

inline std::string part_link(const std::string& type, const std::string& target) {
  return "<Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
         "' Target='" + target + "'/>";
}

inline const std::string word_spaces =
    " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";

/// The parts of a Word document with `body` in w:body, and `more` parts, which it names.
inline std::vector<ZipPart> docx_parts(const std::string& body, const std::vector<ZipPart>& more = {}) {
  std::vector<ZipPart> parts = {
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", links(part_link("officeDocument", "word/document.xml") +
                            part_link("metadata/core-properties", "docProps/core.xml"))},
      {"word/_rels/document.xml.rels",
       links(part_link("styles", "styles.xml") + part_link("footnotes", "/word/footnotes.xml") +
             part_link("endnotes", "endnotes.xml"))},
      {"word/document.xml", "<w:document" + word_spaces + "><w:body>" + body + "</w:body></w:document>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

inline std::string docx(const std::string& body, const std::vector<ZipPart>& more = {}) {
  return zip(docx_parts(body, more));
}

/// A paragraph of Word: properties, and words.
inline std::string word(const std::string& words, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t>" + words +
         "</w:t></w:r></w:p>";
}

inline ZipPart core_properties(const std::string& properties) {
  return {"docProps/core.xml",
          "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' "
          "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:dcterms='http://purl.org/dc/terms/'>" +
              properties + "</cp:coreProperties>"};
}

}  // namespace annal::test
