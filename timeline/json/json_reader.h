// Members of JSON objects as values of the program. The first fault is kept, with its place as a JSON pointer
// (RFC 6901), and what is wrong reads as empty: so whoever reads an object need not ask after each member, but once at
// the end.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>

#include "core/calendar/interval.h"
#include "core/calendar/value.h"
#include "core/text/document.h"

namespace annal {

class JsonReader {
 public:
  using Value = rapidjson::Value;

  /// What stands at fault first: "/events/3/class: 'HAPPENING' is no class"; empty where nothing does.
  const std::string& fault() const { return fault_; }
  /// Notes a fault of the member `key` of where the reader is, or of the place itself.
  void note_fault(std::string_view key, const std::string& what);

  /// Calls `read(value)` as the reader is at the member `key`; not at all where there is none.
  template <class Read>
  void within(const Value& object, const char* key, bool required, const Read& read) {
    const Value* value = member(object, key, required);
    if (value == nullptr) return;
    const std::size_t outer = go_to(key);
    read(*value);
    place_.resize(outer);
  }

  /// Calls `read(item, index)` as the reader is at each item of the list `key`, until one is at fault.
  template <class Read>
  void each(const Value& object, const char* key, bool required, const Read& read) {
    within(object, key, required, [&](const Value& list) { each_item(list, read); });
  }
  template <class Read>
  void each_item(const Value& list, const Read& read) {
    if (!list.IsArray()) return note_fault("", "is no list");
    for (rapidjson::SizeType i = 0; i < list.Size() && fault_.empty(); ++i) {
      const std::size_t outer = go_to(std::to_string(i));
      read(list[i], static_cast<std::size_t>(i));
      place_.resize(outer);
    }
  }

  /// The text that the spans of the file count code points of; it must stay.
  void set_text(std::string_view text);
  /// Where each of several documents begins in that text, in bytes: a span counts from there.
  void set_documents(const std::vector<std::uint32_t>& begins);
  /// Takes the ids of the items of the list `key`, which references name. One without an id is called by its place:
  /// "e1". Two of one id are a fault. Returns how many items there are.
  std::size_t take_ids(const Value& object, const char* key, char letter);

  /// The member called `key`, or null. With `required`, a fault where there is none.
  const Value* member(const Value& object, const char* key, bool required = false);
  std::string text(const Value& object, const char* key, bool required = false);
  /// `value` itself as text.
  std::string text(const Value& value);
  /// The same of a text or a whole number: "1870", 1870.
  std::string text_or_number(const Value& value);
  std::string text_or_number(const Value& object, const char* key);
  std::int64_t integer(const Value& object, const char* key, std::int64_t absent);
  /// 0 to 1; 0 where absent.
  double share(const Value& object, const char* key);
  bool flag(const Value& object, const char* key);
  /// The bytes of {"begin", "end"}; empty where absent.
  Span span(const Value& object, const char* key, bool required = false);
  Span span(const Value& value);
  /// The byte of a place in the text, in code points.
  std::uint32_t place(const Value& value);
  /// What `earliest`, `latest`, `frame`, `low` and `high` of `object` say; Frame::none where they say nothing.
  Interval window(const Value& object, Frame& frame);
  /// Which item of the list with ids of this letter is called `id`; `key` says where it stands.
  std::uint32_t index(std::string_view key, const std::string& id, char letter);

  /// The enumerator up to `last` that is called so; the first where the member is absent.
  template <class E>
  E named(const Value& object, const char* key, E last, bool required = false) {
    const std::string found = text(object, key, required);
    for (int i = 0; !found.empty() && i <= static_cast<int>(last); ++i)
      if (name(static_cast<E>(i)) == found) return static_cast<E>(i);
    if (!found.empty()) note_fault(key, "'" + found + "' is no " + key);
    return E{};
  }

 private:
  /// Moves on to `key` of where the reader is, and returns what it takes to go back.
  std::size_t go_to(std::string_view key);
  /// The first moment of a day or second, or with `end` the one right behind it.
  CivilSeconds moment(const char* key, const std::string& iso, bool end);

  std::string fault_, place_;
  std::vector<std::uint32_t> byte_of_;  ///< of each code point of the text, and of its end
  std::vector<std::int64_t> first_;     ///< of each of several documents the code points before it
  std::map<char, std::map<std::string, std::uint32_t, std::less<>>> ids_;
};

}  // namespace annal
