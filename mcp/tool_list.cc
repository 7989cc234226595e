#include "mcp/tool_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <rapidjson/pointer.h>

#include "api/description.h"

namespace annal::mcp {
namespace {

using Value = rapidjson::Value;
using rapidjson::StringRef;

constexpr std::array<const char*, 3> tools{"timeline", "dates", "why"};
/// Members for programs: an assistant is told in brief, and draws nothing.
constexpr std::array<std::string_view, 6> left_out{"brief", "format", "layout", "width", "ascii", "editor"};

constexpr const char* handle_in =
    "The handle that an answer gave, in place of the texts: nothing is read or sent again.";
constexpr const char* handle_out = "Names this timeline in later calls of timeline and why.";
constexpr const char* path_in = "A file in place of `text`, in one of the folders that the user opened to you.";

class ListMaker {
 public:
  explicit ListMaker(bool files) : files_(files) { description_.Parse(api::openapi().data(), api::openapi().size()); }

  rapidjson::Document make() {
    list_.SetObject();
    Value all(rapidjson::kArrayType);
    for (const char* name : tools) all.PushBack(tool(name), allocator());
    list_.AddMember("tools", all, allocator());
    return std::move(list_);
  }

 private:
  rapidjson::Document::AllocatorType& allocator() { return list_.GetAllocator(); }
  const Value& at(const std::string& pointer) const {
    return *rapidjson::Pointer(pointer.data(), pointer.size()).Get(description_);
  }
  /// What {"$ref": "#/..."} names, or `schema` itself.
  const Value& target(const Value& schema) const {
    return schema.HasMember("$ref") ? at(std::string(schema["$ref"].GetString()).substr(1)) : schema;
  }

  /// A copy without references.
  Value whole(const Value& schema) {
    if (schema.IsArray()) {
      Value items(rapidjson::kArrayType);
      for (const Value& item : schema.GetArray()) items.PushBack(whole(item), allocator());
      return items;
    }
    if (!schema.IsObject()) return Value(schema, allocator());
    Value object(rapidjson::kObjectType);
    for (const auto& entry : target(schema).GetObject())
      object.AddMember(Value(entry.name, allocator()), whole(entry.value), allocator());
    return object;
  }

  void add_text(Value& properties, const char* name, const char* description) {
    Value schema(rapidjson::kObjectType);
    schema.AddMember("type", "string", allocator());
    schema.AddMember("description", StringRef(description), allocator());
    properties.AddMember(StringRef(name), schema, allocator());
  }

  void add_properties(const Value& schema, Value& properties) {
    if (schema.HasMember("allOf"))
      for (const Value& part : schema["allOf"].GetArray()) add_properties(target(part), properties);
    for (const auto& entry : schema["properties"].GetObject()) {
      if (std::ranges::find(left_out, std::string_view(entry.name.GetString())) != left_out.end()) continue;
      Value property = whole(entry.value);
      if (files_ && property.HasMember("items")) add_text(property["items"]["properties"], "path", path_in);
      properties.AddMember(Value(entry.name, allocator()), property, allocator());
    }
  }

  Value input(const Value& request, bool handle) {
    Value schema(rapidjson::kObjectType), properties(rapidjson::kObjectType);
    schema.AddMember("type", "object", allocator());
    add_properties(request, properties);
    if (files_) add_text(properties, "path", path_in);
    if (handle) add_text(properties, "handle", handle_in);
    schema.AddMember("properties", properties, allocator());
    if (request.HasMember("required")) schema.AddMember("required", whole(request["required"]), allocator());
    schema.AddMember("additionalProperties", false, allocator());
    return schema;
  }

  Value output(const Value& answer, bool handle) {
    Value schema = whole(answer.HasMember("anyOf") ? answer["anyOf"][0] : answer);
    if (handle) add_text(schema["properties"], "handle", handle_out);
    return schema;
  }

  Value tool(const char* name) {
    const std::string post = std::string("/paths/~1") + name + "/post";
    const bool handle = std::string_view(name) != "dates";
    Value tool(rapidjson::kObjectType), hints(rapidjson::kObjectType);
    tool.AddMember("name", StringRef(name), allocator());
    tool.AddMember("title", whole(at(post + "/summary")), allocator());
    tool.AddMember("description", whole(at(post + "/description")), allocator());
    const std::string schema = "/content/application~1json/schema";
    tool.AddMember("inputSchema", input(target(at(post + "/requestBody" + schema)), handle), allocator());
    tool.AddMember("outputSchema", output(at(post + "/responses/200" + schema), handle), allocator());
    hints.AddMember("readOnlyHint", true, allocator());
    hints.AddMember("openWorldHint", false, allocator());
    tool.AddMember("annotations", hints, allocator());
    return tool;
  }

  bool files_;
  rapidjson::Document description_, list_;
};

}  // namespace

rapidjson::Document tool_list(bool files) { return ListMaker(files).make(); }

}  // namespace annal::mcp
