// Document: the text that all spans refer to. Inside the program, offsets are bytes of `Document::text`;
// `CodePoints` converts them to Unicode code points, the unit of every output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/interval.h"
#include "core/text/source_map.h"
#include "core/unicode/code_points.h"

namespace annal {

/// A half-open range of bytes in Document::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend bool operator==(Span, Span) = default;
};

inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

/// The kind of a run of lines. Events come only from paragraphs and titles, dates from everything but boilerplate.
enum class BlockKind : std::uint8_t {
  title,
  dateline,  ///< says when and where the text was written
  date,      ///< a date that stands alone, and dates what follows: a heading, the front of a line, a cell
  paragraph,
  boilerplate,
};

/// What markup says about a block beyond its kind.
enum class BlockRole : std::uint8_t {
  prose,
  item,
  quote,
  caption,
  cell,  ///< of a table whose rows no column dates beyond doubt: a date in it dates no other cell
};

/// A title, a paragraph or another run of lines, without the surrounding white space.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a heading in a page, 1 to 6; otherwise 0
  BlockRole role = BlockRole::prose;
  /// Blocks of one row of a table or one entry of a list have one number: a date among them dates none but them. 0: of
  /// no entry.
  std::uint32_t entry = 0;
};

enum class DctSource : std::uint8_t { none, given, page, dateline, inferred };

/// The document creation time (t0 in TimeML): a day, or a day with its time.
struct Dct {
  DctSource source = DctSource::none;
  CivilSeconds at = 0;    ///< start of the day, or the second, of writing
  bool has_time = false;  ///< `at` is a second, not a day
  std::string reason;     ///< for the user: the words or tag that state it; empty for `given`

  bool known() const { return source != DctSource::none; }
};

/// A date that a page states for itself, with a trust.
struct DctCandidate {
  Dct dct;
  double trust = 0;      ///< 0..1
  bool changed = false;  ///< the date of the last change, not of publication
};

struct Document {
  std::string id;
  std::string title;
  std::string url;
  std::string language;       ///< BCP 47: "en"
  std::string text;           ///< valid UTF-8; lines end in \n; no byte-order mark, no soft hyphens
  std::vector<Block> blocks;  ///< in text order, disjoint
  Dct dct;
  std::vector<DctCandidate> dct_candidates;  ///< of a page: the chosen one first, then the others
  bool day_first = false;                    ///< 3/4/2012 is 3 April where it was written
  std::vector<std::uint32_t> pages;          ///< where each page begins, of a document that has pages; ascending from 0
  SourceMap source;                          ///< from `text` to the bytes that were read, for pages
};

std::string_view name(BlockKind);  ///< "paragraph"
std::string_view name(DctSource);  ///< "dateline"

}  // namespace annal
