// What plain text of the same lines would show is kept of the blocks of a page: datelines, dates, boilerplate.
#include <utility>
#include <vector>

#include "core/text/blocks.h"

namespace annal {

void refine_blocks(Document& document, const Language& language, std::span<const DateMention> dates) {
  Document plain;
  plain.text = document.text;
  plain.title = document.title;
  find_blocks(plain, language, dates);
  std::vector<Block> blocks;
  auto found = plain.blocks.begin();
  for (const Block& block : document.blocks) {
    while (found != plain.blocks.end() && found->span.end <= block.span.begin) ++found;
    auto last = found;
    bool dated = false, other = false;
    for (; last != plain.blocks.end() && last->span.end <= block.span.end; ++last) {
      dated = dated || last->kind == BlockKind::date;
      other = other || last->kind == BlockKind::dateline || last->kind == BlockKind::boilerplate;
    }
    const bool cell = block.role == BlockRole::cell;
    const bool inside = found != last && found->span.begin >= block.span.begin && ((dated && !cell) || other);
    if (!inside || (block.kind != BlockKind::paragraph && !(block.kind == BlockKind::title && dated && !cell))) {
      blocks.push_back(block);
      continue;
    }
    for (; found != last; ++found) {
      Block part = *found;
      const bool stays = part.kind == BlockKind::boilerplate || (!cell && part.kind != BlockKind::title);
      if (!stays || part.kind == BlockKind::paragraph) part.kind = block.kind;
      part.role = block.role;
      part.level = block.level;
      part.entry = block.entry;
      blocks.push_back(part);
    }
  }
  document.blocks = std::move(blocks);
}

}  // namespace annal
