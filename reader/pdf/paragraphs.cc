#include "reader/pdf/paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <utility>

#include "core/text/lines.h"
#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal::pdf {

std::size_t bullet_size(std::string_view text) {
  constexpr std::array<char32_t, 16> bullets = {0x2022, 0x25CF, 0x25CB, 0x25AA, 0x25A0, 0x25A1, 0x2023, 0x25B8,
                                                0x25BA, 0x2043, 0x25E6, 0x27A2, 0x2666, 0x2713, 0xF0B7, 0xF0A7};
  const Letter first = letter_at(text, 0);
  if (std::ranges::find(bullets, first.code) == bullets.end()) return 0;
  const std::size_t rest = text.find_first_not_of(' ', first.size);
  return rest == std::string_view::npos ? text.size() : rest;
}

namespace {

constexpr float same_type = 0.06F;          // sizes that differ by this share are one
constexpr float apart = 1.2F;               // times the pitch of lines: a gap between paragraphs
constexpr float indent = 0.7F;              // times the type's size
constexpr float larger = 1.12F;             // than the body: a heading's type
constexpr float note_size = 0.95F;          // of the body: at most a note's type
constexpr float small_capitals = 0.85F;     // of the body: those of a heading in bold
constexpr std::size_t longest_heading = 3;  // lines
constexpr std::size_t heading_words = 14;   // in bold

/// What a list puts before its items: a bullet or another sign, a number or a letter with a mark.
bool is_label(std::string_view text) {
  constexpr std::size_t longest = 5;  // code points
  if (text.empty() || count_code_points(text) > longest) return false;
  const bool marked = text.back() == '.' || text.back() == ')';
  return marked || bullet_size(text) == text.size() ||
         std::ranges::none_of(text, [](char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0xC0; });
}

/// Whether a line begins as a numbered item does: "2. The", "(b) The".
bool begins_numbered(std::string_view text) {
  const std::string_view label = text.substr(0, text.find(' '));
  return label.size() < text.size() && is_label(label) && std::ranges::any_of(label, is_alnum);
}

bool same_size(const Line& a, const Line& b) {
  return std::abs(a.size - b.size) <= same_type * std::max(a.size, b.size);
}

/// What most lines of a flow share.
struct Measure {
  float left = 0, right = 0;
  float pitch = 0;  ///< from one line of a paragraph to the next

  explicit Measure(std::span<const Line> lines) {
    std::map<float, std::size_t> edges;
    std::vector<float> gaps;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      ++edges[std::round(lines[i].left)];
      right = std::max(right, lines[i].right);
      const float gap = i == 0 ? 0 : lines[i].middle() - lines[i - 1].middle();
      if (gap > 0.5F * lines[i].size && same_size(lines[i], lines[i - 1])) gaps.push_back(gap / lines[i].size);
    }
    const auto most = std::ranges::max_element(edges, {}, [](const auto& place) { return place.second; });
    if (most != edges.end()) left = most->first;
    if (gaps.empty()) return;
    const auto low = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 5);
    std::ranges::nth_element(gaps, low);
    pitch = *low;
  }
};

/// Parts the lines of one flow into paragraphs.
class FlowReader {
 public:
  FlowReader(std::span<const Line> lines, float body) : lines_(lines), measure_(lines), body_(body) {}

  std::vector<Paragraph> run() const {
    std::vector<Paragraph> found;
    const std::size_t notes = first_note();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool begins = i == 0 || i == notes || (i > notes ? lines_[i].note || begins_at(i) : begins_at(i));
      if (begins) {
        found.emplace_back();
        found.back().note = i >= notes;
        found.back().item = bullet_size(lines_[i].text) > 0;
      }
      found.back().lines.push_back(lines_[i]);
    }
    return found;
  }

  /// Whether the line reaches so far that the first word of `next` had no room behind it.
  bool is_full(const Line& line, const Line& next) const {
    return line.right + next.first_word + 0.2F * line.size > right_of(line) - 0.1F * line.size;
  }
  bool is_indented(const Line& line) const { return line.left > measure_.left + indent * line.size; }

 private:
  /// The first of the footnotes that end the flow: the lines from there on are in small type.
  std::size_t first_note() const {
    std::size_t first = lines_.size(), at = lines_.size();
    while (at > 0 && lines_[at - 1].size <= note_size * body_) {
      --at;
      if (lines_[at].note) first = at;
    }
    return first;
  }

  /// The right edge of the lines round `line` that no gap parts from it; of the flow where they are few.
  float right_of(const Line& line) const {
    const auto at = static_cast<std::size_t>(&line - lines_.data());
    if (at >= lines_.size()) return measure_.right;
    std::size_t begin = at, end = at + 1;
    constexpr std::size_t near = 40, few = 3;
    while (begin > 0 && at - begin < near && joined(begin - 1, begin)) --begin;
    while (end < lines_.size() && end - at < near && joined(end - 1, end)) ++end;
    float right = 0;
    for (std::size_t i = begin; i < end; ++i) right = std::max(right, lines_[i].right);
    return end - begin < few ? measure_.right : right;
  }

  bool joined(std::size_t a, std::size_t b) const {
    return same_size(lines_[a], lines_[b]) && !stands_apart(lines_[a], lines_[b]);
  }

  bool stands_apart(const Line& before, const Line& line) const {
    const float pitch = measure_.pitch > 0 ? measure_.pitch : 1.2F;
    return line.middle() - before.middle() > apart * pitch * line.size;
  }

  bool begins_at(std::size_t i) const {
    const Line &before = lines_[i - 1], &line = lines_[i];
    if (!same_size(before, line) || before.bold != line.bold) return !goes_on_in_bold(i);
    if (stands_apart(before, line) || bullet_size(line.text) > 0) return true;
    if (hyphen_size(before.text) > 0) return false;
    const bool ended = ends_as_sentence(before.text);
    if (ended && begins_numbered(line.text)) return true;
    if (!is_full(before, line)) return ended || !begins_small(line);
    if (!ended || line.left <= before.left + indent * line.size) return false;
    // Indented below a full line: a new paragraph, or the second line of one that hangs.
    const bool hangs = i + 1 < lines_.size() && std::abs(lines_[i + 1].left - line.left) < indent * line.size;
    return !hangs;
  }

  /// Words in bold may fill a line of a paragraph.
  bool goes_on_in_bold(std::size_t i) const {
    const Line &before = lines_[i - 1], &line = lines_[i];
    return same_size(before, line) && !stands_apart(before, line) && is_full(before, line) && !is_indented(line) &&
           !ends_as_sentence(before.text);
  }

  std::span<const Line> lines_;
  Measure measure_;
  float body_;
};

/// The size of most letters of the document.
float body_size(const std::vector<Part>& parts) {
  std::map<float, std::size_t> sizes;
  const auto count = [&](const Line& line) { sizes[std::round(4 * line.size) / 4] += line.letters; };
  for (const Part& part : parts) {
    std::ranges::for_each(part.lines, count);
    for (const Row& row : part.rows)
      for (const auto& cell : row.cells) std::ranges::for_each(cell, count);
  }
  const auto most = std::ranges::max_element(sizes, {}, [](const auto& size) { return size.second; });
  return most == sizes.end() ? 0 : most->first;
}

class ParagraphReader {
 public:
  explicit ParagraphReader(const std::vector<Part>& parts) : parts_(parts), body_(body_size(parts)) {}

  std::vector<Paragraph> run() {
    for (const Part& part : parts_) part.rows.empty() ? flow(part) : table(part);
    find_headings();
    return std::move(found_);
  }

 private:
  void flow(const Part& part) {
    const FlowReader reader(part.lines, body_);
    std::vector<Paragraph> paragraphs = reader.run();
    std::size_t first = 0;
    if (open_ < found_.size() && !paragraphs.empty() && goes_on(found_[open_], paragraphs.front(), reader)) {
      // What a page ends goes on behind the page's notes, so that each stands on its own page.
      std::rotate(found_.begin() + static_cast<std::ptrdiff_t>(open_),
                  found_.begin() + static_cast<std::ptrdiff_t>(open_) + 1, found_.end());
      std::ranges::move(paragraphs.front().lines, std::back_inserter(found_.back().lines));
      open_ = found_.size() - 1;
      first = 1;
    }
    for (std::size_t i = first; i < paragraphs.size(); ++i) {
      if (!paragraphs[i].note) open_ = found_.size();
      found_.push_back(std::move(paragraphs[i]));
    }
    last_flow_ = part.lines;
  }

  /// Whether `next`, at the head of a column or page, goes on with `before`, at the foot of the last one.
  bool goes_on(const Paragraph& before, const Paragraph& next, const FlowReader& reader) const {
    const Line &end = before.lines.back(), &begin = next.lines.front();
    if (next.note || next.item || before.table > 0 || !same_size(end, begin) || end.bold != begin.bold) return false;
    if (hyphen_size(end.text) > 0) return true;
    if (reader.is_indented(begin)) return false;
    if (begins_small(begin)) return true;
    if (ends_as_sentence(end.text)) return false;
    const auto own = std::ranges::find_if(last_flow_, [&](const Line& line) { return line.text == end.text; });
    return own != last_flow_.end() && FlowReader(last_flow_, body_).is_full(*own, begin);
  }

  void table(const Part& part) {
    const bool list = std::ranges::all_of(part.rows, [](const Row& row) {
      return row.cells.size() == 2 && row.cells[0].size() <= 1 &&
             (row.cells[0].empty() || is_label(row.cells[0][0].text));
    });
    if (!list) ++tables_;
    for (std::size_t r = 0; r < part.rows.size(); ++r) {
      if (list) {
        item(part.rows[r]);
        continue;
      }
      for (std::size_t c = 0; c < part.rows[r].cells.size(); ++c) {
        if (part.rows[r].cells[c].empty()) continue;
        Paragraph cell{.lines = part.rows[r].cells[c]};
        cell.table = tables_;
        cell.row = static_cast<std::uint32_t>(r + 1);
        cell.column = static_cast<std::uint32_t>(c);
        found_.push_back(std::move(cell));
      }
    }
    open_ = found_.size();
  }

  /// A row of a list: its label, and what stands beside it.
  void item(const Row& row) {
    Paragraph item;
    item.item = true;
    const bool sign =
        row.cells[0].empty() || !(row.cells[0][0].text.back() == '.' || row.cells[0][0].text.back() == ')');
    if (!sign) item.lines.push_back(row.cells[0][0]);
    for (const Line& line : row.cells[1]) {
      if (item.lines.size() == 1 && !sign && std::abs(item.lines[0].middle() - line.middle()) < 0.5F * line.size)
        append_beside(item.lines[0], line);
      else
        item.lines.push_back(line);
    }
    if (!item.lines.empty()) found_.push_back(std::move(item));
  }

  /// Whether the paragraph is a heading in larger type, or in bold.
  bool is_heading(const Paragraph& paragraph) const {
    if (paragraph.note || paragraph.item || paragraph.table > 0 || paragraph.lines.size() > longest_heading)
      return false;
    std::size_t words = 0;
    for (const Line& line : paragraph.lines) words += line.words.size();
    if (paragraph.lines.front().size >= larger * body_) return words <= 3 * heading_words;
    return paragraph.lines.front().bold && paragraph.lines.front().size >= small_capitals * body_ &&
           words <= heading_words && !paragraph.lines.back().text.ends_with('.');
  }

  void find_headings() {
    // Text that is bold throughout has no headings in bold.
    std::map<float, std::uint8_t, std::greater<>> levels;
    std::vector<std::size_t> headings;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (!is_heading(found_[i])) continue;
      headings.push_back(i);
      levels[std::round(found_[i].lines.front().size)] = 0;
    }
    std::uint8_t level = 0;
    constexpr std::uint8_t deepest_level = 6;
    for (auto& [size, own] : levels) own = level = std::min<std::uint8_t>(level + 1, deepest_level);
    for (const std::size_t i : headings) found_[i].level = levels[std::round(found_[i].lines.front().size)];
  }

  const std::vector<Part>& parts_;
  float body_;
  std::vector<Paragraph> found_;
  std::size_t open_ = SIZE_MAX;  ///< the last paragraph of running text, which may go on
  std::vector<Line> last_flow_;
  std::uint32_t tables_ = 0;
};

}  // namespace

std::vector<Paragraph> paragraphs_of(const std::vector<Part>& parts) { return ParagraphReader(parts).run(); }

}  // namespace annal::pdf
