// The media types of formats are the same wherever they are written down.
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "api/description.h"
#include "render/formats.h"

using namespace annal;
using Json = nlohmann::json;

TEST_CASE("the description lists the media type of each format", "[api]") {
  const auto [path, use] =
      GENERATE(table<const char*, FormatUse>({{"/timeline", FormatUse::build}, {"/dates", FormatUse::dates}}));
  const Json content = Json::parse(api::openapi())["paths"][path]["post"]["responses"]["200"]["content"];
  std::set<std::string> described, written;
  for (const auto& [type, schema] : content.items()) described.insert(type);
  for (const Format* format : formats_for(use)) written.emplace(format->media_type);
  CHECK(described == written);
}

TEST_CASE("the page that reads articles saves each format with its ending and its media type", "[api]") {
  std::stringstream script;
  script << std::ifstream(ANNAL_SOURCE_DIR "/web/app/formats.ts").rdbuf();
  const std::string text = script.str();
  const std::regex row("name: '([^']*)'.*ending: '([^']*)', type: '([^']*)'");
  int rows = 0;
  for (std::sregex_iterator found(text.begin(), text.end(), row), end; found != end; ++found, ++rows) {
    const auto format = choose_format("", "article" + (*found)[2].str(), formats_for(FormatUse::build));
    REQUIRE(format.has_value());
    CHECK((*format)->name == (*found)[1].str());
    CHECK((*format)->media_type == (*found)[3].str());
  }
  CHECK(rows > 10);
}
