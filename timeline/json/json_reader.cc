#include "timeline/json/json_reader.h"

#include <charconv>

#include "core/calendar/civil.h"

namespace annal {
namespace {

/// As far as a number of seconds may reach to either side: sums of a chain of them stay numbers.
constexpr CivilSeconds farthest = CivilSeconds{1} << 44;

/// Reads digits of `text` up to `stop` from `at` on, and passes both.
bool read_number(std::string_view text, std::size_t& at, char stop, int& number) {
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
  if (error != std::errc{} || number < 0) return false;
  at = static_cast<std::size_t>(end - text.data());
  if (stop == 0) return at == text.size();
  return at < text.size() && text[at++] == stop;
}

}  // namespace

void JsonReader::note_fault(std::string what) {
  if (fault_.empty()) fault_ = place_.empty() ? std::move(what) : place_ + ": " + what;
}

void JsonReader::enter(std::string_view list, std::size_t index) {
  place_ = std::string(list) + "[" + std::to_string(index) + "]";
}

void JsonReader::set_text(std::string_view text) {
  byte_of_.clear();
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) byte_of_.push_back(i);
  byte_of_.push_back(static_cast<std::uint32_t>(text.size()));
}

const JsonReader::Value* JsonReader::member(const Value& object, const char* key, bool required) {
  if (object.IsObject()) {
    const auto found = object.FindMember(key);
    if (found != object.MemberEnd()) return &found->value;
  }
  if (required) note_fault(std::string("there is no \"") + key + "\"");
  return nullptr;
}

std::vector<const JsonReader::Value*> JsonReader::items(const Value& object, const char* key, bool required) {
  std::vector<const Value*> found;
  const Value* list = member(object, key, required);
  if (list == nullptr) return found;
  if (!list->IsArray()) note_fault(std::string("\"") + key + "\" is no list");
  if (!list->IsArray()) return found;
  for (const Value& item : list->GetArray()) found.push_back(&item);
  return found;
}

std::string JsonReader::text(const Value& object, const char* key, bool required) {
  const Value* value = member(object, key, required);
  if (value == nullptr) return {};
  if (value->IsString()) return {value->GetString(), value->GetStringLength()};
  note_fault(std::string("\"") + key + "\" is no text");
  return {};
}

std::int64_t JsonReader::integer(const Value& object, const char* key, std::int64_t absent) {
  const Value* value = member(object, key);
  if (value == nullptr) return absent;
  if (value->IsInt64() && value->GetInt64() >= -farthest && value->GetInt64() <= farthest) return value->GetInt64();
  note_fault(std::string("\"") + key + "\" is no whole number, or too large");
  return absent;
}

double JsonReader::share(const Value& object, const char* key) {
  const Value* value = member(object, key);
  if (value == nullptr) return 0;
  if (value->IsNumber() && value->GetDouble() >= 0 && value->GetDouble() <= 1) return value->GetDouble();
  note_fault(std::string("\"") + key + "\" is no number from 0 to 1");
  return 0;
}

bool JsonReader::flag(const Value& object, const char* key) {
  const Value* value = member(object, key);
  if (value != nullptr && !value->IsBool()) note_fault(std::string("\"") + key + "\" is neither true nor false");
  return value != nullptr && value->IsBool() && value->GetBool();
}

Span JsonReader::span(const Value& object, const char* key, bool required) {
  const Value* value = member(object, key, required);
  return value == nullptr ? Span{} : span(*value);
}

Span JsonReader::span(const Value& value) {
  const std::int64_t begin = integer(value, "begin", -1), end = integer(value, "end", -1);
  if (begin < 0 || end < begin || end >= static_cast<std::int64_t>(byte_of_.size())) {
    note_fault("a span lies outside the text");
    return {};
  }
  return {byte_of_[static_cast<std::size_t>(begin)], byte_of_[static_cast<std::size_t>(end)]};
}

CivilSeconds JsonReader::moment(const std::string& iso, bool end) {
  const std::string_view text = iso;
  const bool before_christ = text.starts_with('-');
  std::size_t at = before_christ ? 1 : 0;
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
  const bool clock = text.find('T') != std::string_view::npos;
  const bool read = read_number(text, at, '-', year) && read_number(text, at, '-', month) &&
                    read_number(text, at, clock ? 'T' : '\0', day) &&
                    (!clock || (read_number(text, at, ':', hour) && read_number(text, at, ':', minute) &&
                                read_number(text, at, '\0', second)));
  if (before_christ) year = -year;
  if (!read || year < -32767 || year > 32767 || month < 1 || month > 12 || day < 1 ||
      day > days_in_month(year, month) || hour > 23 || minute > 59 || second > 59) {
    note_fault("'" + iso + "' is no day and no second");
    return 0;
  }
  const CivilSeconds first = civil_seconds(year, month, day) + hour * 3600 + minute * 60 + second;
  return end ? first + (clock ? 1 : seconds_per_day) : first;
}

Interval JsonReader::window(const Value& object, Frame& frame) {
  Interval interval;
  const std::string earliest = text(object, "earliest"), latest = text(object, "latest");
  if (!earliest.empty()) interval.begin = moment(earliest, false);
  if (!latest.empty()) interval.end = moment(latest, true);
  frame = named(object, "frame", Frame::document);
  if (frame == Frame::none) {
    if (!earliest.empty() || !latest.empty()) frame = Frame::calendar;
    return interval;
  }
  return {integer(object, "low", unbounded_past), integer(object, "high", unbounded_future)};
}

std::uint32_t JsonReader::index(std::string_view id, char letter, std::size_t count) {
  std::uint32_t number = 0;
  const char* const end = id.data() + id.size();
  if (!id.empty() && id.front() == letter) {
    const auto [read, error] = std::from_chars(id.data() + 1, end, number);
    if (error == std::errc{} && read == end && number >= 1 && number <= count) return number - 1;
  }
  note_fault("'" + std::string(id) + "' names nothing");
  return 0;
}

}  // namespace annal
