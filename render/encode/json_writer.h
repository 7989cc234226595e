// RapidJSON's writer with the conventions of all our JSON: unknown values are left out, numbers from 0 to 1 are
// rounded, text is valid UTF-8. Only the .cc files that write JSON include it, no header.
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "core/text/document.h"
#include "render/encode/escape.h"
#include "render/encode/json_layout.h"

namespace annal {

/// `Writer` is rapidjson::Writer or rapidjson::PrettyWriter over `buffer`, whose bytes go on to `sink`.
template <class Writer>
class JsonWriter {
 public:
  JsonWriter(Writer& writer, rapidjson::StringBuffer& buffer, const TextSink& sink)
      : writer_(writer), buffer_(buffer), sink_(sink) {}

  /// Hands what is written to the sink, once it is worth it.
  void pass_on(std::size_t least = std::size_t{1} << 16) {
    if (buffer_.GetSize() < least) return;
    sink_({buffer_.GetString(), buffer_.GetSize()});
    buffer_.Clear();
  }

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void key(std::string_view name) { writer_.Key(name.data(), length(name)); }

  void text(std::string_view value) {
    if (is_plain_json(value)) {
      writer_.String(value.data(), length(value));
      return;
    }
    std::string quoted;
    append_json_string(quoted, value);
    writer_.RawValue(quoted.data(), quoted.size(), rapidjson::kStringType);
  }
  void number(std::int64_t value) { writer_.Int64(value); }
  /// Rounded to thousandths: a trust of 0.1 + 0.2 is 0.3 for every reader. What is no number is 0.
  void share(double value) { writer_.Double(std::isfinite(value) ? std::round(value * 1000) / 1000 : 0); }

  void field(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  /// The field, or nothing where `value` is empty: absent means unknown.
  void known(std::string_view name, std::string_view value) {
    if (!value.empty()) field(name, value);
  }
  void count(std::string_view name, std::int64_t value) {
    key(name);
    number(value);
  }
  void boolean(bool value) { writer_.Bool(value); }
  /// The field, true: a flag that does not hold is absent.
  void flag(std::string_view name) {
    key(name);
    boolean(true);
  }
  void share(std::string_view name, double value) {
    key(name);
    share(value);
  }
  /// {"begin", "end"} in code points.
  void span(Span value, const CodePoints& points) {
    begin_object();
    count("begin", points.at(value.begin));
    count("end", points.at(value.end));
    end_object();
  }
  void span(std::string_view name, Span value, const CodePoints& points) {
    key(name);
    span(value, points);
  }

 private:
  static rapidjson::SizeType length(std::string_view s) { return static_cast<rapidjson::SizeType>(s.size()); }

  Writer& writer_;
  rapidjson::StringBuffer& buffer_;
  const TextSink& sink_;
};

/// Hands to `sink`, piece by piece, what `write(json)` writes into a JsonWriter.
template <class Write>
void write_pieces(const TextSink& sink, bool indented, Write write) {
  rapidjson::StringBuffer buffer;
  if (indented) {
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    JsonWriter json(writer, buffer, sink);
    write(json);
    json.pass_on(0);
  } else {
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    JsonWriter json(writer, buffer, sink);
    write(json);
    json.pass_on(0);
  }
}

/// Appends to `out` what `write(json)` writes into a JsonWriter.
template <class Write>
void append_written(std::string& out, bool indented, Write write) {
  write_pieces([&](std::string_view piece) { out += piece; }, indented, write);
}

}  // namespace annal
