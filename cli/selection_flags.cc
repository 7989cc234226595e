#include "cli/selection_flags.h"

#include <algorithm>
#include <charconv>

#include "core/calendar/calendar.h"
#include "render/encode/escape.h"

namespace annal {
namespace {

Result<std::size_t> parse_count(const std::string& digits) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (error == std::errc() && end == digits.data() + digits.size() && count > 0) return count;
  return fail(Code::usage, "--top must be a whole number from 1, not '" + visible(digits) + "'");
}

/// A share in at most three decimal places: "0.5", "1".
Result<double> parse_share(const std::string& text) {
  constexpr std::size_t places = 3;
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string whole = text.substr(0, point), part = point < text.size() ? text.substr(point + 1) : "";
  const auto digits = [](const std::string& s) {
    return std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
  };
  int thousandths = -1;
  if ((whole == "0" || whole == "1") && part.size() <= places && digits(part))
    thousandths = std::stoi(whole + part + std::string(places - part.size(), '0'));
  if (thousandths >= 0 && thousandths <= 1000) return static_cast<double>(thousandths) / 1000;
  return fail(Code::usage, "--min-salience must be a number from 0 to 1, say 0.5, not '" + visible(text) + "'");
}

Result<Interval> parse_date(const std::string& flag, const std::string& text) {
  const auto value = parse_iso(text);
  if (value && valid(*value)) return interval_of(*value);
  return fail(Code::usage, flag + " must be a date as 2014, 2014-03 or 2014-03-05, not '" + visible(text) + "'");
}

}  // namespace

Result<std::optional<SelectionOptions>> validate_selection(const RawSelectionFlags& raw) {
  if (!raw.any()) return std::nullopt;
  SelectionOptions options{.all = raw.all, .dated = raw.dated, .about = raw.about};
  if (raw.about && raw.about->find_first_not_of(' ') == std::string::npos)
    return fail(Code::usage, "--about must name somebody or something");
  if (raw.all && raw.min_salience) return fail(Code::usage, "--all and --min-salience exclude each other");
  if (raw.top) {
    const auto count = parse_count(*raw.top);
    if (!count) return tl::unexpected(count.error());
    options.top = *count;
  }
  if (raw.min_salience) {
    const auto share = parse_share(*raw.min_salience);
    if (!share) return tl::unexpected(share.error());
    options.min_salience = *share;
  }
  if (raw.from) {
    const auto date = parse_date("--from", *raw.from);
    if (!date) return tl::unexpected(date.error());
    options.from = date->begin;
  }
  if (raw.to) {
    const auto date = parse_date("--to", *raw.to);
    if (!date) return tl::unexpected(date.error());
    options.to = date->end;
  }
  if (options.from && options.to && *options.from >= *options.to)
    return fail(Code::usage, "--from " + *raw.from + " is after --to " + *raw.to + "; swap them");
  return options;
}

}  // namespace annal
