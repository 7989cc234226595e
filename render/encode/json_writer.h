// Writes JSON with the conventions of all that the program writes: unknown values are left out, numbers of a weight are
// rounded, text is valid UTF-8. It writes into one buffer that grows, on one line or indented; what a reader of a
// terminal must not meet is escaped by append_json_string.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "core/text/document.h"
#include "render/encode/json_layout.h"

namespace annal {

class JsonWriter {
 public:
  JsonWriter(const TextSink& sink, JsonLayout layout) : sink_(sink), indented_(layout == JsonLayout::indented) {}

  /// Hands what is written to the sink, once it is worth it.
  void pass_on(std::size_t least = std::size_t{1} << 16) {
    if (size_ < least) return;
    sink_({buffer_.data(), size_});
    size_ = 0;
  }

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }
  /// `name`: plain ASCII, as all names of fields are.
  [[gnu::always_inline]] void key(std::string_view name) {  // so that the length of a name is known
    char* at = item(name.size() + 4);
    *at++ = '"';
    std::memcpy(at, name.data(), name.size());
    at += name.size();
    *at++ = '"';
    *at++ = ':';
    if (indented_) *at++ = ' ';
    take(at);
    after_key_ = true;
  }

  void text(std::string_view value) {
    quoted(value);
    after_value_ = true;
  }
  void number(std::int64_t value) {
    char* const at = item(most_digits);
    take(std::to_chars(at, at + most_digits, value).ptr);
    after_value_ = true;
  }
  /// Rounded to thousandths: a trust of 0.1 + 0.2 is 0.3 for every reader. What is no number from 0 on is 0.
  void share(double value);

  [[gnu::always_inline]] void field(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  /// The field, or nothing where `value` is empty: absent means unknown.
  [[gnu::always_inline]] void known(std::string_view name, std::string_view value) {
    if (!value.empty()) field(name, value);
  }
  [[gnu::always_inline]] void count(std::string_view name, std::int64_t value) {
    key(name);
    number(value);
  }
  void boolean(bool value) {
    const std::string_view word = value ? "true" : "false";
    char* const at = item(word.size());
    std::memcpy(at, word.data(), word.size());
    take(at + word.size());
    after_value_ = true;
  }
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
  void span(std::string_view name, Span value, const CodePoints& points) {
    key(name);
    begin_object();
    count("begin", points.at(value.begin));
    count("end", points.at(value.end));
    end_object();
  }

 private:
  static constexpr std::size_t most_digits = 20;

  /// Where the next `bytes` are written.
  char* room(std::size_t bytes) {
    if (buffer_.size() - size_ < bytes) grow(bytes);
    return buffer_.data() + size_;
  }
  void take(const char* end) { size_ = static_cast<std::size_t>(end - buffer_.data()); }
  void grow(std::size_t bytes);

  /// Where `bytes` of the next key or value are written: behind a comma if one stands before it, on a line of its own.
  char* item(std::size_t bytes) {
    char* at = room(bytes + 2 + 2 * depth_);
    if (std::exchange(after_value_, false)) *at++ = ',';
    if (!std::exchange(after_key_, false) && indented_ && depth_ > 0) at = new_line(at);
    return at;
  }
  char* new_line(char* at) const {
    *at++ = '\n';
    std::memset(at, ' ', 2 * depth_);
    return at + 2 * depth_;
  }
  void begin(char bracket) {
    char* at = item(1);
    *at++ = bracket;
    take(at);
    ++depth_;
  }
  void end(char bracket) {
    --depth_;
    char* at = room(2 + 2 * depth_);
    if (indented_ && after_value_) at = new_line(at);
    *at++ = bracket;
    take(at);
    after_value_ = true;
  }
  void quoted(std::string_view value);

  const TextSink& sink_;
  bool indented_;
  bool after_value_ = false;  ///< in the innermost array or object
  bool after_key_ = false;
  std::size_t depth_ = 0;
  std::string buffer_;
  std::size_t size_ = 0;  ///< of `buffer_`, how much is written
  std::string escaped_;
};

/// Hands to `sink`, piece by piece, what `write(json)` writes.
template <class Write>
void write_pieces(const TextSink& sink, JsonLayout layout, Write write) {
  JsonWriter json(sink, layout);
  write(json);
  json.pass_on(0);
}

/// Appends to `out` what `write(json)` writes.
template <class Write>
void append_written(std::string& out, JsonLayout layout, Write write) {
  write_pieces([&](std::string_view piece) { out += piece; }, layout, write);
}

}  // namespace annal
