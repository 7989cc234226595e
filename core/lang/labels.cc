#include "core/lang/labels.h"

#include <array>
#include <utility>

#include "core/lang/tables.h"

namespace annal {
namespace {

constexpr std::size_t one = 0, two = 1, few = 1, many = 2, ordinal_few = 2, other = 3;

/// The form of a count, by the plural rules of CLDR for whole numbers.
std::size_t plural_form(std::string_view rule, std::size_t n) {
  if (rule == "slavic") {
    const std::size_t last = n % 10, tail = n % 100;
    if (last == 1 && tail != 11) return one;
    return last >= 2 && last <= 4 && (tail < 12 || tail > 14) ? few : many;
  }
  return n == 1 || (n == 0 && rule == "zero-one") ? one : other;
}

/// The form of an ordinal, by those of CLDR.
std::size_t ordinal_form(std::string_view rule, std::size_t n) {
  if (rule == "first") return n == 1 ? one : other;
  if (rule != "english" || (n % 100 >= 11 && n % 100 <= 13)) return other;
  switch (n % 10) {
    case 1: return one;
    case 2: return two;
    case 3: return ordinal_few;
    default: return other;
  }
}

std::string roman(std::size_t n) {
  constexpr std::array<std::pair<std::size_t, std::string_view>, 13> digits{{{1000, "M"},
                                                                             {900, "CM"},
                                                                             {500, "D"},
                                                                             {400, "CD"},
                                                                             {100, "C"},
                                                                             {90, "XC"},
                                                                             {50, "L"},
                                                                             {40, "XL"},
                                                                             {10, "X"},
                                                                             {9, "IX"},
                                                                             {5, "V"},
                                                                             {4, "IV"},
                                                                             {1, "I"}}};
  std::string out;
  for (const auto& [value, letters] : digits)
    for (; n >= value; n -= value) out += letters;
  return out;
}

void fill(std::string& text, std::string_view slot, std::string_view filling) {
  if (const std::size_t at = text.find(slot); at != std::string::npos) text.replace(at, slot.size(), filling);
}

}  // namespace

Labels::Labels(std::string_view tag) : language_(Language::find(tag)) {
  if (language_ == nullptr) language_ = Language::find("en");
  if (language_ == nullptr) language_ = &Language::fallback();
}

std::string_view Labels::text(Label key) const { return language_->tables().labels[static_cast<std::size_t>(key)]; }

std::string Labels::text(Label key, std::string_view first, std::string_view second) const {
  std::string out(text(key));
  // From behind, so that what is filled in is not searched.
  const std::size_t at = out.find("{1}");
  if (at != std::string::npos) out.replace(at, 3, second);
  if (const std::size_t zero = out.find("{0}"); zero != std::string::npos && (at == std::string::npos || zero < at))
    out.replace(zero, 3, first);
  return out;
}

std::string_view Labels::governed(Label key) const {
  const std::string_view form = text(static_cast<Label>(static_cast<std::size_t>(key) + 1));
  return form.empty() ? text(key) : form;
}

std::string Labels::contracted(std::string text) const {
  constexpr std::string_view arrow = " > ";
  std::string_view entry;
  for (std::size_t i = 0; !(entry = item(Label::contractions, i)).empty(); ++i) {
    const std::size_t between = entry.find(arrow);
    if (between == std::string_view::npos) continue;
    const std::string apart = std::string(entry.substr(0, between)) + ' ';
    const std::size_t at = text.find(apart);
    if (at != std::string::npos && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\''))
      text.replace(at, apart.size() - 1, entry.substr(between + arrow.size()));
  }
  return text;
}

std::string_view Labels::item(Label list, std::size_t index) const {
  std::string_view rest = text(list);
  for (; index > 0; --index) {
    const std::size_t bar = rest.find(" | ");
    if (bar == std::string_view::npos) return {};
    rest.remove_prefix(bar + 3);
  }
  return rest.substr(0, rest.find(" | "));
}

std::string_view Labels::form(Label first, std::size_t index) const {
  const std::string_view found = text(static_cast<Label>(static_cast<std::size_t>(first) + index));
  return found.empty() ? text(static_cast<Label>(static_cast<std::size_t>(first) + other)) : found;
}

std::string Labels::count(Label first, std::size_t n) const { return count(first, n, number(n)); }

std::string Labels::count(Label first, std::size_t n, std::string_view number) const {
  std::string out(form(first, plural_form(text(Label::plural_rule), n)));
  fill(out, "{0}", number);
  return out;
}

std::string Labels::ordinal(Label first, std::size_t n) const {
  std::string out(form(first, ordinal_form(text(Label::ordinal_rule), n)));
  fill(out, "{0}", std::to_string(n));
  fill(out, "{R}", roman(n));
  return out;
}

std::string Labels::number(std::size_t n) const {
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, text(Label::digit_group));
  return digits;
}

}  // namespace annal
