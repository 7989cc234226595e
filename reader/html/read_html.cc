#include "reader/html/read_html.h"

#include <algorithm>
#include <string>

#include "core/text/language_of.h"
#include "core/unicode/ascii.h"
#include "reader/html/article.h"
#include "reader/html/charset.h"
#include "reader/html/flow.h"
#include "reader/html/published.h"
#include "reader/html/title.h"
#include "reader/html/tree.h"
#include "reader/html/words.h"
#include "reader/layout.h"
#include "reader/source_path.h"

namespace annal {
namespace {

constexpr std::size_t largest_page = std::size_t{1} << 24;

/// The element that holds the title as text: a headline, else <title>.
std::uint32_t title_element(const PageTree& tree, const std::string& title) {
  const auto& nodes = tree.nodes();
  std::uint32_t found = 0;
  for (std::uint32_t i = 1; i < nodes.size() && !title.empty(); ++i) {
    const bool titled = nodes[i].tag == Tag::title && nodes[i].end - i <= 2;  // it holds a text alone
    if (!nodes[i].element || (nodes[i].tag != Tag::h1 && !titled)) continue;
    if (!(titled ? single_spaced(tree.text(i)) : headline_text(tree, i)).starts_with(title)) continue;
    found = i;
    if (nodes[i].tag == Tag::h1) break;
  }
  return found;
}

/// The page's lang, or nothing.
std::string_view stated_language(const PageTree& tree) {
  for (std::uint32_t i = 1; i < tree.nodes().size(); ++i)
    if (tree.nodes()[i].element && tree.nodes()[i].tag == Tag::html) return tree.attribute(i, "lang");
  return {};
}

}  // namespace

bool is_html(std::string_view bytes, std::string_view name) {
  const std::string ending = lowered(name.substr(name.size() - std::min<std::size_t>(name.size(), 6)));
  if (ending.ends_with(".html") || ending.ends_with(".htm") || ending.ends_with(".xhtml")) return true;
  std::string head = lowered(bytes.substr(0, 2048));
  std::erase(head, '\0');  // UTF-16
  std::string_view front = head;
  if (front.starts_with("\xEF\xBB\xBF")) front.remove_prefix(3);
  if (front.starts_with("\xFF\xFE") || front.starts_with("\xFE\xFF")) front.remove_prefix(2);
  front = trimmed(front);
  while (front.starts_with("<!--") || front.starts_with("<?xml")) {
    const std::size_t end = front.find('>');
    if (end == std::string_view::npos) return false;
    front = trimmed(front.substr(end + 1));
  }
  return front.starts_with("<!doctype html") || front.starts_with("<html") || front.starts_with("<head") ||
         front.starts_with("<body");
}

namespace {

/// `keep` drops what is not to be read, and returns the title.
Result<Document> read_page(std::string_view bytes, std::string_view name, std::string_view url,
                           const Language* language, std::string (*keep)(PageTree&)) {
  const std::string called(name);
  if (bytes.size() > largest_page)
    return fail(Code::out_of_range, called + ": longer than 16 MiB, which no article needs");
  const Decoded page = decode_page(bytes);
  Result<PageTree> parsed = PageTree::parse(page.text);
  if (!parsed) return fail(parsed.error().code, called + ": " + parsed.error().message);
  PageTree& tree = *parsed;
  Document document;
  document.url = url;
  document.dct_candidates = published_candidates(tree, url);
  if (!document.dct_candidates.empty()) document.dct = document.dct_candidates.front().dct;
  document.title = keep(tree);
  Layout layout;
  flow_text(tree, title_element(tree, document.title), document, layout);
  // A page that shows nothing without running its scripts may still say when it was published.
  if (document.text.empty() && document.dct.known()) return document;
  if (document.text.empty())
    return fail(Code::not_text, called + ": the page shows no text; give it an article to read");
  document.language = stated_language(tree);
  document.day_first = !document.language.empty() && !is_month_first(document.language);
  const Language& settled = settle_language(document, language);
  apply_layout(document, std::move(layout), settled);
  document.source = through(document.source, page.source, document.text);
  document.source.end_at(static_cast<std::uint32_t>(bytes.size()));
  return document;
}

}  // namespace

Result<Document> read_html(std::string_view bytes, std::string_view name, std::string_view url,
                           const Language* language) {
  return read_page(bytes, name, url, language, keep_article);
}

Result<Document> read_mail_page(std::string_view bytes, std::string_view name, const Language* language) {
  return read_page(bytes, name, "", language, keep_visible);
}

}  // namespace annal
