#include "core/normalize/scope.h"

#include <algorithm>
#include <string_view>

#include "core/normalize/tree_facts.h"

namespace annal {
namespace {

/// The time expressions of block `b`, where `next` is the first that may stand there. Moves `next` to the block.
BlockScope timexes_of(const Analysis& analysis, std::size_t b, std::size_t& next) {
  const Span block = analysis.document.blocks[b].span;
  const auto& timexes = analysis.timexes;
  while (next < timexes.size() && timexes[next].span.begin < block.begin) ++next;
  BlockScope scope;
  for (std::size_t t = next; t < timexes.size() && timexes[t].span.end <= block.end; ++t) ++scope.timexes;
  if (scope.timexes > 0) scope.first_timex = static_cast<std::int32_t>(next);
  return scope;
}

class ScopeFinder {
 public:
  explicit ScopeFinder(const Analysis& analysis) : analysis_(analysis), blocks_(analysis.document.blocks) {}

  std::vector<BlockScope> run() {
    scopes_.resize(blocks_.size());
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      if (blocks_[b].kind == BlockKind::date && take_timexes(b))
        open(b);
      else
        place(b);
    }
    return std::move(scopes_);
  }

 private:
  /// A date that holds for the blocks to come.
  struct Open {
    std::size_t block;
    Granularity unit;
    std::uint8_t level;
    bool heading;         // stands on a line of its own
    std::uint32_t entry;  // of a row or a list that it dates alone; 0: of none
  };

  // False where the block has none.
  bool take_timexes(std::size_t b) {
    scopes_[b] = timexes_of(analysis_, b, next_);
    return scopes_[b].timexes > 0;
  }

  bool on_one_line(std::size_t b) const {
    if (b + 1 >= blocks_.size()) return false;
    const std::uint32_t end = blocks_[b].span.end, next = blocks_[b + 1].span.begin;
    const std::string_view text = analysis_.document.text;
    return text.substr(end, next - end).find('\n') == std::string_view::npos;
  }

  void open(std::size_t b) {
    Granularity unit = Granularity::none;
    for (std::int32_t t = 0; t < scopes_[b].timexes; ++t)
      unit = std::min(unit,
                      unit_of_date(analysis_.expressions,
                                   analysis_.timexes[static_cast<std::size_t>(scopes_[b].first_timex + t)].expression));
    const std::uint8_t level = blocks_[b].level;
    leave_entries(blocks_[b].entry);
    const auto ends = [&](const Open& other) {
      if (!other.heading) return true;
      if (other.level > 0 && level > 0) return level <= other.level || other.unit <= unit;
      return other.unit <= unit;
    };
    while (!open_.empty() && ends(open_.back())) open_.pop_back();
    scopes_[b].label = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back().block);
    open_.push_back({b, unit, level, level > 0 || !on_one_line(b), blocks_[b].entry});
  }

  // A date of an entry dates nothing outside it.
  void leave_entries(std::uint32_t entry) {
    while (!open_.empty() && open_.back().entry != 0 && open_.back().entry != entry) open_.pop_back();
  }

  void place(std::size_t b) {
    const Block& block = blocks_[b];
    leave_entries(block.entry);
    const bool follows = b > 0 && !open_.empty() && open_.back().block == b - 1;
    if (block.kind == BlockKind::title && !follows)
      while (!open_.empty() && (block.level == 0 || open_.back().level == 0 || block.level <= open_.back().level))
        open_.pop_back();
    // A line's date does not reach the next line.
    while (!open_.empty() && !open_.back().heading && open_.back().block + 1 != b) open_.pop_back();
    if (open_.empty() || block.kind == BlockKind::boilerplate || block.kind == BlockKind::dateline) return;
    scopes_[b].label = static_cast<std::int32_t>(open_.back().block);
    scopes_[b].own = follows;
  }

  const Analysis& analysis_;
  const std::vector<Block>& blocks_;
  std::vector<BlockScope> scopes_;
  std::vector<Open> open_;  // the outermost first
  std::size_t next_ = 0;    // of the time expressions
};

}  // namespace

std::vector<BlockScope> find_scopes(const Analysis& analysis) { return ScopeFinder(analysis).run(); }

void renumber_scopes(Analysis& analysis) {
  std::size_t next = 0;
  for (std::size_t b = 0; b < analysis.scopes.size(); ++b) {
    BlockScope& scope = analysis.scopes[b];
    const BlockScope now = scope.timexes > 0 ? timexes_of(analysis, b, next) : BlockScope{};
    scope.first_timex = now.first_timex;
    scope.timexes = now.timexes;
    // A label stands above what it dates, so it has its new numbers by now.
    while (scope.label >= 0 && analysis.scopes[static_cast<std::size_t>(scope.label)].timexes == 0) {
      scope.label = analysis.scopes[static_cast<std::size_t>(scope.label)].label;
      scope.own = false;
    }
  }
}

}  // namespace annal
