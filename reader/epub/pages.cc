#include "reader/epub/pages.h"

#include <algorithm>

#include "core/unicode/ascii.h"
#include "reader/html/title.h"
#include "reader/html/visible.h"

namespace annal {
namespace {

/// Whether elements of this name never have an end.
bool is_endless(std::string_view name) {
  return html::is_any(html::tag_of(lowered(name)), Tag::area, Tag::base, Tag::br, Tag::col, Tag::embed, Tag::hr,
                      Tag::img, Tag::input, Tag::link, Tag::meta, Tag::param, Tag::source, Tag::track, Tag::wbr);
}

/// The end of the tag that begins at `begin`, past its ">"; npos where it has none.
std::size_t tag_end(std::string_view text, std::size_t begin) {
  char quote = '\0';
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

/// Whether the superscript `i` is the number of a note: a number alone, with a link in it or around it.
bool is_note_number(const PageTree& tree, std::uint32_t i) {
  constexpr std::size_t longest = 8;
  const auto& nodes = tree.nodes();
  const std::string words = single_spaced(tree.text(i, longest));
  if (words.empty() || words.size() >= longest ||
      !std::ranges::all_of(words, [](char c) { return is_digit(c) || c == '[' || c == ']' || c == '*'; }))
    return false;
  if (nodes[nodes[i].parent].tag == Tag::a) return true;
  for (std::uint32_t n = i + 1; n < std::min(nodes[i].end, i + 4); ++n)
    if (nodes[n].element && nodes[n].tag == Tag::a) return true;
  return false;
}

}  // namespace

std::string with_ends(std::string_view xhtml) {
  std::string out;
  out.reserve(xhtml.size() + xhtml.size() / 16);
  for (std::size_t at = 0; at < xhtml.size();) {
    const std::size_t begin = std::min(xhtml.find('<', at), xhtml.size());
    out += xhtml.substr(at, begin - at);
    at = begin;
    if (at == xhtml.size()) break;
    std::size_t end = at + 1;
    if (xhtml.substr(at).starts_with("<!--")) {
      end = std::min(xhtml.find("-->", at), xhtml.size());
    } else if (end < xhtml.size() && is_alpha(xhtml[end])) {
      end = tag_end(xhtml, at);
    }
    if (end == std::string_view::npos) return out.append(xhtml.substr(at));
    const std::string_view tag = xhtml.substr(at, end - at);
    at = end;
    const std::size_t name_end = std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size());
    const std::string_view name = tag.substr(1, name_end - 1);
    if (tag.starts_with("<!") || !tag.ends_with("/>") || is_endless(name)) {
      out += tag;
    } else {
      out.append(tag.substr(0, tag.size() - 2)).append("></").append(name).append(">");
    }
  }
  return out;
}

void drop_apparatus(PageTree& tree) {
  drop_invisible(tree);
  const auto& nodes = tree.nodes();
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].dropped || !nodes[i].element) continue;
    const std::string says = std::string(tree.attribute(i, "epub:type")) + ' ' + std::string(tree.attribute(i, "role"));
    const auto is = [&](std::string_view word) { return says.find(word) != std::string::npos; };
    const bool apparatus = is("noteref") || is("backlink") || is("pagebreak") || nodes[i].tag == Tag::nav;
    if (apparatus || (nodes[i].tag == Tag::sup && is_note_number(tree, i))) tree.drop(i);
  }
}

}  // namespace annal
