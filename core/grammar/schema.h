// What rule files may say of the operations: their names, the types of their arguments, and the names of enumerators.
// The language compiler checks every rule against it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "core/grammar/expression.h"

namespace annal {

enum class FieldType : std::uint8_t {
  none,
  number,
  day_of_week,
  season,
  day_part,
  clock_half,
  quantifier,
  unit,
  modifier,
  tree
};

struct OperationField {
  std::string_view name;
  FieldType type = FieldType::none;
  bool required = true;
};

struct Operation {
  std::string_view name, meaning;
  std::array<OperationField, most_fields> fields{};  ///< those behind the last have type none

  constexpr std::size_t field_count() const {
    std::size_t count = 0;
    while (count < fields.size() && fields[count].type != FieldType::none) ++count;
    return count;
  }
};

/// The type of a field that is declared as `Declared`.
template <class Declared>
constexpr FieldType field_type() {
  if constexpr (std::is_same_v<Declared, DayOfWeek>) return FieldType::day_of_week;
  if constexpr (std::is_same_v<Declared, Season>) return FieldType::season;
  if constexpr (std::is_same_v<Declared, DayPart>) return FieldType::day_part;
  if constexpr (std::is_same_v<Declared, ClockHalf>) return FieldType::clock_half;
  if constexpr (std::is_same_v<Declared, Quantifier>) return FieldType::quantifier;
  if constexpr (std::is_same_v<Declared, Granularity>) return FieldType::unit;
  if constexpr (std::is_same_v<Declared, Mod>) return FieldType::modifier;
  if constexpr (std::is_same_v<Declared, Tree> || std::is_same_v<Declared, OptionalTree>) return FieldType::tree;
  return FieldType::number;
}

template <class Declared>
inline constexpr bool required_field =
    !std::is_same_v<Declared, OptionalNumber> && !std::is_same_v<Declared, OptionalTree> &&
    !std::is_same_v<Declared, ClockHalf> && !std::is_same_v<Declared, Quantifier>;

/// In the order of the list, as ExpressionNode::index() counts.
inline constexpr auto operations = std::to_array<Operation>({
#define ANNAL_FIELD(type, name) OperationField{#name, field_type<type>(), required_field<type>},
#define ANNAL_ENTRY(name, Struct, fields, meaning) Operation{#name, meaning, {{fields}}},
    ANNAL_OPERATIONS(ANNAL_ENTRY, ANNAL_FIELD)
#undef ANNAL_ENTRY
#undef ANNAL_FIELD
});
static_assert(operations.size() == std::variant_size_v<ExpressionNode>);

/// An enumerator that a rule may name.
struct NamedConstant {
  FieldType type;
  std::string_view name;
  std::int32_t value;
};

template <class Enumeration>
constexpr NamedConstant named(std::string_view name, Enumeration value) {
  return {field_type<Enumeration>(), name, static_cast<std::int32_t>(value)};
}

inline constexpr auto named_constants = std::to_array<NamedConstant>({
    named("second", Granularity::second),
    named("minute", Granularity::minute),
    named("hour", Granularity::hour),
    named("day", Granularity::day),
    named("weekend-unit", Granularity::weekend),
    named("week-unit", Granularity::week),
    named("month", Granularity::month),
    named("quarter-unit", Granularity::quarter),
    named("season-unit", Granularity::season),
    named("half-unit", Granularity::half),
    named("year", Granularity::year),
    named("decade-unit", Granularity::decade),
    named("century-unit", Granularity::century),
    named("millennium", Granularity::millennium),
    named("BEFORE", Mod::before),
    named("AFTER", Mod::after),
    named("ON_OR_BEFORE", Mod::on_or_before),
    named("ON_OR_AFTER", Mod::on_or_after),
    named("LESS_THAN", Mod::less_than),
    named("MORE_THAN", Mod::more_than),
    named("EQUAL_OR_LESS", Mod::equal_or_less),
    named("EQUAL_OR_MORE", Mod::equal_or_more),
    named("START", Mod::start),
    named("MID", Mod::mid),
    named("END", Mod::end),
    named("APPROX", Mod::approx),
    named("monday", DayOfWeek::monday),
    named("tuesday", DayOfWeek::tuesday),
    named("wednesday", DayOfWeek::wednesday),
    named("thursday", DayOfWeek::thursday),
    named("friday", DayOfWeek::friday),
    named("saturday", DayOfWeek::saturday),
    named("sunday", DayOfWeek::sunday),
    named("spring", Season::spring),
    named("summer", Season::summer),
    named("autumn", Season::autumn),
    named("winter", Season::winter),
    named("morning", DayPart::morning),
    named("midday", DayPart::midday),
    named("afternoon", DayPart::afternoon),
    named("evening", DayPart::evening),
    named("night", DayPart::night),
    named("daytime", DayPart::daytime),
    named("as-written", ClockHalf::as_written),
    named("am", ClockHalf::am),
    named("pm", ClockHalf::pm),
    named("in-morning", ClockHalf::morning),
    named("at-midday", ClockHalf::midday),
    named("in-afternoon", ClockHalf::afternoon),
    named("in-evening", ClockHalf::evening),
    named("at-night", ClockHalf::night),
    named("in-daytime", ClockHalf::daytime),
    named("EVERY", Quantifier::every),
    named("EACH", Quantifier::each),
});

/// What an argument of that type is called in a message: "a weekday (monday .. sunday)".
constexpr std::string_view describe_type(FieldType type) {
  switch (type) {
    case FieldType::none: break;
    case FieldType::number: return "a number";
    case FieldType::day_of_week: return "a weekday, monday (1) to sunday (7)";
    case FieldType::season: return "a season, spring (1) to winter (4)";
    case FieldType::day_part: return "a part of the day, morning (1) to daytime (6)";
    case FieldType::clock_half:
      return "a half of the day: as-written (0), am (1), pm (2) or in-morning (11) to in-daytime (16)";
    case FieldType::quantifier: return "a quantifier, EVERY (1) or EACH (2)";
    case FieldType::unit: return "a unit, second to millennium";
    case FieldType::modifier: return "a modifier, BEFORE to APPROX";
    case FieldType::tree: return "a tree";
  }
  return "";
}

}  // namespace annal
