#include "core/html/tree.h"

#include <algorithm>
#include <array>

#include "core/html/ascii.h"

namespace annal {
namespace {

constexpr std::array blocks = {
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
    GUMBO_TAG_CENTER,  GUMBO_TAG_DD,       GUMBO_TAG_DETAILS,    GUMBO_TAG_DIV,        GUMBO_TAG_DL,
    GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,     GUMBO_TAG_FOOTER,
    GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,         GUMBO_TAG_H3,         GUMBO_TAG_H4,
    GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,     GUMBO_TAG_HR,         GUMBO_TAG_HTML,
    GUMBO_TAG_LI,      GUMBO_TAG_MAIN,     GUMBO_TAG_NAV,        GUMBO_TAG_OL,         GUMBO_TAG_P,
    GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,  GUMBO_TAG_SUMMARY,    GUMBO_TAG_TABLE,      GUMBO_TAG_TBODY,
    GUMBO_TAG_TD,      GUMBO_TAG_TFOOT,    GUMBO_TAG_TH,         GUMBO_TAG_THEAD,      GUMBO_TAG_TR,
    GUMBO_TAG_UL,      GUMBO_TAG_CAPTION};

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return nullptr;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

void count(PageNode& node) {
  bool space = true;
  for (const char* at = node.node->v.text.text; *at != '\0'; ++at) {
    const bool white = is_space(*at);
    const bool continues = (static_cast<unsigned char>(*at) & 0xC0) == 0x80;
    if (!continues && !(white && space)) ++node.length;
    space = white;
    if (*at == ',') ++node.commas;
    // Commas of Arabic, Chinese and Japanese
    if (at[0] == '\xD8' && at[1] == '\x8C') ++node.commas;
    if (at[0] == '\xEF' && at[1] == '\xBC' && at[2] == '\x8C') ++node.commas;
    if (at[0] == '\xE3' && at[1] == '\x80' && at[2] == '\x81') ++node.commas;
  }
  if (node.length == 1 && space) node.length = 0;
}

/// Gumbo keeps every mistake of a page; nobody reads them, and a page can be nothing else.
GumboOutput* parsed(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

}  // namespace

PageTree::PageTree(std::string_view html) : html_(html), output_(parsed(html)) {
  struct Open {
    const GumboNode* node;
    std::uint32_t index;
    unsigned next;
  };
  const auto add = [this](const GumboNode* node, std::uint32_t parent) {
    PageNode flat;
    flat.node = node;
    flat.parent = parent;
    flat.end = static_cast<std::uint32_t>(nodes_.size() + 1);
    flat.element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    if (flat.element) flat.tag = node->v.element.tag;
    flat.block = flat.element && std::ranges::find(blocks, flat.tag) != blocks.end();
    nodes_.push_back(flat);
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  };
  std::vector<Open> open{{output_->document, add(output_->document, 0), 0}};
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector* children = children_of(top.node);
    if (children == nullptr || top.next == children->length) {
      nodes_[top.index].end = static_cast<std::uint32_t>(nodes_.size());
      open.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children->data[top.next++]);
    if (child->type == GUMBO_NODE_COMMENT) continue;
    const std::uint32_t index = add(child, top.index);
    if (children_of(child) != nullptr) open.push_back({child, index, 0});
  }
}

std::string_view PageTree::attribute(std::uint32_t i, const char* name) const {
  if (!nodes_[i].element) return {};
  const GumboAttribute* found = gumbo_get_attribute(&nodes_[i].node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool PageTree::has_attribute(std::uint32_t i, const char* name) const {
  return nodes_[i].element && gumbo_get_attribute(&nodes_[i].node->v.element.attributes, name) != nullptr;
}

std::string PageTree::names(std::uint32_t i) const {
  return lowered(std::string(attribute(i, "class")) + ' ' + std::string(attribute(i, "id")));
}

std::string PageTree::text(std::uint32_t i) const {
  std::string out;
  for (std::uint32_t n = i; n < nodes_[i].end; ++n) {
    const PageNode& node = nodes_[n];
    if (node.element && n != i && (node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE)) {
      n = node.end - 1;
    } else if (is_text(node.node)) {
      out += node.node->v.text.text;
    } else if (node.block || node.tag == GUMBO_TAG_BR) {
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
    if (is_text(node.node)) count(node);
    if (node.tag == GUMBO_TAG_A && node.element) {
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
