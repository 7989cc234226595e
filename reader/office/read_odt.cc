#include "reader/office/read_odt.h"

#include <utility>

#include "reader/office/finish.h"
#include "reader/office/odt_body.h"
#include "reader/office/odt_styles.h"
#include "reader/office/office_text.h"
#include "reader/office/package.h"
#include "reader/office/properties.h"

namespace annal {

Result<Document> read_odt(ZipArchive& archive, std::size_t most, const Language* language) {
  const std::string manifest = archive.read("META-INF/manifest.xml").value_or(std::string());
  if (manifest.find(":encryption-data") != std::string::npos)
    return fail(Code::not_text, "protected by a password; save it without one");
  OdtStyleReader styles;
  for (const char* part : {"content.xml", "styles.xml"}) {
    if (!archive.has(part)) continue;
    if (auto read = read_part(archive, part, odt_names, styles); !read) return tl::unexpected(read.error());
  }
  Document document;
  Layout layout;
  OfficeText text(document, layout, most);
  OdtBodyReader reader(styles.styles, text);
  if (auto read = read_part(archive, "content.xml", odt_names, reader); !read) return tl::unexpected(read.error());
  if (!reader.has_text()) return fail(Code::not_text, "no text document; a table can be saved as .csv and read then");
  text.finish();
  if (text.too_long()) return too_much_text(most);

  document.language = styles.language;
  const Properties properties = read_properties(archive, "meta.xml");
  take_days(properties, "meta:creation-date", "dc:date", document);
  return finish_document(std::move(document), std::move(layout), stated_title(properties), language);
}

}  // namespace annal
