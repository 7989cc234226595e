#include "reader/html/parser/tag.h"

#include <algorithm>
#include <array>
#include <utility>

namespace annal::html {
namespace {

using Row = std::pair<std::string_view, Tag>;

constexpr std::array sorted_names = [] {
  std::array names = {
#define ANNAL_TAG(name, text) Row{text, Tag::name},
      ANNAL_TAGS(ANNAL_TAG)
#undef ANNAL_TAG
  };
  std::ranges::sort(names, {}, &Row::first);
  return names;
}();

/// Where in `sorted_names` the names with each first letter begin: most look-ups then compare one to four names.
constexpr std::array first_of_letter = [] {
  std::array<std::size_t, 28> begin{};
  for (std::size_t letter = 0; letter < begin.size(); ++letter)
    while (begin[letter] < sorted_names.size() &&
           sorted_names[begin[letter]].first.front() < static_cast<char>('a' + letter))
      ++begin[letter];
  return begin;
}();

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.empty() || name.front() < 'a' || name.front() > 'z') return Tag::unknown;
  const auto letter = static_cast<std::size_t>(name.front() - 'a');
  for (std::size_t i = first_of_letter[letter]; i < first_of_letter[letter + 1]; ++i)
    if (sorted_names[i].first == name) return sorted_names[i].second;
  return Tag::unknown;
}

bool is_special_html(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::abbr:
    case Tag::annotation_xml:
    case Tag::audio:
    case Tag::b:
    case Tag::big:
    case Tag::canvas:
    case Tag::code:
    case Tag::desc:
    case Tag::dialog:
    case Tag::em:
    case Tag::font:
    case Tag::foreign_object:
    case Tag::i:
    case Tag::image:
    case Tag::malignmark:
    case Tag::map:
    case Tag::math:
    case Tag::mglyph:
    case Tag::mi:
    case Tag::mn:
    case Tag::mo:
    case Tag::ms:
    case Tag::mtext:
    case Tag::nobr:
    case Tag::optgroup:
    case Tag::option:
    case Tag::rb:
    case Tag::rp:
    case Tag::rt:
    case Tag::rtc:
    case Tag::ruby:
    case Tag::s:
    case Tag::small:
    case Tag::span:
    case Tag::strike:
    case Tag::strong:
    case Tag::sub:
    case Tag::sup:
    case Tag::svg:
    case Tag::time:
    case Tag::tt:
    case Tag::u:
    case Tag::var:
    case Tag::video:
    case Tag::unknown: return false;
    default: return true;
  }
}

}  // namespace annal::html
