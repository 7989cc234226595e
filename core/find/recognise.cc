#include "core/find/recognise.h"

#include "core/find/chart.h"
#include "core/lang/hash.h"
#include "core/lang/operations.h"

namespace annal {
namespace {

// Every word's hash, once; digits have none.
void hash_tokens(std::string_view text, std::span<const Token> tokens, std::vector<std::uint64_t>& hashes) {
  hashes.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::digits) hashes[i] = 0;
    else if (token.begin + 8 <= text.size()) hashes[i] = hash_readable(text.data() + token.begin, token.end - token.begin);
    else hashes[i] = hash_word(quote(text, token.span()));
  }
}

bool in_filter(const std::uint64_t* filter, std::uint64_t hash) { return (filter[hash >> 54] >> (hash >> 48 & 63) & 1) != 0; }

// Whether the token may be the trigger of an expression.
bool triggers(const Token& token, std::uint64_t hash, const Language::Tables& tables) {
  if (token.kind == TokenKind::digits) {
    const std::size_t width = token.end - token.begin;
    for (std::size_t d = 0; d < tables.digit_class_count; ++d)
      if (tables.digit_classes[d].trigger && width >= tables.digit_classes[d].least_width && width <= tables.digit_classes[d].most_width) return true;
    return false;
  }
  return in_filter(tables.filter, hash);
}

// Whether the grammar may know the token at all.
bool known(const Token& token, std::uint64_t hash, const Language::Tables& tables) {
  return token.kind == TokenKind::digits || in_filter(tables.known_filter, hash);
}

// A piece of a longer run of letters and digits is no expression: "A2014", "2014th".
bool cut_from_a_word(std::span<const Token> tokens, std::size_t first, std::size_t last) {
  if (tokens[first].glued && first > 0 && tokens[first - 1].kind != TokenKind::mark && tokens[first].kind != TokenKind::mark) return true;
  return last < tokens.size() && tokens[last].glued && tokens[last].kind != TokenKind::mark && tokens[last - 1].kind != TokenKind::mark;
}

}  // namespace

std::uint64_t recognise(std::string_view text, std::span<const Token> tokens, const Language& language, ExpressionPool& pool,
                        std::vector<Timex>& timexes) {
  const Language::Tables& tables = language.tables();
  Chart chart(language);
  std::vector<std::uint64_t> hashes;
  hash_tokens(text, tokens, hashes);
  std::size_t left_limit = 0;  // nothing left of it belongs to the next region
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!triggers(tokens[i], hashes[i], tables)) continue;
    std::size_t first = i;
    while (first > left_limit && i - first < longest_region / 2 && !tokens[first].blank_line && known(tokens[first - 1], hashes[first - 1], tables)) --first;
    std::size_t last = i + 1;
    while (last < tokens.size() && last - first < longest_region && !tokens[last].blank_line && known(tokens[last], hashes[last], tables)) ++last;
    chart.begin(text, tokens, hashes, first, last);
    for (std::size_t place = 0; place < chart.end_of_triggers();) {
      const ChartMatch match = chart.best_at(place);
      if (!match.found || (!chart.kills(match) && cut_from_a_word(tokens, first + match.begin, first + match.end))) {
        ++place;
        continue;
      }
      place = match.end;
      if (chart.kills(match)) continue;
      const auto add = [&](std::size_t from, std::size_t to, ExpressionIndex expression) {
        Timex timex;
        timex.span = {tokens[first + from].begin, tokens[first + to - 1].end};
        timex.expression = expression;
        timex.rule = chart.rule(match);
        timexes.push_back(timex);
      };
      const ExpressionIndex root = chart.build(match, pool);
      const ExpressionNode node = pool[root];
      if ((node.op == Op::span || node.op == Op::pair) && match.gap_end > match.gap_begin && match.gap_begin > match.begin && match.gap_end < match.end) {
        add(match.begin, match.gap_begin, static_cast<ExpressionIndex>(node.args[0]));
        add(match.gap_end, match.end, static_cast<ExpressionIndex>(node.args[1]));
        if (node.op == Op::span) {
          const auto to = static_cast<std::int32_t>(timexes.size() - 1);
          timexes[timexes.size() - 2].range = RangeRole::from;
          timexes[timexes.size() - 2].partner = to;
          timexes.back().range = RangeRole::to;
          timexes.back().partner = to - 1;
        }
      } else {
        add(match.begin, match.end, root);
      }
    }
    left_limit = last;
    i = last - 1;
  }
  return chart.steps();
}

}  // namespace annal
