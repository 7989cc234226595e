// Text in JSON: whatever the bytes, a parser reads them back, and both writers of a string agree.
#include <rapidjson/document.h>

#include "render/encode/escape.h"
#include "render/encode/json_writer.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view text = fuzz::text_of(data, size);
  std::string json, string;
  append_written(json, JsonLayout::indented, [&](JsonWriter& writer) {
    writer.begin_object();
    writer.field("text", text);
    writer.end_object();
  });
  append_json_string(string, text);
  fuzz::law(json == "{\n  \"text\": " + string + "\n}", "one text is written in one way");
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
  fuzz::law(!document.HasParseError() && document.IsObject() && document.MemberCount() == 1, "a text in JSON is JSON");
  const rapidjson::Value& value = document["text"];
  fuzz::law(std::string(value.GetString(), value.GetStringLength()) == valid_utf8(text), "what is read is the text");
  return 0;
}
