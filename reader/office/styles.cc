#include "reader/office/styles.h"

#include <algorithm>
#include <utility>

#include "core/unicode/ascii.h"

namespace annal {

namespace page_data {
extern const std::string_view styles;  // generated from data/office
}

namespace {

constexpr int longest_chain = 20;  // styles based on each other
constexpr int deepest_heading = 6;

/// The level of "heading 3"; 0 of any other name.
std::uint8_t heading_level(std::string_view name) {
  for (const std::string& word : office_words().of("heading")) {
    if (!name.starts_with(word) || name.size() != word.size() + 2 || name[word.size()] != ' ') continue;
    const char digit = name.back();
    if (digit >= '1' && digit <= '9') return static_cast<std::uint8_t>(std::min(digit - '0', deepest_heading));
  }
  return 0;
}

/// Takes what `name` says of a paragraph into `use`, and returns whether it says anything.
bool take_name(std::string_view name, StyleUse& use) {
  const PageWords& words = office_words();
  ParagraphKind& kind = use.kind;
  if (words.is("title", name)) {
    kind.level = 1;
  } else if (words.is("subtitle", name)) {
    kind.level = 2;
  } else if (const std::uint8_t level = heading_level(name); level > 0) {
    kind.level = level;
  } else if (words.is("caption", name)) {
    kind.role = BlockRole::caption;
    kind.silent = true;
  } else if (words.is("quote", name)) {
    kind.role = BlockRole::quote;
  } else if (words.is("code", name)) {
    kind.silent = true;
  } else {
    use.contents =
        std::ranges::any_of(words.of("contents"), [&](const auto& begin) { return name.starts_with(begin); });
    return use.contents;
  }
  return true;
}

}  // namespace

const PageWords& office_words() {
  static const PageWords words(page_data::styles);
  return words;
}

void OfficeStyles::add(std::string key, OfficeStyle style) { styles_.try_emplace(std::move(key), std::move(style)); }

void StyleReader::end(std::string_view name) {
  if (name == element_) styles.add(std::exchange(key_, {}), std::exchange(style_, {}));
}

const StyleUse& OfficeStyles::use(std::string_view key) const {
  static const StyleUse none;
  const auto known = uses_.find(key);
  if (known != uses_.end()) return known->second;
  auto style = styles_.find(key);
  if (style == styles_.end()) return none;
  StyleUse use;
  bool named = false;
  std::optional<std::uint8_t> level;
  std::optional<bool> bold, hidden;
  for (int step = 0; step < longest_chain && style != styles_.end(); ++step) {
    const OfficeStyle& stated = style->second;
    named = named || take_name(stated.name, use);
    if (!level) level = stated.level;
    if (!bold) bold = stated.bold;
    if (!hidden) hidden = stated.hidden;
    use.item = use.item || stated.item;
    style = styles_.find(stated.parent);
  }
  if (!named && level) use.kind.level = *level;
  use.bold = bold.value_or(false);
  use.hidden = hidden.value_or(false);
  return uses_.emplace(std::string(key), use).first->second;
}

}  // namespace annal
