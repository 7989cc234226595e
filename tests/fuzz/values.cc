// Dates as people and other programs write them: what is read can be written, and reading that again gives the same.
#include "core/calendar/calendar.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  const std::string_view text = fuzz::text_of(data, size);
  for (const auto& value : {parse_timex(text), parse_iso(text)}) {
    if (!value) continue;
    const Interval interval = interval_of(*value);
    fuzz::law(interval.begin <= interval.end, "an interval does not end before it begins");
    const ShortText written = to_timex(*value);
    const auto again = parse_timex(written.view());
    fuzz::law(again.has_value(), "a written TIMEX3 value can be read");
    fuzz::law(to_timex(*again).view() == written.view(), "a value read again is written the same");
    for (const Mod mod : {Mod::none, Mod::start, Mod::approx, Mod::before}) to_edtf(*value, mod, interval);
    for (const std::int64_t n : {-1000000000LL, -1LL, 1LL, 999LL}) shift(*value, n);
  }
  return 0;
}
