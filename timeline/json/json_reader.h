// Members of JSON objects as values of the program. The first fault is kept, with its place, and what is wrong reads as
// empty: so whoever reads an object need not ask after each member, but once at the end.
#pragma once

#include <cstdint>
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

  /// What stands at fault first: "events[3]: 'HAPPENING' is no class"; empty where nothing does.
  const std::string& fault() const { return fault_; }
  void note_fault(std::string what);
  /// Where the reader is: "events", 3. Messages say it.
  void enter(std::string_view list, std::size_t index);

  /// The text that the spans of the file count code points of; it must stay.
  void set_text(std::string_view text);

  /// The member called `key`, or null. With `required`, a fault where there is none.
  const Value* member(const Value& object, const char* key, bool required = false);
  /// The items of a list; none where it is absent.
  std::vector<const Value*> items(const Value& object, const char* key, bool required = false);
  std::string text(const Value& object, const char* key, bool required = false);
  std::int64_t integer(const Value& object, const char* key, std::int64_t absent);
  /// 0 to 1; 0 where absent.
  double share(const Value& object, const char* key);
  bool flag(const Value& object, const char* key);
  /// The bytes of {"begin", "end"}; empty where absent.
  Span span(const Value& object, const char* key, bool required = false);
  Span span(const Value& value);
  /// What `earliest`, `latest`, `frame`, `low` and `high` of `object` say; Frame::none where they say nothing.
  Interval window(const Value& object, Frame& frame);
  /// The number in an id such as "e3", counted from 0, below `count`.
  std::uint32_t index(std::string_view id, char letter, std::size_t count);

  /// The enumerator up to `last` that is called so; the first where the member is absent.
  template <class E>
  E named(const Value& object, const char* key, E last, bool required = false) {
    const std::string found = text(object, key, required);
    for (int i = 0; !found.empty() && i <= static_cast<int>(last); ++i)
      if (name(static_cast<E>(i)) == found) return static_cast<E>(i);
    if (!found.empty()) note_fault("'" + found + "' is no " + key);
    return E{};
  }

 private:
  /// The first moment of a day or second, or with `end` the one right behind it.
  CivilSeconds moment(const std::string& iso, bool end);

  std::string fault_, place_;
  std::vector<std::uint32_t> byte_of_;  ///< of each code point of the text, and of its end
};

}  // namespace annal
