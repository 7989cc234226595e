// See parse_json.h.
#include "timeline/json/parse_json.h"

#include <algorithm>
#include <string>

#include <rapidjson/error/en.h>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

/// Iterative, so that no depth of nesting can end the program; checks UTF-8.
constexpr unsigned parse_flags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;

/// In memory, parsed JSON takes a multiple of its bytes.
constexpr std::size_t largest = std::size_t{256} << 20;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return bytes;
}

/// "3:17": line and column, in code points, of a byte.
std::string place_of(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, offset);
  const std::size_t begin = before.find_last_of('\n') + 1;
  const auto columns = std::ranges::count_if(before.substr(begin),
                                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return std::to_string(std::ranges::count(before, '\n') + 1) + ":" + std::to_string(columns + 1);
}

}  // namespace

bool is_json(std::string_view bytes, std::string_view name) {
  const std::string file = lowered(name);
  if (file.ends_with(".json") || file.ends_with(".jsonl") || file.ends_with(".ndjson")) return true;
  const std::string_view text = trimmed(without_mark(bytes));
  if (text.size() < 2 || (text.front() != '{' && text.front() != '[')) return false;
  const char next = trimmed(text.substr(1)).front();
  if (text.front() == '{') return next == '"' || next == '}';
  if (next == '{') return true;
  if (text.back() != ']' || text.size() > largest) return false;
  rapidjson::Document json;
  return !json.Parse<parse_flags>(text.data(), text.size()).HasParseError();
}

Result<rapidjson::Document> parse_json(std::string_view bytes, std::string_view name) {
  const std::string input(name);
  if (bytes.size() > largest) return fail(Code::out_of_range, input + ": larger than 256 MiB");
  const std::string_view text = without_mark(bytes);
  rapidjson::Document json;
  json.Parse<parse_flags>(text.data(), text.size());
  if (!json.HasParseError()) return json;
  const std::string place = input + ":" + place_of(text, std::min(json.GetErrorOffset(), text.size()));
  if (json.GetParseError() == rapidjson::kParseErrorDocumentRootNotSingular)
    return fail(Code::syntax, place + ": one timeline only; here a second begins (one a line: take one of the lines)");
  const std::string_view begin = trimmed(text);
  if (!begin.empty() && begin.front() != '{' && begin.front() != '[')
    return fail(Code::syntax, place + ": no JSON, which begins with { or [; the name of an article ends in .txt");
  std::string reason = rapidjson::GetParseError_En(json.GetParseError());
  if (reason.ends_with('.')) reason.pop_back();
  return fail(Code::syntax, place + ": invalid JSON: " + reason);
}

}  // namespace annal
