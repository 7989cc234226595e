#include "reader/office/read_docx.h"

#include <utility>

#include "reader/office/docx_body.h"
#include "reader/office/docx_styles.h"
#include "reader/office/finish.h"
#include "reader/office/office_text.h"
#include "reader/office/package.h"
#include "reader/office/properties.h"

namespace annal {

Result<Document> read_docx(ZipArchive& archive, std::size_t most, const Language* language) {
  const auto roots = links_of(archive, "");
  if (!roots) return tl::unexpected(roots.error());
  std::string body = linked_part(archive, *roots, "officeDocument");
  if (body.empty()) body = "word/document.xml";
  const auto links = links_of(archive, body);
  if (!links) return tl::unexpected(links.error());

  DocxStyleReader styles;
  if (const std::string part = linked_part(archive, *links, "styles"); !part.empty())
    if (auto read = read_part(archive, part, docx_names, styles); !read) return tl::unexpected(read.error());
  Document document;
  Layout layout;
  OfficeText text(document, layout, most);
  NoteIds notes;
  DocxBodyReader reader(styles.styles, text, notes);
  std::vector<std::string> parts = {body};
  for (const char* type : {"footnotes", "endnotes"})
    if (std::string part = linked_part(archive, *links, type); !part.empty()) parts.push_back(std::move(part));
  for (const std::string& part : parts) {
    if (auto read = read_part(archive, part, docx_names, reader); !read) return tl::unexpected(read.error());
    if (!reader.has_body()) return fail(Code::not_text, "no text document; a table can be saved as .csv and read then");
  }
  text.finish();
  if (text.too_long()) return too_much_text(most);

  document.language = styles.language;
  const Properties properties = read_properties(archive, linked_part(archive, *roots, "core-properties"));
  take_days(properties, "dcterms:created", "dcterms:modified", document);
  return finish_document(std::move(document), std::move(layout), stated_title(properties), language);
}

}  // namespace annal
