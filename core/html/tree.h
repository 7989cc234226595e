// The parsed page as a flat list: elements and texts in the order of the page, each with the end of its subtree.
// Nothing that walks it needs the program's stack, however deep the page.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace annal {

struct PageNode {
  const GumboNode* node = nullptr;
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  ///< index past the last node of its subtree
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  bool element = false;
  bool block = false;             ///< stands on lines of its own
  bool dropped = false;           ///< it and all in it are no part of the article
  std::uint32_t length = 0;       ///< characters of text in it, white space runs as one
  std::uint32_t link_length = 0;  ///< those inside links
  std::uint32_t commas = 0;
  float score = 0;
  bool candidate = false;
};

class PageTree {
 public:
  /// Parses `html` (UTF-8 that passed `check_nesting`); `html` must outlive the tree. Linear.
  explicit PageTree(std::string_view html);

  std::string_view html() const { return html_; }
  std::vector<PageNode>& nodes() { return nodes_; }
  const std::vector<PageNode>& nodes() const { return nodes_; }

  /// The value of an attribute of element `i`; empty where it has none.
  std::string_view attribute(std::uint32_t i, const char* name) const;
  bool has_attribute(std::uint32_t i, const char* name) const;
  /// Class and id of element `i` in small letters.
  std::string names(std::uint32_t i) const;
  /// The text of the subtree of `i`, white space as it is, scripts and styles left out.
  std::string text(std::uint32_t i) const;
  /// Drops the subtree of `i`.
  void drop(std::uint32_t i);
  /// Counts length, link_length and commas anew from what is not dropped.
  void measure();

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::string_view html_;
  std::unique_ptr<GumboOutput, Destroy> output_;
  std::vector<PageNode> nodes_;
};

}  // namespace annal
