// A pattern as a tree, and its positions: what may stand first, what may follow what (Glushkov 1961).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/lang/tables.h"
#include "langc/lexicon.h"

namespace annal::compile {

/// A leaf of a pattern (a position of Glushkov's automaton): one terminal or symbol, and what may follow it.
struct Leaf {
  bool is_symbol = false;
  std::uint16_t id = 0;
  std::uint8_t flags = 0;
  std::uint8_t slot = PatternEdge::no_slot;
  std::vector<std::size_t> follow;
  bool last = false;
};

/// What rules make, by name and number.
struct SymbolTable {
  std::vector<std::string> names;
  std::map<std::string, std::uint16_t> ids;

  /// The number of `name`, a new one where it has none.
  std::uint16_t add(const std::string& name) {
    const auto [at, fresh] = ids.emplace(name, static_cast<std::uint16_t>(names.size()));
    if (fresh) names.push_back(name);
    return at->second;
  }
};

struct Pattern {
  std::vector<Leaf> leaves;
  std::vector<std::size_t> first;
  std::vector<std::uint16_t> not_before, not_after;
  std::map<std::string, std::uint8_t> slots;  ///< name to number
  std::vector<bool> always_bound;             ///< by slot: on every path
  std::vector<std::string> sibling_slots;     ///< slots of the rule's other patterns: absent in this one
};

/// Finds what a name in braces stands for; adds classes for literals.
class Names {
 public:
  Names(Lexicon& lexicon, const SymbolTable& symbols) : lexicon_(lexicon), symbols_(symbols) {}
  /// Fills `leaf` for `{name}`; false where nothing is called so.
  bool resolve(const std::string& name, Leaf& leaf) const;
  std::uint16_t literal(const std::string& word, bool capital);
  std::vector<std::string> all() const;

 private:
  Lexicon& lexicon_;
  const SymbolTable& symbols_;
};

/// Parses `text`, which begins at `place`. Throws Fault.
Pattern parse_pattern(const std::string& text, const Place& place, Names& names);

/// Whether every way through the pattern passes a leaf for which `holds` is true.
template <class PatternOrRule, class Holds>
bool on_every_path(const PatternOrRule& pattern, Holds holds) {
  // Walk only leaves that do not hold; if the walk can end, some way avoids them all.
  std::vector<std::size_t> open(pattern.first.begin(), pattern.first.end());
  std::vector<bool> seen(pattern.leaves.size(), false);
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (seen[at] || holds(pattern.leaves[at])) continue;
    seen[at] = true;
    if (pattern.leaves[at].last) return false;
    open.insert(open.end(), pattern.leaves[at].follow.begin(), pattern.leaves[at].follow.end());
  }
  return true;
}

}  // namespace annal::compile
