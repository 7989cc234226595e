// SVG and MathML within a page. There "/>" closes a tag, CDATA is text, and scripts and styles hold elements.
#include <algorithm>

#include "core/unicode/ascii.h"
#include "reader/html/parser/tree_builder.h"

namespace annal::html {
namespace {

bool is_integration_point(const DomNode& node) {
  if (node.space == Namespace::svg) return is_any(node.tag, Tag::foreign_object, Tag::desc, Tag::title);
  return node.html_integration || is_any(node.tag, Tag::mi, Tag::mo, Tag::mn, Tag::ms, Tag::mtext);
}

}  // namespace

bool TreeBuilder::in_foreign() {
  if (is_text()) {
    insert_text(Kept::nul_replaced);
    if (token_.text.find_first_not_of(std::string_view(" \t\n\f\r\0", 6)) != std::string_view::npos)
      frameset_ok_ = false;
    return true;
  }
  if (is_breakout()) {
    while (open_.size() > 1 && open_.top_node().space != Namespace::html && !is_integration_point(open_.top_node()))
      open_.pop();
    return in_mode(mode_);
  }
  if (is_start()) {
    start_foreign(open_.top_node().space);
    return true;
  }
  return end_foreign();
}

/// Tags of HTML that end foreign content wherever they stand in it.
bool TreeBuilder::is_breakout() const {
  if (is_end()) return is_any(token_.tag, Tag::br, Tag::p);
  if (token_.tag == Tag::font) {
    return std::ranges::any_of(token_.attributes, [](const Attribute& attribute) {
      return attribute.name == "color" || attribute.name == "face" || attribute.name == "size";
    });
  }
  return is_heading(token_.tag) ||
         is_any(token_.tag, Tag::b, Tag::big, Tag::blockquote, Tag::body, Tag::br, Tag::center, Tag::code, Tag::dd,
                Tag::div, Tag::dl, Tag::dt, Tag::em, Tag::embed, Tag::head, Tag::hr, Tag::i, Tag::img, Tag::li,
                Tag::listing, Tag::menu, Tag::meta, Tag::nobr, Tag::ol, Tag::p, Tag::pre, Tag::ruby, Tag::s, Tag::small,
                Tag::span, Tag::strong, Tag::strike, Tag::sub, Tag::sup, Tag::table, Tag::tt, Tag::u, Tag::ul,
                Tag::var);
}

void TreeBuilder::start_foreign(Namespace space) {
  const NodeId node = insert_element(space);
  if (space == Namespace::mathml && token_.tag == Tag::annotation_xml) {
    const DomAttribute* encoding = dom_.find_attribute(node, "encoding");
    const std::string value = encoding == nullptr ? std::string() : lowered(encoding->value);
    dom_.nodes[node].html_integration = value == "text/html" || value == "application/xhtml+xml";
  }
  if (token_.self_closing) open_.pop();
}

/// Closes the foreign element that is meant; where an element of HTML is nearer, the tag is meant for that.
bool TreeBuilder::end_foreign() {
  const std::size_t place = open_.find_foreign(token_.tag, token_.name);
  if (place == 0) return in_mode(mode_);
  open_.shrink(place);
  return true;
}

}  // namespace annal::html
