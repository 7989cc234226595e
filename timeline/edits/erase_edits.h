// Takes edits out of their file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "timeline/edits/edits.h"

namespace annal {

/// The lines of the blocks of `edits` that name `event` of `edited`, which they were applied to: of [[event]], [[add]],
/// [[merge]], [[split]] and [[order]].
std::vector<std::uint32_t> lines_of(const Edits& edits, const EditedTimeline& edited, std::uint32_t event);

/// The lines of the [[event]] blocks that change nothing.
std::vector<std::uint32_t> lines_of_empty(const Edits& edits);

/// `toml` without the blocks that begin on `lines` and without the keys of the file itself that `keys` names; comments
/// above the header of the next block stay. Errors: as read_toml.
Result<std::string> erase_edits(std::string_view toml, const std::vector<std::uint32_t>& lines,
                                const std::vector<std::string_view>& keys, std::string_view name);

}  // namespace annal
