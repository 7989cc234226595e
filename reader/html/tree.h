// The parsed page as a flat list: elements and texts in page order, each with the end of its subtree. Walking it needs
// no recursion, however deep the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "reader/html/parser/dom.h"

namespace annal {

using html::Tag;

struct PageNode {
  std::uint32_t parent = 0;
  std::uint32_t end = 0;    ///< index past the last node of its subtree
  html::NodeId source = 0;  ///< the node of the parser's tree
  Tag tag = Tag::unknown;   ///< of an element, whatever its namespace
  bool element = false;     ///< an element; else a text, or the document itself
  bool block = false;       ///< stands on lines of its own
  bool dropped = false;     ///< it and all in it are no part of the article
  bool candidate = false;
  std::uint32_t length = 0;       ///< characters of text in it, white space runs as one
  std::uint32_t link_length = 0;  ///< those inside links
  std::uint32_t commas = 0;
  float score = 0;
};

class PageTree {
 public:
  /// Parses `html`, which is valid UTF-8 and must outlive the tree. Errors: as of html::parse.
  static Result<PageTree> parse(std::string_view html);

  std::vector<PageNode>& nodes() { return nodes_; }
  const std::vector<PageNode>& nodes() const { return nodes_; }

  /// The value of an attribute of element `i`; empty where it has none, or `i` is no element.
  std::string_view attribute(std::uint32_t i, std::string_view name) const;
  bool has_attribute(std::uint32_t i, std::string_view name) const;
  /// Class and id of element `i` in small letters.
  std::string names(std::uint32_t i) const;
  /// The text of `i` itself where it is a text node, with its references read; empty for any other node. Valid UTF-8.
  std::string_view own_text(std::uint32_t i) const;
  /// For each byte of `own_text(i)` that begins a character, its place in the page; other bytes have that of theirs.
  std::vector<std::uint32_t> text_places(std::uint32_t i) const;
  /// The text of the subtree of `i`, white space as it is, scripts and styles left out; no more than its first
  /// `longest` bytes and nodes.
  std::string text(std::uint32_t i, std::size_t longest = SIZE_MAX) const;
  /// Drops the subtree of `i`.
  void drop(std::uint32_t i);
  /// Counts length, link_length and commas anew from what is not dropped.
  void measure();

 private:
  explicit PageTree(html::Dom dom);
  html::Dom dom_;
  std::vector<PageNode> nodes_;
};

}  // namespace annal
