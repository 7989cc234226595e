#include "timeline/json/json_reader.h"

#include <algorithm>

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

void JsonReader::note_fault(std::string_view key, const std::string& what) {
  if (!fault_.empty()) return;
  fault_ = place_;
  if (!key.empty()) fault_.append("/").append(key);
  if (!fault_.empty()) fault_ += ": ";
  fault_ += what;
}

std::size_t JsonReader::go_to(std::string_view key) {
  const std::size_t outer = place_.size();
  place_.append("/").append(key);
  return outer;
}

void JsonReader::set_text(std::string_view text) {
  byte_of_.clear();
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) byte_of_.push_back(i);
  byte_of_.push_back(static_cast<std::uint32_t>(text.size()));
}

void JsonReader::set_documents(const std::vector<std::uint32_t>& begins) {
  first_.clear();
  for (const std::uint32_t begin : begins)
    first_.push_back(std::ranges::lower_bound(byte_of_, begin) - byte_of_.begin());
}

std::size_t JsonReader::take_ids(const Value& object, const char* key, char letter) {
  auto& ids = ids_[letter];
  std::size_t count = 0;
  each(object, key, true, [&](const Value& item, std::size_t i) {
    std::string id = text(item, "id");
    if (id.empty()) id = letter + std::to_string(i + 1);
    if (!ids.emplace(id, static_cast<std::uint32_t>(i)).second) note_fault("id", "'" + id + "' stands twice");
    ++count;
  });
  return count;
}

const JsonReader::Value* JsonReader::member(const Value& object, const char* key, bool required) {
  if (object.IsObject()) {
    const auto found = object.FindMember(key);
    if (found != object.MemberEnd()) return &found->value;
  }
  if (required) note_fault("", object.IsObject() ? std::string("there is no \"") + key + "\"" : "is no object");
  return nullptr;
}

std::string JsonReader::text(const Value& object, const char* key, bool required) {
  const Value* value = member(object, key, required);
  if (value == nullptr) return {};
  if (value->IsString()) return {value->GetString(), value->GetStringLength()};
  note_fault(key, "is no text");
  return {};
}

std::string JsonReader::text(const Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  note_fault("", "is no text");
  return {};
}

std::string JsonReader::text_or_number(const Value& value) {
  return value.IsInt64() ? std::to_string(value.GetInt64()) : text(value);
}

std::string JsonReader::text_or_number(const Value& object, const char* key) {
  std::string found;
  within(object, key, false, [&](const Value& value) { found = text_or_number(value); });
  return found;
}

std::int64_t JsonReader::integer(const Value& object, const char* key, std::int64_t absent) {
  const Value* value = member(object, key);
  if (value == nullptr) return absent;
  if (value->IsInt64() && value->GetInt64() >= -farthest && value->GetInt64() <= farthest) return value->GetInt64();
  note_fault(key, "is no whole number, or too large");
  return absent;
}

double JsonReader::share(const Value& object, const char* key) {
  const Value* value = member(object, key);
  if (value == nullptr) return 0;
  if (value->IsNumber() && value->GetDouble() >= 0 && value->GetDouble() <= 1) return value->GetDouble();
  note_fault(key, "is no number from 0 to 1");
  return 0;
}

bool JsonReader::flag(const Value& object, const char* key) {
  const Value* value = member(object, key);
  if (value != nullptr && !value->IsBool()) note_fault(key, "is neither true nor false");
  return value != nullptr && value->IsBool() && value->GetBool();
}

Span JsonReader::span(const Value& object, const char* key, bool required) {
  Span found;
  within(object, key, required, [&](const Value& value) { found = span(value); });
  return found;
}

Span JsonReader::span(const Value& value) {
  const std::int64_t document = integer(value, "document", 0);
  if (document < 0 || document >= std::max(std::ssize(first_), std::ptrdiff_t{1})) {
    note_fault("document", std::to_string(document) + " is no index of a document");
    return {};
  }
  const auto d = static_cast<std::size_t>(document);
  const std::int64_t first = first_.empty() ? 0 : first_[d];
  const std::int64_t last = (d + 1 < first_.size() ? first_[d + 1] : std::ssize(byte_of_)) - 1;
  const std::int64_t begin = first + integer(value, "begin", -1), end = first + integer(value, "end", -1);
  if (begin < first || end < begin || end > last) {
    note_fault("", "the span lies outside the text");
    return {};
  }
  return {byte_of_[static_cast<std::size_t>(begin)], byte_of_[static_cast<std::size_t>(end)]};
}

std::uint32_t JsonReader::place(const Value& value) {
  if (value.IsUint() && value.GetUint() < byte_of_.size()) return byte_of_[value.GetUint()];
  note_fault("", "is no place in the text");
  return 0;
}

CivilSeconds JsonReader::moment(const char* key, const std::string& iso, bool end) {
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
    note_fault(key, "'" + iso + "' is no day and no second");
    return 0;
  }
  const CivilSeconds first = civil_seconds(year, month, day) + hour * 3600 + minute * 60 + second;
  return end ? first + (clock ? 1 : seconds_per_day) : first;
}

Interval JsonReader::window(const Value& object, Frame& frame) {
  Interval interval;
  const std::string earliest = text(object, "earliest"), latest = text(object, "latest");
  if (!earliest.empty()) interval.begin = moment("earliest", earliest, false);
  if (!latest.empty()) interval.end = moment("latest", latest, true);
  frame = named(object, "frame", Frame::document);
  if (frame == Frame::none) {
    if (!earliest.empty() || !latest.empty()) frame = Frame::calendar;
    return interval;
  }
  return {integer(object, "low", unbounded_past), integer(object, "high", unbounded_future)};
}

std::uint32_t JsonReader::index(std::string_view key, const std::string& id, char letter) {
  const auto& ids = ids_[letter];
  const auto found = ids.find(id);
  if (found != ids.end()) return found->second;
  note_fault(key, "'" + id + "' names nothing");
  return 0;
}

}  // namespace annal
