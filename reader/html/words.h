// The names and words that pages use, from data/html. The code has no markup vocabulary and no words of a language.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annal {

/// A file of data/html: a kind, and the words listed for it. Compared in small letters.
class PageWords {
 public:
  explicit PageWords(std::string_view file);
  /// The words listed for `kind`, in the file's order; empty for a kind that the file does not have.
  const std::vector<std::string>& of(std::string_view kind) const;
  /// Whether any word of `kind` occurs within `text`, which is in small letters.
  bool within(std::string_view kind, std::string_view text) const;
  /// Whether `text` is a word of `kind`.
  bool is(std::string_view kind, std::string_view text) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

/// data/html/classes.txt: class names, ids and roles.
const PageWords& class_words();
/// data/html/columns.txt: headers of the columns of tables.
const PageWords& column_words();
/// Whether those who write in `language` (BCP 47) put the month first in 3/4/2019.
bool is_month_first(std::string_view language);
/// data/html/dates.txt: months by their number, and what stands beside a date of publication, of change, of copyright.
const PageWords& date_page_words();

/// A meta tag that states a date. data/html/meta.txt.
struct MetaName {
  std::string name;      ///< in small letters
  bool changed = false;  ///< states the last change, not the publication
  double trust = 0;      ///< between 0 and 1
};
const std::vector<MetaName>& meta_names();

}  // namespace annal
