// The text that everything else points into. Offsets are bytes of `Document::text` inside the program;
// `CodePoints` turns them into Unicode code points, the unit of every output.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/interval.h"
#include "core/text/source_map.h"
#include "core/unicode/code_points.h"

namespace annal {

/// Half-open range of bytes in Document::text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend bool operator==(Span, Span) = default;
};

inline std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

/// What a run of lines is. Events are read from paragraphs alone; dates from all but boilerplate.
enum class BlockKind : std::uint8_t { title, dateline, paragraph, boilerplate };

/// What markup says of a block beyond its kind.
enum class BlockRole : std::uint8_t { prose, item, quote, caption };

/// A title, a paragraph or another run of lines, without the white space round it.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of a headline in a page, 1 to 6; 0 for all else
  BlockRole role = BlockRole::prose;
};

enum class DctSource : std::uint8_t { none, given, page, dateline, inferred };

/// The document creation time (TimeML's t0): a day, or a day with its time.
struct Dct {
  DctSource source = DctSource::none;
  CivilSeconds at = 0;    ///< start of the day, or the second, of writing
  bool has_time = false;  ///< `at` is a second, not a day
  std::string reason;     ///< for the reader: which words or tag say so; empty for given

  bool known() const { return source != DctSource::none; }
};

/// A day that a page states for itself, and how far it is to be believed.
struct DctCandidate {
  Dct dct;
  double trust = 0;      ///< between 0 and 1
  bool changed = false;  ///< the day of the last change, not of publication
};

struct Document {
  std::string id;
  std::string title;
  std::string url;
  std::string language;       ///< BCP 47, as "en"
  std::string text;           ///< valid UTF-8; lines end in \n; no byte-order mark, no soft hyphens
  std::vector<Block> blocks;  ///< in order of place, disjoint
  Dct dct;
  std::vector<DctCandidate> dct_candidates;  ///< of a page: the choice first, then the runners-up
  SourceMap source;                          ///< from `text` to the bytes that were read, for pages
};

}  // namespace annal
