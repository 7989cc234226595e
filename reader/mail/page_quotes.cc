#include "reader/mail/page_quotes.h"

#include <algorithm>

#include "reader/html/charset.h"
#include "reader/html/tree.h"

namespace annal {
namespace {

/// The same of the page's own bytes: one entry for each text in it.
std::vector<QuoteDepth> depths_of_texts(std::string_view html) {
  std::vector<QuoteDepth> depths;
  const Decoded decoded = decode_page(html);
  const Result<PageTree> tree = PageTree::parse(decoded.text);
  if (!tree) return depths;
  std::vector<std::uint32_t> ends;  // of the quotes that the walk is in
  for (std::uint32_t i = 1; i < tree->nodes().size(); ++i) {
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    const PageNode& node = tree->nodes()[i];
    if (node.element && node.tag == Tag::blockquote) ends.push_back(node.end);
    const auto depth = static_cast<std::uint16_t>(std::min<std::size_t>(ends.size(), UINT16_MAX));
    if (node.element || (depth == 0 && depths.empty())) continue;
    const std::vector<std::uint32_t> places = tree->text_places(i);
    if (!places.empty()) depths.push_back({decoded.source.at(places.front()), depth});
  }
  return depths;
}

}  // namespace

std::vector<QuoteDepth> quote_depths(const Document& page, std::string_view html) {
  const std::vector<QuoteDepth> texts = depths_of_texts(html);
  std::vector<QuoteDepth> depths;
  if (texts.empty()) return depths;
  for (const Block& block : page.blocks) {
    const auto next = std::ranges::upper_bound(texts, page.source.at(block.span.begin), {}, &QuoteDepth::begin);
    depths.push_back({block.span.begin, next == texts.begin() ? std::uint16_t{0} : std::prev(next)->depth});
  }
  return depths;
}

}  // namespace annal
