// The description of the requests says what is read, and no more.
#include "api/description.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "api/request.h"

using namespace annal;
using Json = nlohmann::json;

namespace {

const Json& description() {
  static const Json json = Json::parse(api::openapi());
  return json;
}

const Json& target(const Json& schema) {
  return schema.contains("$ref") ? description().at(Json::json_pointer(schema.at("$ref").get<std::string>().substr(1)))
                                 : schema;
}

void add_members(const Json& schema, std::set<std::string>& members) {
  for (const Json& part : schema.value("allOf", Json::array())) add_members(target(part), members);
  for (const auto& [name, property] : schema.at("properties").items()) {
    members.insert(name);
    INFO(name);
    CHECK((property.contains("description") || property.contains("enum")));
  }
}

}  // namespace

TEST_CASE("the description names the members that a request is read for, and no others", "[api]") {
  const auto [path, use] = GENERATE(table<const char*, FormatUse>(
      {{"/timeline", FormatUse::build}, {"/dates", FormatUse::dates}, {"/why", FormatUse::order}}));
  const Json& body = description().at("paths").at(path).at("post").at("requestBody");
  std::set<std::string> described, read;
  add_members(target(body.at("content").at("application/json").at("schema")), described);
  for (const std::string_view name : api::request_members(use))
    if (name != "attachment") read.emplace(name);  // of programs that hand over bytes beside the JSON
  CHECK(described == read);
}

TEST_CASE("each reference of the description leads somewhere, and the formats it lists are there", "[api]") {
  const std::string text(api::openapi());
  const std::string mark = "\"$ref\": \"#";
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; ++at) {
    const std::size_t begin = at + mark.size();
    const std::string pointer = text.substr(begin, text.find('"', begin) - begin);
    INFO(pointer);
    CHECK(description().contains(Json::json_pointer(pointer)));
  }
  std::set<std::string> known;
  for (const Format* format : formats_for(FormatUse::dates)) known.emplace(format->name);
  CHECK(description().at("/components/schemas/DatesRequest/properties/format/enum"_json_pointer) == Json(known));
}
