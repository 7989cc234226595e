#include "timeline/edits/erase_edits.h"

#include <algorithm>
#include <utility>

#include "core/unicode/ascii.h"
#include "timeline/edits/find_quote.h"
#include "timeline/edits/toml_file.h"

namespace annal {
namespace {

struct EditBlock {
  std::uint32_t line = 0;
  std::size_t begin = 0;  ///< of its header
  std::size_t end = 0;    ///< of its last value
};

/// Every block with a header, in the order of the file.
std::vector<EditBlock> blocks_of(const TomlValue& file) {
  std::vector<EditBlock> blocks;
  for (const TomlEntry& entry : file.entries) {
    for (const TomlValue& item : entry.value.items) {
      if (!item.is_block) continue;
      EditBlock block{.line = item.line, .begin = item.begin, .end = item.end};
      for (const TomlEntry& own : item.entries) block.end = std::max(block.end, own.value.end);
      blocks.push_back(block);
    }
  }
  std::ranges::sort(blocks, {}, &EditBlock::begin);
  return blocks;
}

/// Where the comments and empty lines before `end` begin, but not before `begin`.
std::size_t begin_of_comments(std::string_view toml, std::size_t begin, std::size_t end) {
  while (end > begin + 1) {
    const std::size_t line = toml.rfind('\n', end - 2) + 1;
    if (line <= begin) break;
    const std::string_view words = trimmed(toml.substr(line, end - line));
    if (!words.empty() && words.front() != '#') break;
    end = line;
  }
  return end;
}

}  // namespace

std::vector<std::uint32_t> lines_of(const Edits& edits, const EditedTimeline& edited, std::uint32_t event) {
  const EventQuotes quotes(edited.timeline);
  std::vector<std::uint32_t> lines;
  const auto names = [&](const Quote& quote) {
    const auto found = quotes.event(quote);
    return found && *found == event;
  };
  for (const EventEdit& edit : edits.events)
    if (names(edit.event)) lines.push_back(edit.line);
  for (std::size_t i = 0; i < edits.added.size() && i < edited.added.size(); ++i)
    if (edited.added[i] == event) lines.push_back(edits.added[i].line);
  for (const MergeEdit& edit : edits.merged)
    if (std::ranges::any_of(edit.events, names)) lines.push_back(edit.line);
  for (const SplitEdit& edit : edits.split)
    if (names(edit.event) || names(edit.mention)) lines.push_back(edit.line);
  for (const OrderEdit& edit : edits.ordered)
    if (names(edit.first) || names(edit.then)) lines.push_back(edit.line);
  return lines;
}

std::vector<std::uint32_t> lines_of_empty(const Edits& edits) {
  std::vector<std::uint32_t> lines;
  for (const EventEdit& edit : edits.events)
    if (edit.change == EventChange{} && !edit.accepted) lines.push_back(edit.line);
  return lines;
}

Result<std::string> erase_edits(std::string_view toml, const std::vector<std::uint32_t>& lines,
                                const std::vector<std::string_view>& keys, std::string_view name) {
  const auto file = read_toml(toml, name);
  if (!file) return tl::unexpected(file.error());
  std::vector<std::pair<std::size_t, std::size_t>> erased;
  for (const TomlEntry& entry : file->entries) {
    if (std::ranges::find(keys, entry.key) == keys.end()) continue;
    const std::size_t end = std::min(toml.find('\n', entry.value.end), toml.size() - 1) + 1;
    erased.emplace_back(toml.substr(0, entry.begin).rfind('\n') + 1, end);
  }
  const std::vector<EditBlock> blocks = blocks_of(*file);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (std::ranges::find(lines, blocks[i].line) == lines.end()) continue;
    const std::size_t next = i + 1 < blocks.size() ? blocks[i + 1].begin : toml.size();
    std::size_t end = begin_of_comments(toml, blocks[i].end, next);
    if (toml.substr(0, blocks[i].begin).ends_with("\n\n") && toml.substr(end).starts_with('\n')) ++end;
    erased.emplace_back(blocks[i].begin, end);
  }
  std::ranges::sort(erased);
  std::string out;
  std::size_t kept = 0;
  for (const auto& [begin, end] : erased) {
    out += toml.substr(kept, begin - kept);
    kept = end;
  }
  return out + std::string(toml.substr(kept));
}

}  // namespace annal
