// See toml_file.h.
#include "timeline/edits/toml_file.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/unicode/utf8.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 8
// Some of the library's assertions fail on malformed input, which it then reports as an error: "[[$]]".
#define TOML_ASSERT(expr) static_assert(true)
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#endif
#include <toml++/toml.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace annal {
namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 20U;
constexpr int most_dots = 4;  // in one key
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Behind the string that begins at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
  const char mark = text[at];
  const std::string fence(3, mark);
  const bool many = text.substr(at, 3) == fence;
  for (at += many ? 3 : 1; at < text.size();) {
    if (mark == '"' && text[at] == '\\') {
      at += 2;
    } else if (many ? text.substr(at, 3) == fence : text[at] == mark) {
      at += many ? 3 : 1;
      while (many && at < text.size() && text[at] == mark) ++at;
      return at;
    } else {
      ++at;
    }
  }
  return text.size();
}

/// The line of the first key with too many dots, or 0: "a.b.c.d" nests tables, and the library follows any depth.
std::uint32_t line_of_deep_key(std::string_view text) {
  std::uint32_t line = 1;
  int dots = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      const std::size_t end = std::min(skip_string(text, at), text.size());
      line += static_cast<std::uint32_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                    text.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
      at = end;
      continue;
    }
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (c == '\n') ++line;
    if (c == '\n' || c == '=' || c == ',' || c == '{' || c == '[') dots = 0;
    if (c == '.' && ++dots > most_dots) return line;
    ++at;
  }
  return 0;
}

/// The bytes of the places that the library counts: lines and columns from 1, columns in code points.
class Places {
 public:
  explicit Places(std::string_view bytes) : bytes_(bytes) {
    std::size_t at = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    lines_.push_back(0);
    for (std::size_t count = 0; at < bytes.size(); ++count) {
      if (count % step == 0) steps_.push_back(at);
      if (bytes[at] == '\n') lines_.push_back(count + 1);
      at += utf8_length(bytes[at]);
    }
  }
  std::size_t byte_of(const toml::source_position& place) const {
    if (place.line == 0 || place.line > lines_.size() || place.column == 0) return bytes_.size();
    const std::size_t count = lines_[place.line - 1] + place.column - 1;
    if (count / step >= steps_.size()) return bytes_.size();
    std::size_t at = steps_[count / step];
    for (std::size_t i = count % step; i > 0 && at < bytes_.size(); --i) at += utf8_length(bytes_[at]);
    return std::min(at, bytes_.size());
  }

 private:
  static constexpr std::size_t step = 64;
  std::string_view bytes_;
  std::vector<std::size_t> lines_;  ///< the code point with which each begins
  std::vector<std::size_t> steps_;  ///< the bytes of every 64th code point
};

std::string padded(std::uint32_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string iso_of(const toml::date& date) {
  return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::string iso_of(const toml::time& time) {
  std::string out = padded(time.hour, 2) + ':' + padded(time.minute, 2) + ':' + padded(time.second, 2);
  if (time.nanosecond == 0) return out;
  out += '.' + padded(time.nanosecond, 9);
  return out.substr(0, out.find_last_not_of('0') + 1);
}

std::string iso_of(const toml::date_time& both) {
  std::string out = iso_of(both.date) + 'T' + iso_of(both.time);
  if (!both.offset) return out;
  const int minutes = both.offset->minutes;
  if (minutes == 0) return out + 'Z';
  const auto size = static_cast<std::uint32_t>(std::abs(minutes));
  return out + (minutes < 0 ? '-' : '+') + padded(size / 60, 2) + ':' + padded(size % 60, 2);
}

TomlValue value_of(const toml::node& node, const Places& places) {
  TomlValue out;
  out.line = node.source().begin.line;
  out.begin = places.byte_of(node.source().begin);
  out.end = places.byte_of(node.source().end);
  if (const auto* table = node.as_table()) {
    out.kind = TomlValue::Kind::table;
    out.is_block = !table->is_inline();
    for (const auto& [key, value] : *table)
      out.entries.push_back({std::string(key.str()), places.byte_of(key.source().begin), value_of(value, places)});
    std::stable_sort(out.entries.begin(), out.entries.end(),
                     [](const TomlEntry& a, const TomlEntry& b) { return a.value.begin < b.value.begin; });
  } else if (const auto* array = node.as_array()) {
    out.kind = TomlValue::Kind::array;
    for (const toml::node& item : *array) out.items.push_back(value_of(item, places));
  } else if (const auto* text = node.as_string()) {
    out.kind = TomlValue::Kind::text;
    out.text = text->get();
  } else if (const auto* integer = node.as_integer()) {
    out.kind = TomlValue::Kind::integer;
    out.integer = integer->get();
  } else if (const auto* boolean = node.as_boolean()) {
    out.kind = TomlValue::Kind::boolean;
    out.integer = boolean->get() ? 1 : 0;
  } else if (node.is_floating_point()) {
    out.kind = TomlValue::Kind::real;
  } else {
    out.kind = TomlValue::Kind::date;
    if (const auto* date = node.as_date()) out.text = iso_of(date->get());
    if (const auto* time = node.as_time()) out.text = iso_of(time->get());
    if (const auto* both = node.as_date_time()) out.text = iso_of(both->get());
  }
  return out;
}

}  // namespace

std::string at_line(std::string_view name, std::uint32_t line, std::string_view message) {
  return std::string(name) + ":" + (line > 0 ? std::to_string(line) + ":" : "") + " " + std::string(message);
}

std::string toml_text(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      (out += "\\u00") += digits[byte >> 4U];
      out += digits[byte & 15U];
    } else {
      out += c;
    }
  }
  return out + '"';
}

namespace {

/// What is wrong, with the remedy where the value is a bare word.
std::string words_of(const toml::parse_error& error) {
  std::string words(error.description());
  if (words.find("could not determine value type") != std::string::npos)
    words = "a value is true or false, a number, or a text in quotation marks";
  return words;
}

}  // namespace

Result<TomlValue> read_toml(std::string_view bytes, std::string_view name) {
  if (bytes.size() > most_bytes) return fail(Code::out_of_range, at_line(name, 0, "an edits file has at most 4 MiB"));
  if (const auto bad = find_invalid_utf8(bytes)) {
    const auto line = static_cast<std::uint32_t>(place_of(bytes, *bad).line);
    return fail(Code::not_text, at_line(name, line, "not UTF-8; save the file as UTF-8"));
  }
  if (const std::uint32_t line = line_of_deep_key(bytes); line > 0)
    return fail(Code::out_of_range, at_line(name, line, "a key has too many dots; the keys of an edit have none"));
  const toml::parse_result parsed = toml::parse(bytes, name);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return fail(Code::syntax, at_line(name, error.source().begin.line, "no TOML: " + words_of(error)));
  }
  return value_of(parsed.table(), Places(bytes));
}

}  // namespace annal
