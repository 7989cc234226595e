#include "reader/pdf/lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string_view>

#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal::pdf {
namespace {

constexpr float widest_space = 1.6F;  // times the type's size: what is wider parts columns
constexpr float raised_size = 0.82F;  // of the type beside: a mark's type is smaller

/// The letters that a ligature stands for (U+FB00 to U+FB06); empty for any other.
std::string_view parts_of(char32_t letter) {
  constexpr std::array<std::string_view, 7> parts = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return letter >= 0xFB00 && letter <= 0xFB06 ? parts[letter - 0xFB00] : std::string_view{};
}

/// Appends `word` as it is to be read: soft hyphens stay at the end alone, where they part a word.
std::uint32_t append_word(std::string& out, std::string_view word) {
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const Letter letter = letter_at(word, at);
    at += letter.size;
    const bool invisible = letter.code < 0x20 || (letter.code >= 0x7F && letter.code < 0xA0) || letter.code == 0xFEFF ||
                           letter.code == 0xFFFE || letter.code == 0xFFFF || (letter.code == 0xAD && at < word.size());
    if (invisible) continue;
    const std::string_view parts = parts_of(letter.code);
    if (parts.empty())
      append_letter(out, letter.code);
    else
      out += parts;
    ++letters;
  }
  return letters;
}

/// Digits and signs with which texts refer to their notes.
bool is_note_mark(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    at += letter.size;
    const bool sign = letter.code == '*' || letter.code == ',' || letter.code == 0x2020 || letter.code == 0x2021 ||
                      letter.code == 0xA7;
    if (!sign && !(letter.code < 0x80 && is_digit(static_cast<char>(letter.code)))) return false;
  }
  return !text.empty();
}

constexpr std::size_t long_word = 4;  // letters: what is shorter may be as high as wide

/// Whether a word goes up or down the page: it is higher than any type (poppler gives none over 1.45 times its size).
bool runs_sideways(const Run& run) {
  const float height = run.bottom - run.top;
  return height > 1.5F * run.size && height > 1.2F * (run.right - run.left);
}

/// How the letters of a page run.
struct Direction {
  std::size_t letters = 0;         ///< in long words
  std::size_t sideways = 0;        ///< of them
  std::vector<bool> run_sideways;  ///< for each run: most of its line goes sideways
};

Direction direction_of(const Page& page) {
  Direction direction;
  direction.run_sideways.resize(page.runs.size());
  for (std::size_t first = 0; first < page.runs.size();) {
    std::size_t end = first, letters = 0, sideways = 0;
    do {
      const Run& run = page.runs[end++];
      const std::size_t size = count_code_points(std::string_view(page.text).substr(run.begin, run.end - run.begin));
      if (size < long_word) continue;
      letters += size;
      sideways += runs_sideways(run) ? size : 0;
    } while (end < page.runs.size() && page.runs[end].gap != Gap::line);
    for (std::size_t i = first; i < end; ++i) direction.run_sideways[i] = 2 * sideways > letters;
    direction.letters += letters;
    direction.sideways += sideways;
    first = end;
  }
  return direction;
}

/// Makes lines of runs.
class LineMaker {
 public:
  LineMaker(const Page& page, std::uint32_t number) : page_(page), number_(number) {}

  std::vector<Line> run(const std::vector<Run>& runs, const std::vector<bool>& left_out) {
    for (std::size_t i = 0; i < runs.size(); ++i)
      if (!left_out[i]) add(runs[i], i + 1 < runs.size() ? &runs[i + 1] : nullptr);
    end_line();
    return std::move(lines_);
  }

 private:
  std::string_view text_of(const Run& run) const {
    return std::string_view(page_.text).substr(run.begin, run.end - run.begin);
  }

  /// Whether `run` goes on where the line is.
  bool follows(const Run& run) const {
    if (line_.letters == 0 && !line_.note) return false;
    const float size = std::max({run.size, line_.size, 1.0F});
    const float jump = run.left - line_.right;
    const bool level = run.top < line_.bottom && run.bottom > line_.top;
    return run.gap != Gap::line && level && jump < widest_space * size && jump > -2 * size;
  }

  /// Whether `run` is raised beside type of `size` that ends at `bottom`.
  static bool is_raised(const Run& run, float size, float bottom) {
    return run.size <= raised_size * size && run.bottom < bottom - 0.08F * size;
  }

  void add(const Run& run, const Run* next) {
    const std::string_view text = text_of(run);
    const bool goes_on = follows(run);
    if (!goes_on) end_line();
    if (is_note_mark(text)) {
      if (goes_on && line_.letters > 0 && is_raised(run, line_.size, line_.bottom)) return;
      const bool begins = line_.letters == 0 && next != nullptr && next->gap != Gap::line;
      if (begins && is_raised(run, next->size, next->bottom)) {
        open(run);
        line_.note = true;
        return;
      }
    }
    append(run, text, goes_on);
  }

  void open(const Run& run) {
    line_ = {};
    line_.left = run.left;
    line_.top = run.top;
    line_.right = run.right;
    line_.bottom = run.bottom;
    line_.size = run.size;
    line_.page = number_;
    line_.bold = true;
  }

  void append(const Run& run, std::string_view text, bool goes_on) {
    if (!goes_on) open(run);
    // A raised mark at the front says nothing of the place and type of the line.
    if (line_.letters == 0) {
      line_.left = run.left;
      line_.top = run.top;
      line_.bottom = run.bottom;
    }
    const float size = std::max(run.size, 1.0F);
    const bool apart = run.gap != Gap::none || run.left - line_.right > 0.2F * size;
    if (goes_on && apart && !line_.text.empty() && line_.text.back() != ' ') line_.text += ' ';
    if (apart || line_.letters == 0)
      line_.words.push_back({static_cast<std::uint32_t>(line_.text.size()), run.left, run.right});
    const std::uint32_t letters = append_word(line_.text, text);
    line_.letters += letters;
    line_.words.back().right = std::max(line_.words.back().right, run.right);
    if (line_.words.size() == 1) line_.first_word = run.right - line_.left;
    line_.right = std::max(line_.right, run.right);
    line_.top = std::min(line_.top, run.top);
    line_.bottom = std::max(line_.bottom, run.bottom);
    line_.bold = line_.bold && run.bold;
    if (letters > widest_) {
      widest_ = letters;
      line_.size = run.size;
    }
    sizes_.emplace_back(run.size, letters);
  }

  /// The size of most letters.
  float main_size() {
    std::ranges::sort(sizes_);
    std::uint32_t half = 0;
    for (const auto& [size, letters] : sizes_) {
      half += letters;
      if (2 * half >= line_.letters) return size;
    }
    return line_.size;
  }

  void end_line() {
    if (line_.letters > 0) {
      line_.size = main_size();
      lines_.push_back(std::move(line_));
    }
    line_ = {};
    sizes_.clear();
    widest_ = 0;
  }

  const Page& page_;
  std::uint32_t number_;
  Line line_;
  std::uint32_t widest_ = 0;
  std::vector<std::pair<float, std::uint32_t>> sizes_;  ///< of the line's runs, with their letters
  std::vector<Line> lines_;
};

/// Turns the places of runs that are written downwards (or upwards) so that they run to the right.
std::vector<Run> turned(const Page& page, bool downwards) {
  std::vector<Run> runs = page.runs;
  for (Run& run : runs) {
    const Run old = run;
    run.left = downwards ? old.top : page.height - old.bottom;
    run.right = downwards ? old.bottom : page.height - old.top;
    run.top = downwards ? page.width - old.right : old.left;
    run.bottom = downwards ? page.width - old.left : old.right;
  }
  return runs;
}

/// Whether `mark` is the raised mark of the footnote that begins with `line`.
bool marks_note(const Line& mark, const Line& line) {
  const float distance = line.left - mark.right;
  return mark.size <= raised_size * line.size && mark.top < line.bottom && mark.bottom < line.bottom &&
         mark.bottom > line.top && line.left >= mark.left && distance > -line.size &&
         distance < widest_space * line.size;
}

/// Marks of footnotes that poppler gives as lines of their own go to the lines at their right.
std::vector<Line> with_marks(std::vector<Line> lines) {
  constexpr std::uint32_t longest = 3;
  constexpr std::size_t most = 64;  // of a page; each is looked for among all lines
  std::vector<Line> out;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].letters > longest || marks == most || !is_note_mark(lines[i].text)) continue;
    ++marks;
    const auto noted =
        std::ranges::find_if(lines, [&](const Line& line) { return line.letters > 0 && marks_note(lines[i], line); });
    if (noted == lines.end()) continue;
    noted->note = true;
    lines[i].letters = 0;
  }
  std::ranges::copy_if(lines, std::back_inserter(out), [](const Line& line) { return line.letters > 0; });
  return out;
}

}  // namespace

std::vector<Line> lines_of(const Page& page, std::uint32_t number) {
  const Direction direction = direction_of(page);
  LineMaker maker(page, number);
  if (2 * direction.sideways <= direction.letters) return with_marks(maker.run(page.runs, direction.run_sideways));
  std::int64_t downwards = 0;  // how many words stand below the one before, less how many above
  for (std::size_t i = 1; i < page.runs.size(); ++i)
    if (page.runs[i].gap != Gap::line) downwards += page.runs[i].top > page.runs[i - 1].top ? 1 : -1;
  return maker.run(turned(page, downwards > 0), std::vector<bool>(page.runs.size()));
}

bool begins_small(const Line& line) {
  const char32_t first = letter_at(line.text, 0).code;
  return upper_of(first) != first;
}

bool part_line(Line& line, float left, float reach, float gap, Line& rest) {
  const auto word = std::ranges::lower_bound(line.words, left - reach, {}, &Word::left);
  if (word == line.words.begin() || word == line.words.end() || word->left > left + reach ||
      word->left - (word - 1)->right < gap)
    return false;
  rest = line;
  rest.text = line.text.substr(word->begin);
  rest.words.assign(word, line.words.end());
  for (Word& moved : rest.words) moved.begin -= word->begin;
  rest.left = word->left;
  rest.first_word = word->right - word->left;
  rest.letters = static_cast<std::uint32_t>(count_code_points(rest.text));
  rest.note = false;
  line.right = (word - 1)->right;
  line.text.resize(word->begin - 1);
  line.words.erase(word, line.words.end());
  line.letters = static_cast<std::uint32_t>(count_code_points(line.text));
  return true;
}

std::size_t hyphen_size(std::string_view line) {
  const std::size_t size = line.ends_with("\u00AD") ? 2 : line.ends_with("\u2010") ? 3 : line.ends_with('-') ? 1 : 0;
  if (size == 0 || line.size() == size) return 0;
  std::size_t at = line.size() - size - 1;
  while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
  const char32_t before = letter_at(line, at).code;
  return before >= 0xC0 || is_alnum(static_cast<char>(before)) ? size : 0;
}

void append_beside(Line& line, const Line& next) {
  line.text += ' ';
  const auto begin = static_cast<std::uint32_t>(line.text.size());
  for (const Word& word : next.words) line.words.push_back({word.begin + begin, word.left, word.right});
  line.text += next.text;
  line.right = std::max(line.right, next.right);
  line.top = std::min(line.top, next.top);
  line.bottom = std::max(line.bottom, next.bottom);
  if (next.letters > line.letters) line.size = next.size;
  line.letters += next.letters;
  line.bold = line.bold && next.bold;
}

}  // namespace annal::pdf
