// TimeValue: what a time expression is on the calendar, as a TIMEX3 value with its interval, its anchor, and
// the parts that stay open. Sources: TimeML 1.2.1, TIMEX3; ISO 8601-1 and -2 (EDTF).
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/calendar/interval.h"

namespace annal {

/// A short string without allocation: TIMEX3 values and attributes have at most 39 bytes. `assign` truncates.
class ShortText {
 public:
  ShortText() = default;
  ShortText(std::string_view s) { assign(s); }
  void assign(std::string_view s) {
    size_ = static_cast<std::uint8_t>(s.size() < capacity ? s.size() : capacity);
    std::memcpy(bytes_.data(), s.data(), size_);
  }
  void append(std::string_view s) {
    const std::size_t room = capacity - size_, n = s.size() < room ? s.size() : room;
    std::memcpy(bytes_.data() + size_, s.data(), n);
    size_ = static_cast<std::uint8_t>(size_ + n);
  }
  void push_back(char c) {
    if (size_ < capacity) bytes_[size_++] = c;
  }
  std::string_view view() const { return {bytes_.data(), size_}; }
  operator std::string_view() const { return view(); }
  bool empty() const { return size_ == 0; }
  friend bool operator==(const ShortText& a, const ShortText& b) { return a.view() == b.view(); }

 private:
  static constexpr std::size_t capacity = 39;
  std::array<char, capacity> bytes_{};
  std::uint8_t size_ = 0;
};

enum class TimexType : std::uint8_t { date, time, duration, set };

/// TIMEX3's mod.
enum class Mod : std::uint8_t {
  none,
  before,
  after,
  on_or_before,
  on_or_after,
  less_than,
  more_than,
  equal_or_less,
  equal_or_more,
  start,
  mid,
  end,
  approx
};

/// What the seconds of `TimeValue::interval` count from.
enum class Frame : std::uint8_t {
  none,       ///< no place on any calendar: durations, sets, PAST_REF
  calendar,   ///< civil seconds
  open_year,  ///< seconds since 1 January of the one year that the text does not state, counted as 365 days
  document,   ///< seconds since the start of the unknown date of writing ("yesterday" without a DCT)
};

/// What a value is relative to.
enum class AnchorKind : std::uint8_t {
  none,       ///< the words alone fix it ("14 November 2016")
  document,   ///< t0
  reference,  ///< another time expression, Timex::anchor
  event,      ///< an event not yet placed ("three days after the vote")
};

/// Why a date that recurs was read as it was and not otherwise.
enum class DisambiguationReason : std::uint8_t {
  none,               ///< the words leave no choice
  past_tense,         ///< the clause looks back
  present_tense,      ///< the clause is told as present
  future_tense,       ///< the clause looks ahead
  contains_dct,       ///< it holds the day of writing
  nearest,            ///< no verb tells, and this one is nearer
  too_distant,        ///< the clause looks to the other, but one so far away would be told with its year
  fiscal_reporting,   ///< quarters are talked of when their figures come out
  narrative_time,     ///< the text is a narrative: its dates follow the one last spoken of
  narrative_advance,  ///< the same, and a narrative goes forward
  inferred_year,      ///< the text states no day of writing, and its year was inferred
  stated_weekday,     ///< the weekday told with it says so
};

struct TimeValue {
  TimexType type = TimexType::date;
  Mod mod = Mod::none;
  Granularity granularity = Granularity::none;
  Frame frame = Frame::none;
  AnchorKind anchor_kind = AnchorKind::none;
  ShortText value;    ///< TIMEX3 value: "2016-11-14", "2016-W45", "P3D", "PAST_REF", "XXXX-11-14"
  ShortText quant;    ///< of a SET: "EVERY"
  ShortText freq;     ///< of a SET: "2X"
  Interval interval;  ///< what it covers, in `frame`; a modifier narrows it ("early March": 1 to 10 March)
  Interval length;    ///< of a DURATION: least and most seconds, begin <= end; unbounded where open
};

std::string_view name(TimexType);    ///< "DATE", "TIME", "DURATION", "SET"
std::string_view name(Mod);          ///< "START"; empty for none
std::string_view name(Granularity);  ///< "day", "part-of-day"
std::string_view name(Frame);        ///< "calendar", "year", "t0"; empty for none

}  // namespace annal
