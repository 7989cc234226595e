// See drawn_page.h.
#include "timeline/json/drawn_page.h"

#include <algorithm>
#include <string>
#include <utility>

#include "timeline/json/parse_json.h"

namespace annal {
namespace {

constexpr std::string_view mark = "<script type=\"application/json\" id=\"annal-data\">";

bool has_text(const rapidjson::Value& timeline) {
  if (!timeline.IsObject() || !timeline.HasMember("documents")) return false;
  const rapidjson::Value& documents = timeline["documents"];
  return documents.IsArray() && documents.Size() == 1 && documents[0].IsObject() && documents[0].HasMember("text");
}

}  // namespace

bool is_drawn_page(std::string_view bytes) { return bytes.find(mark) != std::string_view::npos; }

Result<rapidjson::Document> parse_drawn_page(std::string_view bytes, std::string_view name) {
  std::string_view data = bytes.substr(bytes.find(mark) + mark.size());
  data = data.substr(0, std::min(data.find("</script>"), data.size()));
  auto page = parse_json(data, name);
  if (!page) return page;
  if (!page->IsObject() || !page->HasMember("timeline") || !has_text((*page)["timeline"]))
    return fail(Code::usage, std::string(name) +
                                 ": a page that annal drew of several documents; give these, or a timeline built of "
                                 "them with -f json");
  rapidjson::Document timeline;
  timeline.CopyFrom((*page)["timeline"], timeline.GetAllocator());
  return timeline;
}

}  // namespace annal
