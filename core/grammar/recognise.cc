#include "core/grammar/recognise.h"

#include <algorithm>
#include <optional>

#include "core/grammar/chart.h"
#include "core/grammar/lookalikes.h"
#include "core/lang/hash.h"

namespace annal {
namespace {

// Which tokens the grammar may look at: by bitmaps of words, and by the width of digits. Most words go no further.
class Filter {
 public:
  Filter(std::string_view text, std::span<const Token> tokens, const Language::Tables& tables)
      : text_(text), tokens_(tokens), tables_(tables) {
    for (std::size_t d = 0; d < tables.digit_class_count; ++d)
      if (tables.digit_classes[d].trigger)
        for (std::size_t width = tables.digit_classes[d].least_width;
             width <= std::min<std::size_t>(tables.digit_classes[d].most_width, widest_digits); ++width)
          digit_triggers_ |= std::uint64_t{1} << width;
  }

  /// The tokens that may be triggers, in order.
  std::vector<std::uint32_t> triggers() const {
    std::vector<std::uint32_t> found(tokens_.size() + 1);
    std::size_t readable = tokens_.size();  // before it eight bytes may be read from each token on
    while (readable > 0 && tokens_[readable - 1].begin + 8 > text_.size()) --readable;
    // Without a branch in the loop: nobody can tell which word comes next.
    std::uint32_t* out = found.data();
    for (std::size_t i = 0; i < readable; ++i) {
      *out = static_cast<std::uint32_t>(i);
      const Token& token = tokens_[i];
      out += triggers(token, filter_hash_readable(text_.data() + token.begin, token.end - token.begin));
    }
    for (std::size_t i = readable; i < tokens_.size(); ++i) {
      *out = static_cast<std::uint32_t>(i);
      out += triggers(tokens_[i], hash(tokens_[i]));
    }
    found.resize(static_cast<std::size_t>(out - found.data()));
    return found;
  }

  /// Whether the grammar may know the token at all.
  bool knows(const Token& token) const {
    return token.kind == TokenKind::digits || bit(tables_.known_filter, hash(token)) != 0;
  }

 private:
  static constexpr std::size_t widest_digits = 63;

  std::uint32_t hash(const Token& token) const {
    const std::size_t n = token.end - token.begin;
    const char* const p = text_.data() + token.begin;
    return token.begin + 8 <= text_.size() ? filter_hash_readable(p, n) : filter_hash(first_eight(p, n), n);
  }
  static std::uint64_t bit(const std::uint64_t* filter, std::uint32_t hash) {
    return filter[hash / 64] >> hash % 64 & 1;
  }
  // 1 where the token may be a trigger, else 0.
  std::uint64_t triggers(const Token& token, std::uint32_t hash) const {
    const std::size_t width = std::min<std::size_t>(token.end - token.begin, widest_digits);
    const std::uint64_t digits = token.kind == TokenKind::digits ? 1 : 0;
    return (digits & digit_triggers_ >> width) | ((digits ^ 1) & bit(tables_.filter, hash));
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  const Language::Tables& tables_;
  std::uint64_t digit_triggers_ = 0;  // bit w: digits of that width may be a trigger
};

// A piece of a longer run of letters and digits is no expression: "A2014", "2014th".
bool cut_from_a_word(std::span<const Token> tokens, std::size_t first, std::size_t last) {
  if (tokens[first].no_space_before && first > 0 && tokens[first - 1].kind != TokenKind::punctuation &&
      tokens[first].kind != TokenKind::punctuation)
    return true;
  return last < tokens.size() && tokens[last].no_space_before && tokens[last].kind != TokenKind::punctuation &&
         tokens[last - 1].kind != TokenKind::punctuation;
}

// Where a region that begins at `trigger` or before and is too long at `last` ends: before a line or a word, so that no
// expression of a list is cut in two.
std::size_t end_of_long_region(std::span<const Token> tokens, std::size_t trigger, std::size_t last) {
  const std::size_t least = std::max(trigger + 1, last - longest_region / 4);
  const auto last_where = [&](const auto& holds) {
    std::size_t at = last;
    while (at > least && !holds(tokens[at])) --at;
    return at;
  };
  if (const std::size_t line = last_where([](const Token& token) { return token.newline; }); line > least) return line;
  if (const std::size_t word = last_where([](const Token& token) { return !token.no_space_before; }); word > least)
    return word;
  return last;
}

// Whether token `i` begins a paragraph, or a line behind a short one of words of time with a number: "Saturday, Aug. 9"
// and "11:48 a.m." on two lines are a heading and an entry. "It was on May" goes on in the next line.
bool begins_apart(std::span<const Token> tokens, std::size_t i, const Filter& filter) {
  constexpr std::uint32_t short_line = 40;  // bytes
  if (i == 0 || !tokens[i].newline) return false;
  if (tokens[i].blank_line) return true;
  bool number = false;
  for (std::size_t first = i - 1; filter.knows(tokens[first]); --first) {
    if (tokens[i - 1].end - tokens[first].begin >= short_line) return false;
    number = number || tokens[first].kind == TokenKind::digits;
    if (first == 0 || tokens[first].newline) return number;
  }
  return false;
}

// Tokens [first, last) that the grammar may know, round a trigger.
struct Region {
  std::size_t first, last;
};

// None of it lies left of `left_limit`.
Region region_round(std::size_t trigger, std::size_t left_limit, std::span<const Token> tokens, const Filter& filter) {
  std::size_t first = trigger;
  while (first > left_limit && trigger - first < longest_region / 2 && !begins_apart(tokens, first, filter) &&
         filter.knows(tokens[first - 1]))
    --first;
  std::size_t last = trigger + 1;
  while (last < tokens.size() && last - first < longest_region && !begins_apart(tokens, last, filter) &&
         filter.knows(tokens[last]))
    ++last;
  if (last - first == longest_region && last < tokens.size()) last = end_of_long_region(tokens, trigger, last);
  return {first, last};
}

// The two expressions of a match that its rule parts by a gap, and whether they are the ends of a range.
struct Parted {
  ExpressionIndex first, second;
  bool is_range;
};

std::optional<Parted> parted(const ExpressionNode& node, const ChartMatch& match) {
  if (match.gap_end <= match.gap_begin || match.gap_begin <= match.begin || match.gap_end >= match.end)
    return std::nullopt;
  if (const auto* const span = std::get_if<op::Span>(&node)) return Parted{span->from, span->to, true};
  if (const auto* const pair = std::get_if<op::Pair>(&node)) return Parted{pair->first, pair->second, false};
  return std::nullopt;
}

// Appends the one or two expressions of a match whose tree is `root`; `tokens` are those of the region.
void append(const Chart& chart, const ChartMatch& match, ExpressionIndex root, std::span<const Token> tokens,
            const ExpressionPool& pool, std::vector<Timex>& timexes) {
  const auto add = [&](std::size_t from, std::size_t to, ExpressionIndex expression) {
    Timex timex;
    timex.span = {tokens[from].begin, tokens[to - 1].end};
    timex.expression = expression;
    timex.rule = chart.rule(match);
    timexes.push_back(timex);
  };
  const auto two = parted(pool[root], match);
  if (!two) {
    add(match.begin, match.end, root);
    return;
  }
  add(match.begin, match.gap_begin, two->first);
  add(match.gap_end, match.end, two->second);
  if (!two->is_range) return;
  const auto to = static_cast<std::int32_t>(timexes.size() - 1);
  timexes[timexes.size() - 2].range = RangeRole::from;
  timexes[timexes.size() - 2].partner = to;
  timexes.back().range = RangeRole::to;
  timexes.back().partner = to - 1;
}

}  // namespace

std::uint64_t recognise(std::string_view text, std::span<const Token> tokens, const Language& language,
                        ExpressionPool& pool, std::vector<Timex>& timexes) {
  const Filter filter(text, tokens, language.tables());
  const Lookalikes lookalikes(text, tokens, language);
  Chart chart(language);
  std::size_t left_limit = 0;  // nothing left of it belongs to the next region
  for (const std::uint32_t trigger : filter.triggers()) {
    if (trigger < left_limit) continue;
    const auto [first, last] = region_round(trigger, left_limit, tokens, filter);
    chart.begin(text, tokens, first, last);
    for (std::size_t place = 0; place < chart.end_of_triggers();) {
      const ChartMatch match = chart.best_at(place);
      if (!match.found ||
          (!chart.suppresses(match) && cut_from_a_word(tokens, first + match.begin, first + match.end))) {
        ++place;
        continue;
      }
      place = match.end;
      if (chart.suppresses(match)) continue;
      const ExpressionIndex root = chart.build(match, pool);
      if (lookalikes.is_one(first + match.begin, match.end - match.begin, pool, root)) continue;
      append(chart, match, root, tokens.subspan(first), pool, timexes);
    }
    left_limit = last;
  }
  return chart.steps();
}

}  // namespace annal
