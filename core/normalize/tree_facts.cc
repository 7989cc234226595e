#include "core/normalize/tree_facts.h"

namespace annal {
namespace {

template <class Type, class... Types>
constexpr bool is_one_of = (std::is_same_v<Type, Types> || ...);

// Whether a date of these operations leaves the year open, which the tense then tells.
bool leaves_year_open(const op::Date& n) { return !n.year; }
bool leaves_year_open(const op::NumericDate& n) { return !n.year; }
bool leaves_year_open(const op::Quarter& n) { return !n.year; }
bool leaves_year_open(const op::Half& n) { return !n.year; }
bool leaves_year_open(const op::Season& n) { return !n.year; }
bool leaves_year_open(const op::Week& n) { return !n.year; }

// Whether the year is open at a node itself, or `holds` for a tree that it is made of.
template <class Holds>
bool any_below(const ExpressionPool& pool, ExpressionIndex index, const Holds& holds) {
  const ExpressionNode& node = pool[index];
  if (is_any<op::Easter, op::OrthodoxEaster, op::HebrewDay, op::IslamicDay, op::LunarDay>(node)) return true;
  if (is_any<op::WithYear, op::Every, op::Frequency>(node)) return false;
  return std::visit(
      [&](const auto& n) {
        if constexpr (requires { leaves_year_open(n); }) {
          return leaves_year_open(n);
        } else {
          bool any = false;
          op::each_field(n, [&]<class Field>(const Field& field) {
            if constexpr (std::is_same_v<Field, Tree>) any = any || holds(pool, field);
          });
          return any;
        }
      },
      node);
}

std::int64_t number(Number field) { return field; }
std::int64_t number(OptionalNumber field) { return field.value_or(absent); }
std::int64_t number(Tree field) { return field; }
std::int64_t number(OptionalTree field) { return field ? std::int64_t{*field} : absent; }
template <class Enumeration>
requires std::is_enum_v<Enumeration> std::int64_t number(Enumeration field) { return static_cast<std::int64_t>(field); }

// Of an operation without arguments, `absent`.
std::int64_t first_argument(const ExpressionNode& node) {
  std::int64_t first = absent;
  bool seen = false;
  const auto take = [&](const auto& field) {
    if (!seen) first = number(field);
    seen = true;
  };
  std::visit([&](const auto& n) { op::each_field(n, take); }, node);
  return first;
}

}  // namespace

bool same_first_argument(const ExpressionNode& a, const ExpressionNode& b) {
  return a.index() == b.index() && first_argument(a) == first_argument(b);
}

ExpressionIndex without_modifiers(const ExpressionPool& pool, ExpressionIndex index) {
  for (;;) {
    if (const auto* const part = node_as<op::Part>(pool, index))
      index = part->date;
    else if (const auto* const modified = node_as<op::Modified>(pool, index))
      index = modified->date;
    else
      return index;
  }
}

bool leaves_year_to_tense(const ExpressionPool& pool, ExpressionIndex index) {
  const ExpressionNode& node = pool[index];
  return !is_any<op::Weekday, op::Weekend, op::DayOfMonth, op::FutureRef>(node) &&
         any_below(pool, index, leaves_year_to_tense);
}

bool depends_on_tense(const ExpressionPool& pool, ExpressionIndex index) {
  return is_any<op::Weekday, op::Weekend, op::DayOfMonth, op::FutureRef>(pool[index]) ||
         any_below(pool, index, depends_on_tense);
}

int stated_year(const ExpressionPool& pool, ExpressionIndex index) {
  index = without_modifiers(pool, index);
  const ExpressionNode& node = pool[index];
  if (const auto* const date = std::get_if<op::Date>(&node)) return date->year.value_or(0);
  if (const auto* const bc = std::get_if<op::BeforeChrist>(&node)) return -stated_year(pool, bc->date);
  if (const auto* const with_year = std::get_if<op::WithYear>(&node)) return stated_year(pool, with_year->year);
  if (const auto* const at = std::get_if<op::At>(&node)) return stated_year(pool, at->date);
  if (const auto* const checked = std::get_if<op::Checked>(&node)) return stated_year(pool, checked->date);
  if (const auto* const season = std::get_if<op::Season>(&node))
    return season->year ? stated_year(pool, *season->year) : 0;
  return 0;
}

namespace {

struct UnitOfDate {
  const ExpressionPool& pool;

  Granularity of(Tree tree) const { return unit_of_date(pool, tree); }
  template <class Node>
  Granularity operator()(const Node& n) const {
    if constexpr (is_one_of<Node, op::Weekday, op::Checked, op::Recurs, op::Easter, op::OrthodoxEaster, op::HebrewDay,
                            op::IslamicDay, op::LunarDay, op::ReferenceDay>) {
      return Granularity::day;
    } else if constexpr (is_one_of<Node, op::Clock, op::Zone>) {
      return Granularity::minute;
    } else if constexpr (is_one_of<Node, op::Part, op::Modified, op::WithYear, op::BeforeChrist>) {
      return of(n.date);
    } else {
      return Granularity::none;
    }
  }
  Granularity operator()(const op::Date& n) const {
    return n.day ? Granularity::day : n.month ? Granularity::month : Granularity::year;
  }
  Granularity operator()(const op::NumericDate&) const { return Granularity::day; }
  Granularity operator()(const op::Week&) const { return Granularity::week; }
  Granularity operator()(const op::Weekend&) const { return Granularity::weekend; }
  Granularity operator()(const op::Quarter&) const { return Granularity::quarter; }
  Granularity operator()(const op::Half&) const { return Granularity::half; }
  Granularity operator()(const op::Season&) const { return Granularity::season; }
  Granularity operator()(const op::Decade&) const { return Granularity::decade; }
  Granularity operator()(const op::Century&) const { return Granularity::century; }
  Granularity operator()(const op::At& n) const {
    const bool clock = !std::holds_alternative<op::DayPart>(pool[n.time]);
    return of(n.date) == Granularity::none ? Granularity::none : clock ? Granularity::minute : Granularity::part_of_day;
  }
  Granularity operator()(const op::RangeOf& n) const { return of(n.from); }
};

}  // namespace

Granularity unit_of_date(const ExpressionPool& pool, ExpressionIndex index) {
  return std::visit(UnitOfDate{pool}, pool[index]);
}

std::vector<DateMention> date_mentions(const ExpressionPool& pool, std::span<const Timex> timexes) {
  std::vector<DateMention> mentions;
  mentions.reserve(timexes.size());
  for (const Timex& timex : timexes)
    mentions.push_back({timex.span, unit_of_date(pool, timex.expression), stated_year(pool, timex.expression) != 0});
  return mentions;
}

bool day_first(const ExpressionPool& pool) {
  int day = 0, month = 0;
  for (const ExpressionNode& node : pool)
    if (const auto* const date = std::get_if<op::NumericDate>(&node)) {
      if (date->first > 12 && date->second <= 12) ++day;
      if (date->second > 12 && date->first <= 12) ++month;
    }
  return day > month;
}

bool compares_with_year_before(const ExpressionPool& pool, ExpressionIndex index, bool narrative) {
  if (node_as<op::SameInYear>(pool, index) != nullptr) return true;
  if (const auto* const shift = node_as<op::ReferenceShift>(pool, index)) return narrative && shift->by < 0;
  const auto* const earlier = node_as<op::Earlier>(pool, index);
  const auto* const ago = node_as<op::Ago>(pool, index);
  if (earlier == nullptr && ago == nullptr) return false;
  const auto* const length = node_as<op::Length>(pool, earlier != nullptr ? earlier->length : ago->length);
  return length != nullptr && length->thousandths == 1000 && length->unit == Granularity::year;
}

}  // namespace annal
