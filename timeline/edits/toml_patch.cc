// See toml_patch.h.
#include "timeline/edits/toml_patch.h"

#include <algorithm>

namespace annal {

TomlPatch::TomlPatch(std::string_view text, const TomlValue& root)
    : text_(text), root_(root), newline_(text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n") {}

std::size_t TomlPatch::line_end(std::size_t at) const {
  const std::size_t found = text_.find('\n', at);
  return found == std::string_view::npos ? text_.size() : found + 1;
}

std::size_t TomlPatch::line_begin(std::size_t at) const {
  const std::size_t found = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
  return found == std::string_view::npos ? 0 : found + 1;
}

void TomlPatch::replace(const TomlEntry& entry, const TomlPair& pair) {
  if (entry.key == pair.key)
    changes_.push_back({entry.value.begin, entry.value.end, pair.value});
  else
    changes_.push_back({entry.begin, entry.value.end, pair.key + " = " + pair.value});
}

void TomlPatch::remove(const TomlEntry& entry) {
  changes_.push_back({line_begin(entry.begin), line_end(entry.value.end), ""});
}

void TomlPatch::insert_lines(std::size_t at, const std::vector<TomlPair>& pairs, std::string_view indent,
                             bool blank_behind) {
  std::string lines;
  if (at > 0 && text_[at - 1] != '\n') lines += newline_;
  for (const TomlPair& pair : pairs) ((lines += indent) += pair.key + " = " + pair.value) += newline_;
  if (blank_behind) lines += newline_;
  changes_.push_back({at, at, std::move(lines)});
}

void TomlPatch::insert(const TomlValue& block, const std::vector<TomlPair>& pairs) {
  if (pairs.empty()) return;
  if (block.entries.empty()) return insert_lines(line_end(block.end), pairs, "", false);
  const TomlEntry& last = block.entries.back();
  const std::size_t begin = line_begin(last.begin);
  insert_lines(line_end(last.value.end), pairs, text_.substr(begin, last.begin - begin), false);
}

void TomlPatch::insert_at_top(const std::vector<TomlPair>& pairs) {
  if (pairs.empty()) return;
  const TomlEntry* last = nullptr;
  for (const TomlEntry& entry : root_.entries) {
    const TomlValue& value = entry.value;
    const bool is_block = value.is_block || (!value.items.empty() && value.items.front().is_block);
    if (!is_block) last = &entry;
  }
  if (last != nullptr) return insert_lines(line_end(last->value.end), pairs, "", false);
  // Behind a first paragraph of comments, which is about the file.
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::size_t top = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  std::size_t at = top;
  while (at < text_.size() && text_[at] == '#') at = line_end(at);
  const bool is_paragraph = at == text_.size() || text_[at] == '\n' || text_[at] == '\r';
  insert_lines(is_paragraph ? at : top, pairs, "", at < text_.size() && (at == top || !is_paragraph));
}

void TomlPatch::extend(const TomlValue& list, const std::vector<std::string>& items) {
  if (items.empty()) return;
  std::string added;
  for (const std::string& item : items) added += (added.empty() && list.items.empty() ? "" : ", ") + item;
  const std::size_t at = list.items.empty() ? list.begin + 1 : list.items.back().end;
  changes_.push_back({at, at, std::move(added)});
}

void TomlPatch::append(std::string_view block, const std::vector<TomlPair>& pairs) {
  if (!appended_.empty()) appended_ += newline_;
  ((appended_ += "[[") += block) += "]]";
  appended_ += newline_;
  for (const TomlPair& pair : pairs) (appended_ += pair.key + " = " + pair.value) += newline_;
}

std::string TomlPatch::text() const {
  std::vector<Change> changes = changes_;
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.begin < b.begin; });
  std::string out;
  std::size_t at = 0;
  for (const Change& change : changes) {
    if (change.begin > at) out += text_.substr(at, change.begin - at);
    out += change.text;
    at = std::max(at, change.end);
  }
  out += text_.substr(at);
  if (appended_.empty()) return out;
  if (!out.empty() && out.back() != '\n') out += newline_;
  const bool has_blank = out.empty() || out.ends_with("\n\n") || out.ends_with("\n\r\n");
  if (!has_blank) out += newline_;
  return out + appended_;
}

}  // namespace annal
