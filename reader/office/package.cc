#include "reader/office/package.h"

#include <algorithm>
#include <array>

namespace annal {
namespace {

constexpr std::size_t longest_name = 500;  // bytes of a part's
constexpr std::array known = {XmlNamespace{"/package/2006/relationships", "link"}};

class LinkReader final : public XmlHandler {
 public:
  explicit LinkReader(std::string_view from) : from_(from) {}

  bool start(const XmlTag& tag) override {
    if (tag.name != "link:Relationship" || tag.attribute("TargetMode") == "External") return true;
    const std::string_view type = tag.attribute("Type"), target = tag.attribute("Target");
    if (target.size() > longest_name) return true;
    links.push_back({std::string(type.substr(type.rfind('/') + 1)), part_beside(from_, target)});
    return true;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  std::vector<PartLink> links;

 private:
  std::string_view from_;
};

}  // namespace

Result<void> read_part(ZipArchive& archive, const std::string& part, std::span<const XmlNamespace> spaces,
                       XmlHandler& handler) {
  const auto bytes = archive.read(part);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto read = read_xml(*bytes, spaces, handler);
  if (read) return {};
  return fail(read.error().code, "damaged; save it again (" + part + ":" + read.error().message + ")");
}

std::string part_beside(std::string_view from, std::string_view target) {
  std::vector<std::string_view> folders;
  const auto walk = [&](std::string_view path) {
    while (!path.empty()) {
      const std::size_t end = std::min(path.find('/'), path.size());
      const std::string_view step = path.substr(0, end);
      path.remove_prefix(std::min(end + 1, path.size()));
      if (step == "..") {
        if (!folders.empty()) folders.pop_back();
      } else if (!step.empty() && step != ".") {
        folders.push_back(step);
      }
    }
  };
  if (!target.starts_with('/')) {
    const std::size_t folder = from.rfind('/');
    walk(folder == std::string_view::npos ? "" : from.substr(0, folder));
  }
  walk(target);
  std::string part;
  for (const std::string_view step : folders) part.append(part.empty() ? "" : "/").append(step);
  return part;
}

Result<std::vector<PartLink>> links_of(ZipArchive& archive, const std::string& part) {
  const std::size_t folder = part.rfind('/') + 1;
  const std::string links = part.substr(0, folder) + "_rels/" + part.substr(folder) + ".rels";
  if (!archive.has(links)) return std::vector<PartLink>();
  LinkReader reader(part);
  if (auto read = read_part(archive, links, known, reader); !read) return tl::unexpected(read.error());
  return std::move(reader.links);
}

std::string linked_part(const ZipArchive& archive, const std::vector<PartLink>& links, std::string_view type) {
  const auto found = std::ranges::find(links, type, &PartLink::type);
  return found != links.end() && archive.has(found->part) ? found->part : std::string();
}

}  // namespace annal
