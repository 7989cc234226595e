#include "time_words.h"

#include "core/grammar/recognise.h"
#include "core/syntax/parser.h"
#include "core/text/sentence.h"

namespace annal::syntax {
namespace {

// The words [first, last) that `span` covers exactly; an empty range where it cuts one.
std::pair<std::size_t, std::size_t> covered(const std::vector<GoldWord>& words, Span span) {
  std::size_t first = 0;
  while (first < words.size() && words[first].begin < span.begin) ++first;
  std::size_t last = first;
  while (last < words.size() && words[last].end <= span.end && words[last].end > words[last].begin) ++last;
  if (first == last || words[first].begin != span.begin || words[last - 1].end != span.end) return {0, 0};
  return {first, last};
}

// The word of [first, last) that has its head outside, if it is one, and no word outside hangs from another of them.
std::size_t top_of(const std::vector<GoldWord>& words, std::size_t first, std::size_t last) {
  const auto inside = [&](std::int32_t head) {
    return head > static_cast<std::int32_t>(first) && head <= static_cast<std::int32_t>(last);
  };
  std::size_t top = last, tops = 0;
  for (std::size_t i = first; i < last; ++i)
    if (!inside(words[i].head)) top = i, ++tops;
  return tops == 1 ? top : last;
}

// Joins disjoint ranges of words, each to the word at its top.
struct Collapse {
  std::size_t first, last, top;
};

std::vector<GoldWord> collapse(const std::vector<GoldWord>& words, const std::vector<Collapse>& ranges) {
  std::vector<std::int32_t> now(words.size() + 1, 0);
  std::vector<GoldWord> joined;
  auto range = ranges.begin();
  for (std::size_t i = 0; i < words.size();) {
    if (range != ranges.end() && range->first == i) {
      joined.push_back(words[range->top]);
      joined.back().form = time_form;
      for (; i < range->last; ++i) now[i + 1] = static_cast<std::int32_t>(joined.size());
      ++range;
    } else {
      joined.push_back(words[i]);
      now[++i] = static_cast<std::int32_t>(joined.size());
    }
  }
  for (GoldWord& word : joined) word.head = now[static_cast<std::size_t>(word.head)];
  return joined;
}

}  // namespace

Analysis find_times(std::string paragraph, const Language& language) {
  Analysis found;
  found.document.text = std::move(paragraph);
  const std::string& text = found.document.text;
  found.document.blocks.push_back({{0, static_cast<std::uint32_t>(text.size())}});
  tokenise(text, found.tokens);
  found.sentences = find_sentences(found.document, found.tokens, language);
  recognise(text, found.tokens, language, found.expressions, found.timexes);
  return found;
}

std::size_t add_time_words(std::vector<GoldSentence>& sentences, const Language& language) {
  std::size_t count = 0;
  for (GoldSentence& sentence : sentences) {
    const Analysis analysis = find_times(sentence.text, language);
    std::vector<Collapse> ranges;
    for (const Timex& timex : analysis.timexes) {
      const auto [first, last] = covered(sentence.words, timex.span);
      const std::size_t top = top_of(sentence.words, first, last);
      if (first != last && top != last) ranges.push_back({first, last, top});
    }
    if (ranges.empty()) continue;
    sentence.with_times = collapse(sentence.words, ranges);
    count += ranges.size();
  }
  return count;
}

}  // namespace annal::syntax
