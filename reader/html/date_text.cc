#include "reader/html/date_text.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/calendar/calendar.h"
#include "core/unicode/ascii.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"
#include "reader/html/words.h"

namespace annal {
namespace {

constexpr int first_year = 1990, last_year = 2100;

/// A run of digits, a run of letters, or one other character.
struct Piece {
  enum Kind : std::uint8_t { number, word, mark } kind = mark;
  std::size_t begin = 0, end = 0;
  int value = -1;  ///< of a number of at most 8 digits
  int month = 0;   ///< of a word that names one
};

int month_of(const std::string& word) {
  static const std::unordered_map<std::string, int> months = [] {
    std::unordered_map<std::string, int> table;
    for (int month = 1; month <= 12; ++month)
      for (const std::string& name : date_page_words().of("m" + std::to_string(month))) table.emplace(name, month);
    return table;
  }();
  const auto found = months.find(word);
  return found == months.end() ? 0 : found->second;
}

bool is_letter(std::string_view point) {
  if (point.size() == 1) return is_alpha(point[0]);
  // Ideographs, their marks and punctuation stand alone; NBSP and General Punctuation are no letters.
  return point.size() == 2 ? point != "\u00A0" && point != "\u00B7" && point != "\u00AB" && point != "\u00BB" : false;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();) {
    Piece piece;
    piece.begin = at;
    if (is_digit(text[at])) {
      piece.kind = Piece::number;
      long value = 0;
      while (at < text.size() && is_digit(text[at])) {
        if (at - piece.begin < 8) value = value * 10 + (text[at] - '0');
        ++at;
      }
      piece.value = at - piece.begin <= 8 ? static_cast<int>(value) : -1;
    } else {
      const auto point = [&] { return text.substr(at, std::min(utf8_length(text[at]), text.size() - at)); };
      piece.kind = is_letter(point()) ? Piece::word : Piece::mark;
      const bool word = piece.kind == Piece::word;
      do {
        at += point().size();
      } while (word && at < text.size() && is_letter(point()));
      if (word && at - piece.begin <= 40) piece.month = month_of(folded(text.substr(piece.begin, at - piece.begin)));
    }
    piece.end = at;
    pieces.push_back(piece);
  }
  return pieces;
}

class Reader {
 public:
  Reader(std::string_view text, bool month_first) : text_(text), pieces_(pieces_of(text)), month_first_(month_first) {}

  std::vector<WrittenDay> all() {
    std::vector<WrittenDay> days;
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t next = i + 1;
      if (auto day = at(i, next)) {
        read_time(*day, next);
        days.push_back(*day);
      }
      i = next;
    }
    return days;
  }

 private:
  std::string_view mark(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::mark
               ? text_.substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin)
               : std::string_view();
  }
  std::size_t digits(std::size_t i) const {
    return i < pieces_.size() && pieces_[i].kind == Piece::number ? pieces_[i].end - pieces_[i].begin : 0;
  }
  int value(std::size_t i) const { return pieces_[i].value; }
  int month(std::size_t i) const { return i < pieces_.size() ? pieces_[i].month : 0; }
  bool is_year(std::size_t i) const { return digits(i) == 4 && value(i) >= first_year && value(i) <= last_year; }

  /// Past white space, commas, full stops, and the small words that stand in a date.
  std::size_t past_gap(std::size_t i) const {
    for (int most = 5; most > 0; --most) {
      const std::string_view m = mark(i);
      const bool gap = !m.empty() && (is_space(m[0]) || m == "," || m == "." || m == "\u00A0" || m == "'" || m == "-" ||
                                      m == "\u2019" || m == "/");
      const bool small_word =
          i < pieces_.size() && pieces_[i].kind == Piece::word &&
          date_page_words().is("between", folded(text_.substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin)));
      if (!gap && !small_word) break;
      ++i;
    }
    return i;
  }

  std::optional<WrittenDay> made(std::size_t first, std::size_t last, int year, int month, int day, std::size_t& next) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
      return std::nullopt;
    next = last + 1;
    WrittenDay found;
    found.begin = pieces_[first].begin;
    found.end = pieces_[last].end;
    found.year = year;
    found.month = month;
    found.day = day;
    found.at = days_from_civil(year, month, day) * seconds_per_day;
    return found;
  }

  std::optional<WrittenDay> at(std::size_t i, std::size_t& next) {
    if (digits(i) == 8 && (i == 0 || mark(i - 1) != ".")) {
      const int v = value(i);
      return made(i, i, v / 10000, v / 100 % 100, v % 100, next);
    }
    if (is_year(i)) return year_first(i, next);
    if (digits(i) == 1 || digits(i) == 2) return day_first(i, next);
    if (month(i) > 0) return month_word_first(i, next);
    return std::nullopt;
  }

  std::optional<WrittenDay> year_first(std::size_t i, std::size_t& next) {
    const std::string_view first = mark(i + 1);
    const bool short_month = digits(i + 2) == 1 || digits(i + 2) == 2;
    const bool short_day = digits(i + 4) == 1 || digits(i + 4) == 2;
    if (short_month && short_day && first == mark(i + 3) && (first == "-" || first == "/" || first == "."))
      return made(i, i + 4, value(i), value(i + 2), value(i + 4), next);
    const PageWords& words = date_page_words();
    // "2016/nov/14", "2016. november 14."
    if (const std::size_t w = past_gap(i + 1); month(w) > 0) {
      const std::size_t d = past_gap(w + 1);
      return digits(d) == 1 || digits(d) == 2 ? made(i, d, value(i), month(w), value(d), next) : std::nullopt;
    }
    std::size_t m = i + 1;
    const auto skip = [&](std::size_t& k) {
      while (mark(k) == " " || mark(k) == "\u00A0") ++k;
    };
    skip(m);
    if (!words.is("year", mark(m))) return std::nullopt;
    skip(++m);
    std::size_t d = m + 1;
    skip(d);
    if (digits(m) == 0 || digits(m) > 2 || !words.is("month", mark(d))) return std::nullopt;
    skip(++d);
    if (digits(d) == 0 || digits(d) > 2) return std::nullopt;
    return made(i, d, value(i), value(m), value(d), next);
  }

  std::optional<WrittenDay> day_first(std::size_t i, std::size_t& next) {
    const std::string_view first = mark(i + 1);
    std::size_t m = i + 2;
    if ((first == "." || first == "/" || first == "-") && (digits(m) == 1 || digits(m) == 2 || mark(m) == " ")) {
      if (mark(m) == " ") ++m;
      std::size_t y = m + 2;
      if (mark(y) == " ") ++y;
      if ((digits(m) == 1 || digits(m) == 2) && mark(m + 1) == first) {
        int year = is_year(y) ? value(y) : 0;
        // A year of two digits is one only where a point or a slash leaves no other reading: not in "app.6.1.38".
        const bool goes_on = i > 0 && (mark(i - 1) == first || mark(i - 1) == ".");
        if (year == 0 && digits(y) == 2 && first != "-" && mark(y + 1) != first && !goes_on) year = 2000 + value(y);
        int day = value(i), mon = value(m);
        if (first == "/" && (month_first_ || mon > 12) && day <= 12) std::swap(day, mon);
        if (year > 0) return made(i, y, year, mon, day, next);
      }
    }
    // "14th November 2016", "14. November 2016", "14 de noviembre de 2016", "14-Nov-2016"
    std::size_t k = i + 1;
    if (k < pieces_.size() && pieces_[k].kind == Piece::word && pieces_[k].end - pieces_[k].begin <= 3 && month(k) == 0)
      ++k;
    if (mark(k) == "\u00BA" || mark(k) == "\u00B0") ++k;
    k = past_gap(k);
    if (month(k) == 0) return std::nullopt;
    const std::size_t y = past_gap(k + 1);
    if (!is_year(y)) return std::nullopt;
    return made(i, y, value(y), month(k), value(i), next);
  }

  std::optional<WrittenDay> month_word_first(std::size_t i, std::size_t& next) {
    const std::size_t d = past_gap(i + 1);
    if (digits(d) != 1 && digits(d) != 2) return std::nullopt;
    std::size_t k = d + 1;
    if (k < pieces_.size() && pieces_[k].kind == Piece::word && pieces_[k].end - pieces_[k].begin == 2) ++k;
    const std::size_t y = past_gap(k);
    if (!is_year(y)) return std::nullopt;
    return made(i, y, value(y), month(i), value(d), next);
  }

  /// "T06:30", " 06:30:15", ", 6:30": taken where it follows at once; "pm" is left to the reader of the text.
  void read_time(WrittenDay& day, std::size_t i) {
    const auto is_t = i < pieces_.size() && pieces_[i].kind == Piece::word && pieces_[i].end - pieces_[i].begin == 1 &&
                      lower_ascii(text_[pieces_[i].begin]) == 't';
    if (!is_t) return;
    ++i;
    if (digits(i) != 2 || mark(i + 1) != ":" || digits(i + 2) != 2 || value(i) > 23 || value(i + 2) > 59) return;
    int second = 0;
    std::size_t after = i + 3;
    if (mark(i + 3) == ":" && digits(i + 4) == 2 && value(i + 4) < 60) {
      second = value(i + 4);
      after = i + 5;
    }
    if (mark(after) == "." && digits(after + 1) > 0) after += 2;  // parts of a second
    day.utc = is_utc(after);
    day.has_time = value(i) + value(i + 2) + second > 0;  // midnight is how programs write a whole day
    day.at += value(i) * 3600 + value(i + 2) * 60 + second;
  }

  bool is_utc(std::size_t i) const {
    if (i >= pieces_.size()) return false;
    if (pieces_[i].kind == Piece::word)
      return folded(text_.substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin)) == "z";
    return (mark(i) == "+" || mark(i) == "-") && (digits(i + 1) == 2 || digits(i + 1) == 4) && value(i + 1) == 0 &&
           (mark(i + 2) != ":" || (digits(i + 3) > 0 && value(i + 3) == 0));
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
  bool month_first_;
};

}  // namespace

std::vector<WrittenDay> written_days(std::string_view text, bool month_first) {
  return Reader(text, month_first).all();
}

std::optional<WrittenDay> day_in_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  const std::string_view part = url.substr(path, url.find('#', path) - path);
  for (const WrittenDay& day : written_days(part, false)) {
    // Only years in front: "/12-11-2016" may be either order.
    if (day.begin > 0 && is_digit(part[day.begin]) && day.end - day.begin >= 8 &&
        part.substr(day.begin, 4) == std::to_string(day.year))
      return day;
  }
  return std::nullopt;
}

}  // namespace annal
