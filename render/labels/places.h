// Places in the text of a timeline, as editors count.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "render/encode/line_column.h"
#include "render/labels/source_names.h"
#include "timeline/timeline.h"

namespace annal::labels {

/// Names places: each document is read once.
class Places {
 public:
  /// `timeline` outlives this.
  explicit Places(const Timeline& timeline) : timeline_(timeline), names_(timeline) {}

  /// "3:17", the line and the column of a byte of the text; of several documents "herald:3:17", within its document.
  std::string at(std::uint32_t offset);

 private:
  const Timeline& timeline_;
  SourceNames names_;
  std::map<std::size_t, LineColumnIndex> indexes_;  ///< by document
};

}  // namespace annal::labels
