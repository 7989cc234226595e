#include "reader/epub/read_epub.h"

#include <utility>

#include "reader/epub/package.h"
#include "reader/epub/pages.h"
#include "reader/html/charset.h"
#include "reader/html/flow.h"
#include "reader/html/tree.h"
#include "reader/office/finish.h"

namespace annal {
namespace {

constexpr std::size_t largest_page = std::size_t{1} << 24;

Result<void> add_page(ZipArchive& archive, const std::string& part, Document& document, Layout& layout) {
  const auto bytes = archive.read(part);
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->size() > largest_page)
    return fail(Code::out_of_range, part + ": longer than 16 MiB, which no page of a book needs");
  const std::string page = with_ends(decode_page(*bytes).text);
  Result<PageTree> tree = PageTree::parse(page);
  if (!tree) return fail(tree.error().code, part + ": " + tree.error().message);
  drop_apparatus(*tree);
  flow_text(*tree, 0, document, layout);
  return {};
}

}  // namespace

Result<Document> read_epub(ZipArchive& archive, std::size_t most, const Language* language) {
  const auto package = read_epub_package(archive);
  if (!package) return tl::unexpected(package.error());
  Document document;
  Layout layout;
  for (const std::string& page : package->pages) {
    if (!archive.has(page)) continue;  // what readers of books do, too
    if (auto added = add_page(archive, page, document, layout); !added) return tl::unexpected(added.error());
    if (document.text.size() > most) return too_much_text(most);
  }
  document.language = package->language;
  document.title = package->title;  // each page may have a heading of the first level
  take_days(package->days, "created", "changed", document);
  for (DctCandidate& day : document.dct_candidates) day.trust = 0.3;
  return finish_document(std::move(document), std::move(layout), "", language);
}

}  // namespace annal
