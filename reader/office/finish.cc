#include "reader/office/finish.h"

#include <algorithm>
#include <utility>

#include "core/text/language_of.h"
#include "reader/html/words.h"
#include "reader/layout.h"

namespace annal {
namespace {

constexpr std::size_t longest_text = std::size_t{1} << 24;
constexpr std::size_t text_ratio = 30, text_besides = 1 << 16;

bool is_plain(const Block& block) {
  return block.kind == BlockKind::paragraph && block.role == BlockRole::prose && block.entry == 0;
}

}  // namespace

std::size_t most_text(std::size_t packed) { return std::min(longest_text, packed * text_ratio + text_besides); }

tl::unexpected<Error> too_much_text(std::size_t most) {
  return fail(Code::out_of_range, "its text is longer than " + std::to_string(most >> 10) +
                                      " KiB, more than a file of this size honestly holds; save it again, or as text");
}

Result<Document> finish_document(Document document, Layout layout, const std::string& stated,
                                 const Language* language) {
  if (document.text.empty())
    return fail(Code::not_text, "the document holds no text; give one that is not made of pictures alone");
  document.day_first = !document.language.empty() && !is_month_first(document.language);
  const Language& settled = settle_language(document, language);
  apply_layout(document, std::move(layout), settled);
  document.source = {};
  if (document.title.empty()) document.title = heading_title(document, settled);
  const bool plain = std::ranges::all_of(document.blocks, is_plain);
  const bool shown = document.text.find(stated) != std::string::npos;
  if (document.title.empty() && (!plain || shown)) document.title = stated;
  if (plain) document.blocks.clear();
  return document;
}

}  // namespace annal
