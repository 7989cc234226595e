// What is written as JSON: a parser reads it back, and both layouts look as RapidJSON's writers have them.
#include "render/encode/json_writer.h"

#include <rapidcheck/catch.h>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "render/encode/escape.h"

using namespace annal;

namespace {

std::string written(JsonLayout layout, const std::function<void(JsonWriter&)>& write) {
  std::string out;
  append_written(out, layout, write);
  return out;
}

std::string line(const std::function<void(JsonWriter&)>& write) { return written(JsonLayout::line, write); }

/// What RapidJSON makes of `json`.
template <class Writer>
std::string rewritten(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.c_str());
  REQUIRE(!document.HasParseError());
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  if constexpr (std::is_same_v<Writer, rapidjson::PrettyWriter<rapidjson::StringBuffer>>) writer.SetIndent(' ', 2);
  document.Accept(writer);
  return buffer.GetString();
}

void write_sample(JsonWriter& json) {
  json.begin_object();
  json.field("name", "the harbour");
  json.known("absent", "");
  json.key("empty");
  json.begin_array();
  json.end_array();
  json.key("none");
  json.begin_object();
  json.end_object();
  json.key("numbers");
  json.begin_array();
  json.number(std::numeric_limits<std::int64_t>::min());
  json.number(0);
  json.number(42);
  json.share(0.5);
  json.end_array();
  json.flag("sure");
  json.key("nested");
  json.begin_array();
  json.begin_object();
  json.field("quoted", "\"a\"\n\\b");
  json.end_object();
  json.begin_array();
  json.text("é");
  json.boolean(false);
  json.end_array();
  json.end_array();
  json.end_object();
}

}  // namespace

TEST_CASE("a value is laid out on one line, or indented by two blanks a level", "[render][json]") {
  CHECK(line(write_sample) == rewritten<rapidjson::Writer<rapidjson::StringBuffer>>(line(write_sample)));
  CHECK(written(JsonLayout::indented, write_sample) ==
        rewritten<rapidjson::PrettyWriter<rapidjson::StringBuffer>>(line(write_sample)));
}

TEST_CASE("a weight is written in thousandths, without zeros at its end", "[render][json]") {
  struct Row {
    double value;
    const char* text;
  };
  const auto row = GENERATE(values<Row>({{0, "0.0"},
                                         {-0.0, "0.0"},
                                         {1, "1.0"},
                                         {0.1 + 0.2, "0.3"},
                                         {0.0004, "0.0"},
                                         {0.0005, "0.001"},
                                         {0.05, "0.05"},
                                         {0.123456, "0.123"},
                                         {12.5, "12.5"},
                                         {-3, "0.0"},
                                         {std::nan(""), "0.0"},
                                         {std::numeric_limits<double>::infinity(), "0.0"}}));
  CHECK(line([&](JsonWriter& json) { json.share(row.value); }) == row.text);
}

TEST_CASE("a long output goes to the sink in pieces that make up the whole", "[render][json]") {
  std::string all;
  std::size_t pieces = 0;
  const TextSink sink = [&](std::string_view piece) {
    all += piece;
    ++pieces;
  };
  write_pieces(sink, JsonLayout::line, [](JsonWriter& json) {
    json.begin_array();
    for (int i = 0; i < 1000; ++i) {
      json.text(std::string(500, 'x'));
      json.pass_on();
    }
    json.end_array();
  });
  CHECK(pieces > 5);
  CHECK(all.size() == 1 + 1000 * 503);
}

TEST_CASE("a parser reads back the text that was written", "[render][json][property]") {
  rc::prop("for any bytes, as UTF-8", [](const std::string& bytes) {
    const std::string json = line([&](JsonWriter& writer) { writer.text(bytes); });
    rapidjson::Document document;
    document.Parse(json.data(), json.size());
    RC_ASSERT(!document.HasParseError());
    RC_ASSERT(std::string(document.GetString(), document.GetStringLength()) == valid_utf8(bytes));
  });
  rc::prop("of plain text, which stands as it is", [] {
    const auto text = *rc::gen::container<std::string>(rc::gen::inRange(' ', '\x7F'));
    const std::string json = line([&](JsonWriter& writer) { writer.text(text); });
    std::string expected;
    append_json_string(expected, text);
    RC_ASSERT(json == expected);
  });
}
