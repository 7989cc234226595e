#include "reader/epub/package.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/unicode/ascii.h"
#include "reader/html/title.h"
#include "reader/office/package.h"
#include "reader/xml/read_xml.h"

namespace annal {
namespace {

constexpr std::size_t longest_value = 1000;  // bytes of a property or a name
constexpr std::array container_names = {XmlNamespace{":xmlns:container", "ocf"},
                                        XmlNamespace{"/2001/04/xmlenc#", "enc"}};
constexpr std::array package_names = {XmlNamespace{"idpf.org/2007/opf", "opf"},
                                      XmlNamespace{"/oeb-package/1.0/", "opf"}, XmlNamespace{"/dc/elements/1.1/", "dc"},
                                      XmlNamespace{"/dc/elements/1.0/", "dc"}};

/// The bytes that "%20" and the like stand for.
std::string decoded(std::string_view address) {
  const auto digit = [](char c) {
    return is_digit(c) ? c - '0' : lower_ascii(c) >= 'a' && lower_ascii(c) <= 'f' ? lower_ascii(c) - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t at = 0; at < address.size(); ++at) {
    const bool coded =
        address[at] == '%' && at + 2 < address.size() && digit(address[at + 1]) >= 0 && digit(address[at + 2]) >= 0;
    out += coded ? static_cast<char>(digit(address[at + 1]) * 16 + digit(address[at + 2])) : address[at];
    at += coded ? 2 : 0;
  }
  return out;
}

/// The first package that the container names, and the parts that are said to be encrypted.
class ContainerReader final : public XmlHandler {
 public:
  bool start(const XmlTag& tag) override {
    const std::string_view path = tag.attribute(tag.name == "ocf:rootfile" ? "full-path" : "URI");
    if (path.size() > longest_value) return true;
    if (tag.name == "ocf:rootfile" && package.empty()) package = part_beside("", path);
    if (tag.name == "enc:CipherReference") encrypted.insert(part_beside("", decoded(path)));
    return true;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::string package;
  std::set<std::string> encrypted;
};

class PackageReader final : public XmlHandler {
 public:
  explicit PackageReader(std::string_view part) : part_(part) {}

  bool start(const XmlTag& tag) override {
    value_.clear();
    if (tag.name == "opf:item") {
      item(tag);
    } else if (tag.name == "opf:itemref") {
      order_.emplace_back(tag.attribute("idref"));
    } else if (tag.name == "opf:meta") {
      property_ = tag.attribute("property").substr(0, longest_value);
    } else if (tag.name == "dc:date") {
      event_ = tag.attribute("opf:event").substr(0, longest_value);
    }
    return true;
  }

  void end(std::string_view name) override {
    const std::string value = single_spaced(value_);
    value_.clear();
    if (value.empty()) return;
    if (name == "dc:title" && out_.title.empty()) out_.title = value;
    if (name == "dc:language" && out_.language.empty()) out_.language = value;
    const bool change = name == "opf:meta" ? property_ == "dcterms:modified" : lowered(event_) == "modification";
    if (name == "dc:date" || (name == "opf:meta" && change))
      out_.days.try_emplace(change ? "changed" : "created", value);
  }

  void text(std::string_view piece) override {
    if (value_.size() + piece.size() <= longest_value) value_ += piece;
  }

  /// Of one page that stands in the order twice, the first place counts.
  EpubPackage take() {
    std::set<std::string> taken;
    for (const std::string& id : order_) {
      const auto page = pages_.find(id);
      if (page != pages_.end() && taken.insert(page->second).second) out_.pages.push_back(page->second);
    }
    return std::move(out_);
  }

 private:
  void item(const XmlTag& tag) {
    const std::string_view type = tag.attribute("media-type"), href = tag.attribute("href");
    const bool page = type == "application/xhtml+xml" || type == "text/html" || type == "text/x-oeb1-document";
    const std::string properties = " " + std::string(tag.attribute("properties")) + " ";
    if (!page || href.size() > longest_value || properties.find(" nav ") != std::string::npos) return;
    pages_.try_emplace(std::string(tag.attribute("id")), part_beside(part_, decoded(href.substr(0, href.find('#')))));
  }

  std::string_view part_;
  EpubPackage out_;
  std::map<std::string, std::string, std::less<>> pages_;  ///< parts by their ids
  std::vector<std::string> order_;
  std::string value_, property_, event_;
};

}  // namespace

Result<EpubPackage> read_epub_package(ZipArchive& archive) {
  ContainerReader container;
  if (auto read = read_part(archive, "META-INF/container.xml", container_names, container); !read)
    return tl::unexpected(read.error());
  if (archive.has("META-INF/encryption.xml"))
    if (auto read = read_part(archive, "META-INF/encryption.xml", container_names, container); !read)
      return tl::unexpected(read.error());
  PackageReader reader(container.package);
  if (auto read = read_part(archive, container.package, package_names, reader); !read)
    return tl::unexpected(read.error());
  EpubPackage package = reader.take();
  const auto locked = [&](const std::string& page) { return container.encrypted.contains(page); };
  if (std::ranges::any_of(package.pages, locked))
    return fail(Code::not_text, "the book is protected against copying; get it without protection");
  return package;
}

}  // namespace annal
