// A strict reader of the XML that we write: elements, attributes in double quotes, the five entities and decimal
// references. What is not well-formed is an error, which is what it is for.
#pragma once

#include <cctype>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "render/encode/escape.h"

namespace annal::testing {

/// An element, or a run of text (with an empty name).
struct XmlNode {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::string text;
  std::vector<XmlNode> children;

  /// All text inside.
  std::string inner() const {
    std::string out = text;
    for (const XmlNode& child : children) out += child.inner();
    return out;
  }
  /// Every element of that name, in order of place.
  std::vector<const XmlNode*> all(std::string_view wanted) const {
    std::vector<const XmlNode*> out;
    for (const XmlNode& child : children) {
      if (child.name == wanted) out.push_back(&child);
      for (const XmlNode* inner_node : child.all(wanted)) out.push_back(inner_node);
    }
    return out;
  }
};

class XmlReader {
 public:
  /// The root element; throws std::runtime_error with the offset where `xml` is not well-formed.
  static XmlNode read(std::string_view xml) {
    XmlReader reader(xml);
    if (reader.starts("<?xml")) reader.skip_past("?>");
    reader.blanks();
    while (reader.starts("<!--")) {
      reader.skip_past("-->");
      reader.blanks();
    }
    XmlNode root = reader.element();
    reader.blanks();
    if (reader.at_ != xml.size()) reader.fail("text after the root");
    return root;
  }

 private:
  explicit XmlReader(std::string_view xml) : xml_(xml) {
    for (std::size_t i = 0; i < xml.size();) {
      const CodePoint c = code_point(xml, i);
      const bool control = c.value < 0x20 && c.value != '\t' && c.value != '\n' && c.value != '\r';
      if (control || c.value == 0xFFFE || c.value == 0xFFFF)
        throw std::runtime_error("forbidden character at " + std::to_string(i));
      if (c.value == 0xFFFD && c.size != 3) throw std::runtime_error("no UTF-8 at " + std::to_string(i));
      i += c.size;
    }
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(what + " at " + std::to_string(at_));
  }
  bool starts(std::string_view what) const { return xml_.substr(at_, what.size()) == what; }
  void expect(std::string_view what) {
    if (!starts(what)) fail("expected " + std::string(what));
    at_ += what.size();
  }
  void skip_past(std::string_view what) {
    const std::size_t end = xml_.find(what, at_);
    if (end == std::string_view::npos) fail("no end");
    at_ = end + what.size();
  }
  void blanks() {
    while (at_ < xml_.size() && std::isspace(static_cast<unsigned char>(xml_[at_])) != 0) ++at_;
  }
  std::string name() {
    const std::size_t begin = at_;
    while (at_ < xml_.size() && (std::isalnum(static_cast<unsigned char>(xml_[at_])) != 0 ||
                                 std::string_view(":_-.").find(xml_[at_]) != std::string_view::npos))
      ++at_;
    if (begin == at_) fail("no name");
    return std::string(xml_.substr(begin, at_ - begin));
  }

  void reference(std::string& out) {
    const std::size_t end = xml_.find(';', at_);
    if (end == std::string_view::npos || end - at_ > 10) fail("a bare ampersand");
    const std::string entity(xml_.substr(at_ + 1, end - at_ - 1));
    static const std::map<std::string, std::string> known{
        {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
    if (const auto found = known.find(entity); found != known.end())
      out += found->second;
    else if (entity.size() > 1 && entity[0] == '#')
      append_utf8(out, static_cast<std::uint32_t>(entity[1] == 'x' ? std::stoul(entity.substr(2), nullptr, 16)
                                                                   : std::stoul(entity.substr(1))));
    else
      fail("unknown entity " + entity);
    at_ = end + 1;
  }

  XmlNode element() {
    expect("<");
    XmlNode node;
    node.name = name();
    for (;;) {
      const std::size_t before = at_;
      blanks();
      if (starts("/>")) {
        at_ += 2;
        return node;
      }
      if (starts(">")) break;
      if (before == at_) fail("no blank before an attribute");
      const std::string key = name();
      expect("=\"");
      std::string value;
      while (at_ < xml_.size() && xml_[at_] != '"') {
        if (xml_[at_] == '<') fail("< in an attribute");
        if (xml_[at_] == '&')
          reference(value);
        else
          value += xml_[at_] == '\n' || xml_[at_] == '\t' ? (++at_, ' ') : xml_[at_++];
      }
      expect("\"");
      if (!node.attributes.emplace(key, value).second) fail("attribute twice: " + key);
    }
    expect(">");
    while (!starts("</")) {
      if (at_ >= xml_.size()) fail("no end of " + node.name);
      if (starts("<!--")) {
        skip_past("-->");
      } else if (xml_[at_] == '<') {
        node.children.push_back(element());
      } else {
        XmlNode text;
        while (at_ < xml_.size() && xml_[at_] != '<') {
          if (starts("]]>")) fail("]]> in text");
          if (xml_[at_] == '&')
            reference(text.text);
          else
            text.text += xml_[at_++];
        }
        node.children.push_back(std::move(text));
      }
    }
    at_ += 2;
    if (name() != node.name) fail("wrong end of " + node.name);
    blanks();
    expect(">");
    return node;
  }

  std::string_view xml_;
  std::size_t at_ = 0;
};

}  // namespace annal::testing
