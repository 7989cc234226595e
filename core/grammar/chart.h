// The chart parser for one region: terms (the classes of each token) and the derivations over them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/grammar/recognise.h"
#include "core/lang/tables.h"

namespace annal {

/// A match of the start symbol.
struct ChartMatch {
  std::uint32_t node = 0;
  std::uint16_t begin = 0, end = 0;          ///< tokens of the region, context left out
  std::uint16_t gap_begin = 0, gap_end = 0;  ///< tokens between two expressions; equal where there is no gap
  bool found = false;
};

class Chart {
 public:
  explicit Chart(const Language& language);

  /// Sets the region: tokens [first, last) of `tokens`, at most longest_region of them.
  void begin(std::string_view text, std::span<const Token> tokens, std::size_t first, std::size_t last);
  /// One past the last place that can begin a match: none begins behind the last trigger.
  std::size_t end_of_triggers() const { return end_of_triggers_; }
  std::size_t size() const { return size_; }
  /// The best match whose extent begins at `place`; places must be asked for in ascending order, each once.
  ChartMatch best_at(std::size_t place);
  /// The rule of a match.
  std::uint16_t rule(const ChartMatch& match) const { return tables_.productions[nodes_[match.node].production].rule; }
  /// Whether the rule of a match says that its words are no time expression.
  bool suppresses(const ChartMatch& match) const {
    return tables_.productions[nodes_[match.node].production].code_size == 0;
  }
  /// Builds the tree of a match at the end of `pool`; its root.
  ExpressionIndex build(const ChartMatch& match, ExpressionPool& pool) const;
  std::uint64_t steps() const { return steps_; }

 private:
  struct Term {
    std::uint32_t members;  // first index into members_
    std::uint16_t count;
    bool no_space_before;
    bool begins_line;  // but for marks before it
  };
  struct TermMember {
    WordClass word_class;
    std::int32_t value;
  };
  struct Binding {
    std::int32_t value = 0;  // a number, or the index of a node
    bool bound = false, is_node = false;
  };
  static constexpr std::size_t most_slots = 12;
  using Bindings = std::array<Binding, most_slots>;
  struct Node {
    std::uint16_t production;
    std::uint8_t slots;
    std::uint32_t bindings;  // first index into bindings_
  };
  struct Path {  // where the extent and the gap lie so far
    std::int16_t begin = -1, end = -1, gap_begin = -1, gap_end = -1;
  };
  struct Result {
    std::uint16_t end;
    std::uint32_t node;
  };
  struct Memo {
    std::uint32_t stamp = 0;
    std::uint16_t first = 0;  // of results_, which holds fewer than symbols x places x most_results
    std::uint16_t count = 0;
  };
  Memo& memo(std::uint16_t symbol, std::size_t place) { return memo_[place * tables_.symbol_count + symbol]; }
  static constexpr std::size_t most_results = 12;
  struct Results {
    std::array<Result, most_results> list;
    std::array<std::int8_t, most_results> prefer;
    std::size_t count = 0;
  };

  const TermMember* member(std::size_t place, WordClass word_class) const;
  Memo parse(std::uint16_t symbol, std::size_t place);
  void walk(std::uint16_t state, std::size_t place, Path path, Results* results);
  void accept(std::size_t place, const Path& path, Results* results);
  void find_candidates();
  template <class Use>
  bool candidate_words(const Symbol& symbol, std::size_t place, Use use) const;
  bool may_match(const Symbol& symbol, std::size_t place) const;
  template <class Walk>
  void each_production(const Symbol& symbol, std::size_t place, Walk walk) const;
  Memo parse_apart(std::uint16_t symbol, std::size_t place);
  bool guarded(const Production& production, std::size_t begin, std::size_t end) const;
  std::uint32_t make_node();
  std::int64_t evaluate(std::uint32_t node, ExpressionPool& pool) const;

  const Language& language_;
  const Language::Tables& tables_;
  std::size_t size_ = 0;
  std::size_t end_of_triggers_ = 0;
  std::array<Term, longest_region> terms_;  // the first size_ are in use
  std::vector<TermMember> members_;
  std::vector<ProductionSet> candidates_;  // by place and block, a bit each: the productions that may match there
  std::vector<Node> nodes_;
  std::vector<Binding> bindings_;
  std::vector<Result> results_;
  std::vector<Memo> memo_;
  std::uint32_t stamp_ = 0;
  Bindings current_{};
  std::uint8_t slots_used_ = 0;
  std::uint16_t production_ = 0;
  std::size_t origin_ = 0;  // where the production being walked began
  struct Best {
    ChartMatch match;
    std::int8_t prefer = 0;
    std::uint16_t consumed = 0;
  };
  std::array<Best, longest_region + 1> best_{};
  std::uint64_t steps_ = 0;
};

}  // namespace annal
