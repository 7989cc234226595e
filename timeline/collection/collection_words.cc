// See collection_words.h.
#include "timeline/collection/collection_words.h"

#include <algorithm>
#include <cmath>

#include "core/text/token.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"
#include "timeline/sources.h"

namespace annal {
namespace {

constexpr std::size_t least_letters = 3;   // of a word that counts
constexpr std::uint32_t least_small = 3;   // words in small letters of a sentence in which a capital tells a name
constexpr std::uint32_t nearly_most = 80;  // per cent of the documents of the most frequent name
constexpr std::uint32_t many = 50;         // per cent of all documents

std::size_t documents_of(const Timeline& timeline) { return std::max<std::size_t>(timeline.sources.size(), 1); }

bool is_quotation_mark(std::string_view token) {
  return token == "\"" || token == "“" || token == "”" || token == "«" || token == "»" || token == "„";
}

}  // namespace

double likeness(const WordVector& a, const WordVector& b) {
  double sum = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (x->first == y->first)
      sum += x++->second * y++->second;
    else if (x->first < y->first)
      ++x;
    else
      ++y;
  }
  return sum;
}

CollectionWords::CollectionWords(const Timeline& timeline) : timeline_(timeline) {
  for (const Timex& timex : timeline.timexes) times_.push_back(timex.span);
  std::ranges::sort(times_, {}, &Span::begin);
  count();
  for (const Word& word : words_)
    if (word.as_name > word.small) most_ = std::max(most_, word.as_name);
}

bool CollectionWords::is_timed(std::uint32_t begin) const {
  const auto after = std::ranges::upper_bound(times_, begin, {}, &Span::begin);
  return after != times_.begin() && begin < std::prev(after)->end;
}

void CollectionWords::count() {
  struct Seen {
    std::size_t any = SIZE_MAX, name = SIZE_MAX, small = SIZE_MAX;  ///< the last document where it is so
  };
  std::vector<Seen> seen;
  std::vector<Token> tokens;
  for (const Sentence& sentence : timeline_.sentences) {
    const std::string_view text = slice(timeline_.document.text, sentence.span);
    const std::size_t source = source_at(timeline_, sentence.span.begin);
    tokenise(text, tokens);
    const auto small =
        std::ranges::count_if(tokens, [&](const Token& t) { return begins_small(slice(text, t.span())); });
    bool first = true;
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::punctuation) continue;
      const std::string_view written = slice(text, token.span());
      const bool is_first = std::exchange(first, false);
      if (count_code_points(written) < least_letters || is_timed(sentence.span.begin + token.begin)) continue;
      const auto number =
          numbers_.try_emplace(folded(written), static_cast<std::uint32_t>(words_.size())).first->second;
      if (number == words_.size()) {
        words_.emplace_back();
        seen.emplace_back();
      }
      if (std::exchange(seen[number].any, source) != source) ++words_[number].documents;
      if (begins_small(written) && std::exchange(seen[number].small, source) != source) ++words_[number].small;
      if (!is_first && small >= least_small && begins_capital(written) &&
          std::exchange(seen[number].name, source) != source)
        ++words_[number].as_name;
    }
  }
}

Closeness CollectionWords::closeness(const Word& word) const {
  if (word.as_name <= word.small) return Closeness::none;
  if (100 * std::uint64_t{word.as_name} >= nearly_most * std::uint64_t{most_}) return Closeness::topic;
  return 100 * std::uint64_t{word.as_name} >= many * documents_of(timeline_) ? Closeness::near : Closeness::none;
}

SentenceWords CollectionWords::of(std::uint32_t sentence) const {
  const Span span = timeline_.sentences[sentence].span;
  const std::string_view text = slice(timeline_.document.text, span);
  SentenceWords result;
  std::vector<Token> tokens;
  tokenise(text, tokens);
  std::vector<std::uint32_t> numbers;
  for (const Token& token : tokens) {
    const std::string_view written = slice(text, token.span());
    result.quotes = result.quotes || is_quotation_mark(written);
    if (token.kind == TokenKind::punctuation) continue;
    ++result.length;
    const auto found = numbers_.find(folded(written));
    if (found == numbers_.end() || is_timed(span.begin + token.begin)) continue;
    if (begins_capital(written)) result.closeness = std::max(result.closeness, closeness(words_[found->second]));
    numbers.push_back(found->second);
  }
  std::ranges::sort(numbers);
  double squares = 0;
  for (auto at = numbers.begin(); at != numbers.end();) {
    const auto next = std::find_if(at, numbers.end(), [&](std::uint32_t n) { return n != *at; });
    const double rarity = std::log1p(static_cast<double>(documents_of(timeline_)) / words_[*at].documents);
    const double weight = (1 + std::log(static_cast<double>(next - at))) * rarity;
    result.words.emplace_back(*at, weight);
    squares += weight * weight;
    at = next;
  }
  for (auto& [number, weight] : result.words) weight /= std::sqrt(squares);
  return result;
}

}  // namespace annal
