// See content_words.h.
#include "timeline/collection/content_words.h"

#include <algorithm>
#include <array>

#include "core/text/token.h"
#include "core/unicode/letter_case.h"

namespace annal {
namespace {

/// log2(1 + a / b), in whole 256ths: the mathematical library of another machine may round a logarithm otherwise.
double log2_of_ratio(std::uint64_t a, std::uint64_t b) {
  constexpr int fraction_bits = 8;
  constexpr unsigned point = 31;  // of the fixed-point number in [1, 2)
  std::uint64_t x = ((a + b) << point) / b;
  int whole = 0;
  for (; x >= std::uint64_t{2} << point; x >>= 1U) ++whole;
  int fraction = 0;
  for (int bit = 0; bit < fraction_bits; ++bit) {
    x = (x * x) >> point;
    fraction *= 2;
    if (x < std::uint64_t{2} << point) continue;
    x >>= 1U;
    ++fraction;
  }
  return whole + static_cast<double>(fraction) / (1 << fraction_bits);
}

/// Which words of a language say nothing of what a text is about.
class Everyday {
 public:
  explicit Everyday(std::string_view tag) : language_(Language::find(tag)) {
    if (language_ == nullptr) language_ = &Language::fallback();
    for (std::size_t c = 0; c < names.size(); ++c) classes_[c] = language_->word_class(names[c]);
  }
  bool has(std::string_view word) const {
    return std::ranges::any_of(language_->lookup(word), [&](const Membership& m) {
      return std::ranges::find(classes_, m.word_class) != classes_.end();
    });
  }

 private:
  static constexpr std::array<std::string_view, 8> names{"language-word", "month",   "weekday", "modal",
                                                         "aux-have",      "article", "aux-do",  "pronoun-possessive"};
  const Language* language_ = nullptr;
  std::array<WordClass, names.size()> classes_{};
};

bool is_long_enough(std::string_view word, TokenKind kind) {
  constexpr std::size_t least = 3;
  return kind == TokenKind::digits || (kind == TokenKind::word && word.size() >= least);
}

}  // namespace

bool share_any(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) return true;
    *x < *y ? ++x : ++y;
  }
  return false;
}

ContentWords::ContentWords(const Timeline& timeline) {
  first_.push_back(0);
  for (const SourceDocument& source : timeline.sources) {
    read_document(timeline, source);
    first_.push_back(places_.size());
  }
  constexpr double name_share = 1.5;
  constexpr std::uint64_t elsewhere =
      100;  // documents without it: in a collection on one matter its words are no less rare
  for (std::uint32_t w = 0; w < words_.size(); ++w)
    words_[w].weight = log2_of_ratio(documents() + elsewhere, words_[w].documents) * (is_name(w) ? name_share : 1);
}

void ContentWords::read_document(const Timeline& timeline, const SourceDocument& source) {
  const std::string_view text = slice(timeline.document.text, source.span);
  const Everyday everyday(source.language);
  const auto document = static_cast<std::uint32_t>(first_.size());
  std::vector<Token> tokens;
  tokenise(text, tokens);
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    const std::string_view form = slice(text, tokens[t].span());
    if (!is_long_enough(form, tokens[t].kind)) continue;
    const std::string word = folded(form);
    if (everyday.has(word)) continue;
    const auto [at, added] = numbers_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
    if (added) words_.emplace_back().number = tokens[t].kind == TokenKind::digits;
    Entry& entry = words_[at->second];
    if (entry.last != document) ++entry.documents;
    entry.last = document;
    const bool inner = t > 0 && !tokens[t].newline && tokens[t - 1].kind != TokenKind::punctuation;
    entry.inner += inner ? 1 : 0;
    entry.capitals += inner && begins_capital(form) ? 1 : 0;
    places_.push_back({source.span.begin + tokens[t].begin, at->second});
  }
}

std::vector<std::uint32_t> ContentWords::within(Span span) const {
  std::vector<std::uint32_t> found;
  for (auto at = std::ranges::lower_bound(places_, span.begin, {}, &PlacedWord::begin);
       at != places_.end() && at->begin < span.end; ++at)
    found.push_back(at->word);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::uint32_t> ContentWords::of_text(std::string_view text) const {
  std::vector<Token> tokens;
  tokenise(text, tokens);
  std::vector<std::uint32_t> found;
  for (const Token& token : tokens)
    if (const auto at = numbers_.find(folded(slice(text, token.span()))); at != numbers_.end())
      found.push_back(at->second);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace annal
