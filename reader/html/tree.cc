#include "reader/html/tree.h"

#include <algorithm>
#include <array>

#include "core/unicode/ascii.h"
#include "core/unicode/utf8.h"
#include "reader/html/parser/parse.h"

namespace annal {
namespace {

constexpr bool is_block(Tag tag) {
  return is_any(tag, Tag::address, Tag::article, Tag::aside, Tag::blockquote, Tag::body, Tag::center, Tag::dd,
                Tag::details, Tag::div, Tag::dl, Tag::dt, Tag::fieldset, Tag::figcaption, Tag::figure, Tag::footer,
                Tag::form, Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6, Tag::header, Tag::hr, Tag::html,
                Tag::li, Tag::main, Tag::nav, Tag::ol, Tag::p, Tag::pre, Tag::section, Tag::summary, Tag::table,
                Tag::tbody, Tag::td, Tag::tfoot, Tag::th, Tag::thead, Tag::tr, Tag::ul, Tag::caption);
}

void count(PageNode& node, std::string_view text) {
  bool space = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool white = is_space(text[at]);
    if (!is_continuation(text[at]) && !(white && space)) ++node.length;
    space = white;
    if (text[at] == ',') ++node.commas;
    if (static_cast<unsigned char>(text[at]) < 0x80) continue;
    for (const std::string_view comma : {"\u060C", "\uFF0C", "\u3001"})  // Arabic, Chinese and Japanese
      if (text.substr(at).starts_with(comma)) ++node.commas;
  }
  if (node.length == 1 && space) node.length = 0;
}

}  // namespace

Result<PageTree> PageTree::parse(std::string_view html) {
  Result<html::Dom> dom = html::parse(html);
  if (!dom) return tl::unexpected<Error>(dom.error());
  return PageTree(std::move(*dom));
}

PageTree::PageTree(html::Dom dom) : dom_(std::move(dom)) {
  nodes_.reserve(dom_.nodes.size());
  std::uint32_t parent = 0;
  for (html::NodeId at = 0; at != html::no_node;) {
    const html::DomNode& node = dom_.nodes[at];
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    const bool element = node.kind == html::NodeKind::element;
    nodes_.push_back({.parent = parent,
                      .end = index + 1,
                      .source = at,
                      .tag = node.tag,
                      .element = element,
                      .block = element && is_block(node.tag)});
    if (node.first != html::no_node) {
      parent = index;
      at = node.first;
      continue;
    }
    // Up to the nearest that another follows; what is passed on the way ends here.
    while (at != 0 && dom_.nodes[at].next == html::no_node) {
      at = dom_.nodes[at].parent;
      nodes_[parent].end = static_cast<std::uint32_t>(nodes_.size());
      parent = nodes_[parent].parent;
    }
    at = at == 0 ? html::no_node : dom_.nodes[at].next;
  }
}

std::string_view PageTree::attribute(std::uint32_t i, std::string_view name) const {
  const html::DomAttribute* found = dom_.find_attribute(nodes_[i].source, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool PageTree::has_attribute(std::uint32_t i, std::string_view name) const {
  return dom_.find_attribute(nodes_[i].source, name) != nullptr;
}

std::string PageTree::names(std::uint32_t i) const {
  std::string out = lowered(attribute(i, "class"));
  out += ' ';
  for (const char c : attribute(i, "id")) out += lower_ascii(c);
  return out;
}

std::string_view PageTree::own_text(std::uint32_t i) const {
  const html::DomNode& node = dom_.nodes[nodes_[i].source];
  return std::string_view(dom_.text).substr(node.text_begin, node.text_end - node.text_begin);
}

std::vector<std::uint32_t> PageTree::text_places(std::uint32_t i) const {
  const html::DomNode& node = dom_.nodes[nodes_[i].source];
  std::vector<std::uint32_t> places;
  places.reserve(node.text_end - node.text_begin);
  auto run = std::ranges::upper_bound(dom_.runs, node.text_begin, {}, &html::TextRun::text);
  for (std::uint32_t at = node.text_begin; at < node.text_end; ++at) {
    while (run != dom_.runs.end() && run->text <= at) ++run;
    const html::TextRun& last = *std::prev(run);
    places.push_back(is_continuation(dom_.text[at]) ? places.back() : last.source + (at - last.text));
  }
  return places;
}

std::string PageTree::text(std::uint32_t i, std::size_t longest) const {
  std::string out;
  for (std::uint32_t n = i; n < nodes_[i].end && out.size() < longest && n - i <= longest; ++n) {
    const PageNode& node = nodes_[n];
    if (node.element && n != i && (node.tag == Tag::script || node.tag == Tag::style)) {
      n = node.end - 1;
    } else if (!node.element) {
      out += own_text(n).substr(0, longest - out.size());
    } else if (node.block || node.tag == Tag::br) {
      out += ' ';
    }
  }
  return out;
}

void PageTree::drop(std::uint32_t i) {
  for (std::uint32_t n = i; n < nodes_[i].end; ++n) {
    if (nodes_[n].dropped && n != i) {
      n = nodes_[n].end - 1;  // dropped as a whole before
      continue;
    }
    nodes_[n].dropped = true;
  }
}

void PageTree::measure() {
  for (PageNode& node : nodes_) node.length = node.link_length = node.commas = 0;
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    PageNode& node = nodes_[i];
    if (node.dropped) continue;
    if (!node.element) count(node, own_text(static_cast<std::uint32_t>(i)));
    if (node.tag == Tag::a && node.element) {
      const std::string_view href = attribute(static_cast<std::uint32_t>(i), "href");
      node.link_length = href.starts_with("#") ? node.length * 3 / 10 : node.length;
    }
    if (i == 0) break;
    PageNode& parent = nodes_[node.parent];
    parent.length += node.length;
    parent.link_length += node.link_length;
    parent.commas += node.commas;
  }
}

}  // namespace annal
