// Which events are shown: --all, --top, --from, --to, --dated, --about, --min-salience.
#pragma once

#include <optional>
#include <string>

#include "core/result.h"
#include "timeline/selection.h"

namespace annal {

/// The options as written on the command line.
struct RawSelectionFlags {
  std::optional<std::string> top, from, to, about, min_salience;
  bool all = false, dated = false;
  bool any() const { return top || from || to || about || min_salience || all || dated; }
};

/// The options as values; nullopt where none is given. Errors, all of them usage: no count, no date, no share, a range
/// that ends before it begins, --all with --min-salience.
Result<std::optional<SelectionOptions>> validate_selection(const RawSelectionFlags& raw);

}  // namespace annal
