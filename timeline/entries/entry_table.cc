// See entry_table.h.
#include "timeline/entries/entry_table.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/text/read.h"
#include "core/unicode/ascii.h"
#include "core/unicode/edit_distance.h"
#include "reader/html/words.h"
#include "reader/table/fields.h"
#include "timeline/entries/address.h"
#include "timeline/entries/colour.h"
#include "timeline/entries/date_parts.h"

namespace annal {
namespace {

constexpr std::array<std::string_view, 20> column_kinds{
    "date",     "start", "end",  "year", "month", "day",   "time", "end-year", "end-month", "end-day",
    "end-time", "title", "note", "link", "media", "image", "lane", "status",   "source",    "colour"};

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

/// What header and row of a table have in one column each.
class Columns {
 public:
  /// `header`: in small letters, with blanks for "_".
  explicit Columns(const std::vector<std::string>& header) : read_(header.size(), false) {
    for (const std::string_view kind : column_kinds) find(kind, header);
    for (const std::string_view kind : {"edtf", "type", "start-earliest", "start-latest", "end-earliest", "end-latest"})
      find(kind, header);
  }

  bool has(std::string_view kind) const { return places_.contains(kind); }
  /// Whether each row can say when and what.
  bool are_entries() const { return has("title") && (has("date") || has("edtf") || has("start") || has("year")); }

  /// The first value of the row in a column of this kind that is not empty.
  std::string value(std::string_view kind, const std::vector<std::string>& row) const {
    const auto found = places_.find(kind);
    if (found == places_.end()) return {};
    for (const std::size_t place : found->second)
      if (place < row.size() && !row[place].empty()) return row[place];
    return {};
  }

  bool is_read(std::size_t place) const { return read_[place]; }

 private:
  void find(std::string_view kind, const std::vector<std::string>& header) {
    for (const std::string& word : column_words().of("entry-" + std::string(kind)))
      for (std::size_t place = 0; place < header.size(); ++place) {
        if (header[place] != word) continue;
        places_[kind].push_back(place);
        read_[place] = true;
      }
  }

  std::map<std::string_view, std::vector<std::size_t>> places_;  ///< by kind, the one that is read first before others
  std::vector<bool> read_;
};

/// Parts a text into records of trimmed values.
class RecordReader {
 public:
  explicit RecordReader(std::string_view text) : text_(text), fields_(text, separator_of(text)) {}

  bool at_end() const { return fields_.at_end(); }
  /// The line that the last record begins on, from 1.
  std::size_t line() const { return line_; }

  std::vector<std::string> next() {
    std::vector<std::string> record;
    line_ = next_line_;
    while (!fields_.at_end()) {
      const Field field = fields_.next();
      record.emplace_back(trimmed(value_of(text_, field)));
      const std::string_view source = slice(text_, field.span);
      next_line_ += static_cast<std::size_t>(std::ranges::count(source, '\n')) + (field.ends_record ? 1 : 0);
      if (field.ends_record) break;
    }
    return record;
  }

 private:
  std::string_view text_;
  FieldReader fields_;
  std::size_t line_ = 1, next_line_ = 1;
};

Columns columns_of(std::vector<std::string> header) {
  for (std::string& word : header) {
    word = lowered(word);
    std::ranges::replace(word, '_', ' ');
  }
  return Columns(header);
}

bool is_picture(std::string_view address) {
  const std::string path = lowered(address.substr(0, address.find_first_of("?#")));
  constexpr std::array<std::string_view, 6> endings{".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"};
  return std::ranges::any_of(endings, [&](std::string_view ending) { return path.ends_with(ending); });
}

class TableReader {
 public:
  TableReader(std::string_view text, std::string_view name) : records_(text), name_(name) {}

  Result<Entries> read() {
    const std::vector<std::string> header = records_.next();
    const Columns columns = columns_of(header);
    note_unread(header, columns);
    while (!records_.at_end()) {
      const std::vector<std::string> row = records_.next();
      if (std::ranges::all_of(row, &std::string::empty)) continue;
      if (auto read = read_row(columns, row); !read) return tl::unexpected(read.error());
    }
    if (out_.entries.empty()) return fail(Code::syntax, name_ + ": no row below the header");
    return std::move(out_);
  }

 private:
  void note_unread(const std::vector<std::string>& header, const Columns& columns) {
    if (columns.has("edtf")) return;  // annal's own table, which says each thing several times
    std::string unread;
    for (std::size_t place = 0; place < header.size(); ++place)
      if (!columns.is_read(place) && !header[place].empty())
        unread += (unread.empty() ? "" : ", ") + header[place].substr(0, 40);
    if (!unread.empty()) out_.warnings.push_back("columns that are not read: " + unread);
  }

  std::string place(std::string_view column) const {
    return name_ + ":" + std::to_string(records_.line()) + ": " + std::string(column);
  }

  tl::unexpected<Error> error(std::string_view column, const std::string& what) const {
    return fail(Code::syntax, place(column) + ": " + what);
  }

  Result<void> read_row(const Columns& columns, const std::vector<std::string>& row) {
    const auto value = [&](std::string_view kind) { return columns.value(kind, row); };
    Entry entry;
    entry.title = value("title");
    entry.note = value("note");
    constexpr std::string_view headline = "title";  // of TimelineJS: the row that introduces the others
    if (lowered(value("type")) == headline) {
      out_.presentation.title = entry.title;
      out_.presentation.subtitle = entry.note;
      return {};
    }
    if (entry.title.empty()) return error("title", "the row has none");
    // The table that annal writes has words for "undated", too.
    entry.date = value(columns.has("edtf") ? "edtf" : "date");
    if (entry.date.empty()) entry.date = value("start");
    if (const std::string day = day_of_parts(value("year"), value("month"), value("day")); !day.empty())
      entry.date = day;
    entry.date = with_time(entry.date, value("time"));
    entry.end = value("end");
    if (entry.end.empty()) entry.end = day_of_parts(value("end-year"), value("end-month"), value("end-day"));
    entry.end = with_time(entry.end, value("end-time"));
    entry.once = has_one_window(value);
    entry.place = place("date");
    entry.end_place = place("end");
    entry.lane = value("lane");
    entry.source = value("source");
    if (auto read = read_checked(value, entry); !read) return read;
    out_.entries.push_back(std::move(entry));
    return {};
  }

  /// Whether the row of annal's own table has the same bounds for its start and its end.
  template <class Value>
  static bool has_one_window(const Value& value) {
    return !value("start-latest").empty() && value("start-earliest") == value("end-earliest") &&
           value("start-latest") == value("end-latest");
  }

  /// The values of a row that must be of a kind.
  template <class Value>
  Result<void> read_checked(const Value& value, Entry& entry) const {
    if (const std::string status = lowered(value("status")); !status.empty()) {
      const auto known = status_names();
      const auto found = std::ranges::find(known, status);
      if (found == known.end())
        return error("status",
                     "'" + status + "' is none" + did_you_mean(status, known) + "; available: " + joined(known));
      entry.status = static_cast<Status>(found - known.begin());
    }
    entry.colour = value("colour");
    if (!entry.colour.empty() && !read_colour(entry.colour))
      return error("colour", "'" + entry.colour + "' is no colour; write #b42318, #b23 or a name of CSS");
    entry.link = value("link");
    entry.image = value("image");
    const std::string media = value("media");
    if (is_picture(media) && entry.image.empty()) entry.image = media;
    if (!is_picture(media) && entry.link.empty() && is_link(media)) entry.link = media;
    if (!entry.link.empty() && !is_link(entry.link))
      return error("link", "'" + entry.link.substr(0, 80) + "' " + std::string(link_rule));
    if (!entry.image.empty() && !is_image_address(entry.image))
      return error("image", "'" + entry.image.substr(0, 80) + "' " + std::string(image_rule));
    return {};
  }

  static std::vector<std::string_view> status_names() {
    std::vector<std::string_view> names;
    for (int status = 0; status <= static_cast<int>(Status::denied); ++status)
      names.push_back(annal::name(static_cast<Status>(status)));
    return names;
  }

  RecordReader records_;
  std::string name_;
  Entries out_;
};

}  // namespace

bool is_entry_table(std::string_view bytes, std::string_view name) {
  constexpr std::size_t longest_header = 2000, compared_rows = 20;
  bytes = without_mark(bytes);
  const std::string_view first = bytes.substr(0, bytes.find_first_of("\r\n"));
  if (first.size() > longest_header) return false;
  RecordReader header(first);
  if (!columns_of(header.next()).are_entries()) return false;
  const std::string file = lowered(name);
  if (file.ends_with(".csv") || file.ends_with(".tsv")) return true;
  const auto sizes = record_sizes(bytes, separator_of(first), compared_rows);
  return std::ranges::count(sizes, sizes.front()) == std::ssize(sizes);
}

Result<Entries> read_entry_table(std::string_view bytes, std::string_view name) {
  return read_text(bytes, name).and_then([&](const Document& document) {
    return TableReader(document.text, name).read();
  });
}

}  // namespace annal
