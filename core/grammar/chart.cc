#include "core/grammar/chart.h"

#include <algorithm>
#include <bit>

#include "core/lang/hash.h"

namespace annal {

namespace {

// Whether nothing but marks of punctuation stands before token `i` on its line.
bool begins_line(std::span<const Token> tokens, std::size_t i) {
  constexpr std::size_t most_marks = 4;
  for (std::size_t marks = 0; marks <= most_marks; ++marks, --i) {
    if (i == 0 || tokens[i].newline) return true;
    if (tokens[i - 1].kind != TokenKind::punctuation) return false;
  }
  return false;
}

}  // namespace

Chart::Chart(const Language& language) : language_(language), tables_(language.tables()) {}

void Chart::begin(std::string_view text, std::span<const Token> tokens, std::size_t first, std::size_t last) {
  size_ = last - first;
  end_of_triggers_ = 0;
  members_.clear();
  nodes_.clear();
  bindings_.clear();
  results_.clear();
  ++stamp_;
  if (memo_.size() < (size_ + 1) * tables_.symbol_count) memo_.resize((size_ + 1) * tables_.symbol_count);
  for (std::size_t i = 0; i < size_; ++i) {
    const Token& token = tokens[first + i];
    Term& term = terms_[i];
    term.members = static_cast<std::uint32_t>(members_.size());
    term.no_space_before = token.no_space_before && i > 0;
    term.begins_line = begins_line(tokens, first + i);
    const std::string_view word = slice(text, token.span());
    if (token.kind == TokenKind::digits) {
      if (word.size() <= 9) {
        std::int32_t value = 0;
        for (const char c : word) value = value * 10 + (c - '0');
        for (std::size_t d = 0; d < tables_.digit_class_count; ++d) {
          const DigitClass& digits = tables_.digit_classes[d];
          if (word.size() < digits.least_width || word.size() > digits.most_width || value < digits.least ||
              value > digits.most)
            continue;
          members_.push_back({digits.word_class, value});
          if (digits.trigger) end_of_triggers_ = i + 1;
        }
      }
    } else if (const WordEntry* const entry = language_.grammar_entry(word); entry != nullptr) {
      if (entry->trigger) end_of_triggers_ = i + 1;
      const bool capital = word.front() >= 'A' && word.front() <= 'Z';
      for (std::size_t m = 0; m < entry->grammar_count; ++m) {
        const Membership& membership = tables_.members[entry->members + m];
        if (membership.capital && !capital) continue;
        members_.push_back({membership.word_class, membership.value});
      }
    }
    term.count = static_cast<std::uint16_t>(members_.size() - term.members);
    best_[i] = {};
  }
  best_[size_] = {};
  find_candidates();
}

// Which productions may match at each place, from the last to the first: their first token is right and so is the
// second, and what they cannot do without stands somewhere behind.
void Chart::find_candidates() {
  const std::size_t blocks = tables_.production_blocks;
  candidates_.resize(size_ * blocks);
  for (std::size_t block = 0; block < blocks; ++block) {
    ProductionSet seconds{}, required{},
        more_required{};  // the first of the token behind the place, the others of all from it on
    for (std::size_t place = size_; place-- > 0;) {
      ProductionSet firsts{}, here{};
      const TermMember* const members = members_.data() + terms_[place].members;
      for (std::size_t m = 0; m < terms_[place].count; ++m) {
        const ClassPrefilter& sets = tables_.prefilters[members[m].word_class * blocks + block];
        firsts |= sets.first;
        here |= sets.second;
        required |= sets.required[0];
        more_required |= sets.required[1];
      }
      candidates_[place * blocks + block] = firsts & (tables_.singles[block] | seconds) & required & more_required;
      seconds = here;
    }
  }
}

// Calls `use` with each word of the symbol's productions that may match here, and the number of its first bit, until it
// returns true; whether it did.
template <class Use>
bool Chart::candidate_words(const Symbol& symbol, std::size_t place, Use use) const {
  const std::size_t begin = symbol.productions, end = begin + symbol.count;
  const ProductionSet* const sets = candidates_.data() + place * tables_.production_blocks;
  for (std::size_t w = begin / 64; w <= (end - 1) / 64; ++w) {
    std::uint64_t open = sets[w / 2][w % 2];
    if (w == begin / 64) open &= ~std::uint64_t{0} << (begin % 64);
    if (w == end / 64) open &= (std::uint64_t{1} << (end % 64)) - 1;
    if (open != 0 && use(open, w * 64)) return true;
  }
  return false;
}

// Whether any production of the symbol may match here.
bool Chart::may_match(const Symbol& symbol, std::size_t place) const {
  return candidate_words(symbol, place, [](std::uint64_t, std::size_t) { return true; });
}

// Calls `walk_one` for each production of the symbol that may match here.
template <class Walk>
void Chart::each_production(const Symbol& symbol, std::size_t place, Walk walk_one) const {
  candidate_words(symbol, place, [&](std::uint64_t open, std::size_t first) {
    for (; open != 0; open &= open - 1)
      walk_one(static_cast<std::uint16_t>(first + static_cast<std::size_t>(std::countr_zero(open))));
    return false;
  });
}

const Chart::TermMember* Chart::member(std::size_t place, WordClass word_class) const {
  const Term& term = terms_[place];
  for (std::size_t m = 0; m < term.count; ++m)
    if (members_[term.members + m].word_class == word_class) return &members_[term.members + m];
  return nullptr;
}

std::uint32_t Chart::make_node() {
  nodes_.push_back({production_, slots_used_, static_cast<std::uint32_t>(bindings_.size())});
  bindings_.insert(bindings_.end(), current_.begin(), current_.begin() + slots_used_);
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

bool Chart::guarded(const Production& production, std::size_t begin, std::size_t end) const {
  if (begin > 0)
    for (std::size_t g = 0; g < production.not_before_count; ++g)
      if (member(begin - 1, tables_.guards[production.not_before + g]) != nullptr) return true;
  if (end < size_)
    for (std::size_t g = 0; g < production.not_after_count; ++g)
      if (member(end, tables_.guards[production.not_after + g]) != nullptr) return true;
  return false;
}

void Chart::accept(std::size_t place, const Path& path, Results* results) {
  const Production& production = tables_.productions[production_];
  if (guarded(production, origin_, place)) return;
  if (tables_.rules[production.rule].label && !terms_[origin_].begins_line) return;
  if (results != nullptr) {
    for (std::size_t r = 0; r < results->count; ++r) {
      if (results->list[r].end != place) continue;
      if (production.prefer > results->prefer[r])
        results->list[r].node = make_node(), results->prefer[r] = production.prefer;
      return;
    }
    if (results->count == most_results) return;
    results->prefer[results->count] = production.prefer;
    results->list[results->count++] = {static_cast<std::uint16_t>(place), make_node()};
    return;
  }
  if (path.begin < 0) return;
  Best& best = best_[static_cast<std::size_t>(path.begin)];
  const auto end = static_cast<std::uint16_t>(path.end), consumed = static_cast<std::uint16_t>(place - origin_);
  if (best.match.found) {
    if (best.match.end > end) return;
    if (best.match.end == end &&
        (best.prefer > production.prefer || (best.prefer == production.prefer && best.consumed >= consumed)))
      return;
  }
  best.match.found = true;
  best.match.node = make_node();
  best.match.begin = static_cast<std::uint16_t>(path.begin);
  best.match.end = end;
  best.match.gap_begin = static_cast<std::uint16_t>(path.gap_begin < 0 ? 0 : path.gap_begin);
  best.match.gap_end = static_cast<std::uint16_t>(path.gap_end < 0 ? 0 : path.gap_end);
  best.prefer = production.prefer;
  best.consumed = consumed;
}

void Chart::walk(std::uint16_t state, std::size_t place, Path path, Results* results) {
  const PatternState& at = tables_.states[state];
  if (at.accepts) accept(place, path, results);
  if (place >= size_) return;
  const Term& term = terms_[place];
  const auto advance = [&](const PatternEdge& edge, std::size_t end) {
    Path next = path;
    if ((edge.flags & PatternEdge::context) == 0) {
      if (next.begin < 0) next.begin = static_cast<std::int16_t>(place);
      next.end = static_cast<std::int16_t>(end);
      if ((edge.flags & PatternEdge::gap) != 0) {
        if (next.gap_begin < 0) next.gap_begin = static_cast<std::int16_t>(place);
        next.gap_end = static_cast<std::int16_t>(end);
      }
    }
    walk(edge.next, end, next, results);
  };
  for (std::uint32_t e = at.edges; e < at.edges + at.count; ++e) {
    const PatternEdge& edge = tables_.edges[e];
    ++steps_;
    if ((edge.flags & PatternEdge::no_space_before) != 0 && !term.no_space_before) continue;
    const TermMember* found = nullptr;
    Memo memo;
    if ((edge.flags & PatternEdge::symbol) == 0) {
      found = member(place, edge.id);
      if (found == nullptr) continue;
    } else {
      if (!may_match(tables_.symbols[edge.id], place)) continue;
      memo = parse_apart(edge.id, place);
      if (memo.count == 0) continue;
    }
    if (edge.slot == PatternEdge::no_slot) {
      if (found != nullptr)
        advance(edge, place + 1);
      else
        for (std::size_t r = 0; r < memo.count; ++r) advance(edge, results_[memo.first + r].end);
      continue;
    }
    const std::uint8_t slots_before = slots_used_;
    while (slots_used_ <= edge.slot) current_[slots_used_++] = {};
    const Binding saved = current_[edge.slot];
    if (found != nullptr) {
      current_[edge.slot] = {found->value, true, false};
      advance(edge, place + 1);
    } else {
      for (std::size_t r = 0; r < memo.count; ++r) {
        const Result result = results_[memo.first + r];
        current_[edge.slot] = {static_cast<std::int32_t>(result.node), true, true};
        advance(edge, result.end);
      }
    }
    current_[edge.slot] = saved;
    slots_used_ = slots_before;
  }
}

// The walk of a symbol uses the same scratch as the walk that asks for it.
Chart::Memo Chart::parse_apart(std::uint16_t symbol, std::size_t place) {
  const Memo& known = memo(symbol, place);
  if (known.stamp == stamp_) return known;
  const Bindings outer = current_;
  const std::uint8_t outer_slots = slots_used_;
  const std::uint16_t outer_production = production_;
  const std::size_t outer_origin = origin_;
  const Memo memo = parse(symbol, place);
  current_ = outer;
  slots_used_ = outer_slots;
  production_ = outer_production;
  origin_ = outer_origin;
  return memo;
}

Chart::Memo Chart::parse(std::uint16_t symbol, std::size_t place) {
  Results results;
  each_production(tables_.symbols[symbol], place, [&](std::uint16_t p) {
    production_ = p;
    origin_ = place;
    slots_used_ = 0;
    walk(tables_.productions[p].start, place, {}, &results);
  });
  const Memo made{stamp_, static_cast<std::uint16_t>(results_.size()), static_cast<std::uint16_t>(results.count)};
  results_.insert(results_.end(), results.list.begin(),
                  results.list.begin() + static_cast<std::ptrdiff_t>(results.count));
  memo(symbol, place) = made;
  return made;
}

ChartMatch Chart::best_at(std::size_t place) {
  each_production(tables_.symbols[tables_.top], place, [&](std::uint16_t p) {
    production_ = p;
    origin_ = place;
    slots_used_ = 0;
    walk(tables_.productions[p].start, place, {}, nullptr);
  });
  return best_[place].match;
}

std::int64_t Chart::evaluate(std::uint32_t index, ExpressionPool& pool) const {
  const Node& node = nodes_[index];
  const Production& production = tables_.productions[node.production];
  std::array<std::int64_t, 24> stack{};
  std::size_t top = 0;
  const auto binary = [&](auto compute) {
    const std::int64_t right = stack[--top], left = stack[--top];
    // A number past any use of it becomes one that no calendar holds, instead of overflowing.
    constexpr std::int64_t most = INT32_MAX;
    const std::int64_t value = left == absent || right == absent ? absent : compute(left, right);
    stack[top++] = value == absent ? value : std::clamp(value, -most, most);
  };
  for (std::uint32_t c = production.code; c < production.code + production.code_size; ++c) {
    const CodeStep& step = tables_.code[c];
    switch (step.op) {
      case CodeOp::constant: stack[top++] = step.operand; break;
      case CodeOp::slot: {
        const auto slot = static_cast<std::size_t>(step.operand);
        if (slot >= node.slots || !bindings_[node.bindings + slot].bound) {
          stack[top++] = absent;
        } else {
          const Binding binding = bindings_[node.bindings + slot];
          stack[top++] = binding.is_node ? evaluate(static_cast<std::uint32_t>(binding.value), pool) : binding.value;
        }
        break;
      }
      case CodeOp::add: binary([](std::int64_t a, std::int64_t b) { return a + b; }); break;
      case CodeOp::subtract: binary([](std::int64_t a, std::int64_t b) { return a - b; }); break;
      case CodeOp::multiply: binary([](std::int64_t a, std::int64_t b) { return a * b; }); break;
      case CodeOp::divide:
        binary([](std::int64_t a, std::int64_t b) { return b == 0 ? std::int64_t{absent} : a / b; });
        break;
      case CodeOp::negate: stack[top - 1] = stack[top - 1] == absent ? stack[top - 1] : -stack[top - 1]; break;
      case CodeOp::either: {
        const std::int64_t fallback = stack[--top];
        if (stack[top - 1] == absent) stack[top - 1] = fallback;
        break;
      }
      case CodeOp::call: {
        std::array<std::int32_t, most_fields> arguments{};
        top -= step.count;
        for (std::size_t a = 0; a < step.count; ++a) arguments[a] = static_cast<std::int32_t>(stack[top + a]);
        pool.push_back(annal::make_node(static_cast<std::size_t>(step.operand), {arguments.data(), step.count}));
        stack[top++] = static_cast<std::int64_t>(pool.size() - 1);
        break;
      }
    }
  }
  return stack[0];
}

ExpressionIndex Chart::build(const ChartMatch& match, ExpressionPool& pool) const {
  return static_cast<ExpressionIndex>(evaluate(match.node, pool));
}

}  // namespace annal
