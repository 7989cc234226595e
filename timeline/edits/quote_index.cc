// See quote_index.h.
#include "timeline/edits/quote_index.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/unicode/edit_distance.h"
#include "core/unicode/letter_case.h"
#include "core/unicode/utf8.h"

namespace annal {
namespace {

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_word_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2070) && !(c >= 0x3000 && c < 0x3040);
}

/// Straight for typographic: what a keyboard writes.
char32_t plain(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x02BC: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB: return '"';
    default: return lower_of(c);
  }
}

/// Writes the quote form of `text` and, where asked for, its words.
std::string form_of(std::string_view text, std::vector<QuoteIndex::Word>* words) {
  std::string form;
  form.reserve(text.size());
  bool blank = false, in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const Letter letter = letter_at(text, at);
    const auto here = static_cast<std::uint32_t>(at);
    at += letter.size;
    if (is_blank(letter.code)) {
      blank = true;
      in_word = false;
      continue;
    }
    if (blank && !form.empty()) form += ' ';
    blank = false;
    const bool goes_on = in_word;
    in_word = is_word_letter(letter.code);
    const auto begin = static_cast<std::uint32_t>(form.size());
    append_letter(form, plain(letter.code));
    if (words == nullptr || !in_word) continue;
    const auto end = static_cast<std::uint32_t>(form.size()), behind = static_cast<std::uint32_t>(at);
    if (!goes_on) words->push_back({begin, end, {here, behind}});
    words->back().end = end;
    words->back().span.end = behind;
  }
  return form;
}

std::string_view slice_of(std::string_view form, const QuoteIndex::Word& word) {
  return form.substr(word.begin, word.end - word.begin);
}

}  // namespace

std::string quote_form(std::string_view text) { return form_of(text, nullptr); }

QuoteIndex::QuoteIndex(std::string_view text, std::span<const Sentence> sentences)
    : text_(text), sentences_(sentences), form_(form_of(text, &words_)) {
  for (std::uint32_t i = 0; i < words_.size(); ++i) places_[slice_of(form_, words_[i])].push_back(i);
}

std::size_t QuoteIndex::word_at(std::uint32_t at) const {
  const auto found =
      std::partition_point(words_.begin(), words_.end(), [&](const Word& word) { return word.span.end <= at; });
  return static_cast<std::size_t>(found - words_.begin());
}

const std::vector<std::uint32_t>* QuoteIndex::places_of(std::string_view word) const {
  const auto found = places_.find(word);
  return found == places_.end() ? nullptr : &found->second;
}

std::string QuoteIndex::line_of(Span span) const {
  std::string line;
  for (std::size_t at = span.begin; at < span.end;) {
    const Letter letter = letter_at(text_, at);
    const bool blank = is_blank(letter.code) || letter.code < ' ';
    if (!blank) line += text_.substr(at, letter.size);
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
    at += letter.size;
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

Span QuoteIndex::sentence_span(Span place) const {
  if (sentences_.empty()) return {0, static_cast<std::uint32_t>(text_.size())};
  const auto sentence_at = [&](std::uint32_t at) {
    const auto behind = std::partition_point(sentences_.begin(), sentences_.end(),
                                             [&](const Sentence& sentence) { return sentence.span.begin <= at; });
    return behind == sentences_.begin() ? behind : std::prev(behind);
  };
  return {std::min(place.begin, sentence_at(place.begin)->span.begin),
          std::max(place.end, sentence_at(place.end - 1)->span.end)};
}

QuoteIndex::Words QuoteIndex::sentence_words(Span place) const {
  const Span sentence = sentence_span(place);
  return {word_at(sentence.begin), word_at(sentence.end) - 1};
}

bool QuoteIndex::is_short(Words run) const {
  constexpr std::size_t longest = 200;  // code points
  return count_code_points(slice(text_, span_of(run))) <= longest;
}

QuoteIndex::Words QuoteIndex::context_of(Span place) const {
  const Words all = sentence_words(place);
  if (is_short(all)) return all;
  Words near = words_at(place);
  for (bool grows = true; grows;) {
    const Words before = near;
    if (near.first > all.first && is_short({near.first - 1, near.last})) --near.first;
    if (near.last < all.last && is_short({near.first, near.last + 1})) ++near.last;
    grows = near.first != before.first || near.last != before.last;
  }
  return near;
}

std::string QuoteIndex::sentence_of(Span place) const {
  const Words near = context_of(place), all = sentence_words(place);
  const bool is_whole = near.first == all.first && near.last == all.last;
  return line_of(is_whole ? sentence_span(place) : span_of(near));
}

double QuoteIndex::likeness(std::string_view sentence, std::string_view words, Words here,
                            std::optional<Words> quoted) const {
  constexpr std::size_t most_others = 1, least_words = 4;
  std::vector<Word> stated_words, quoted_words;
  const std::string stated_form = form_of(sentence, &stated_words), quoted_form = form_of(words, &quoted_words);
  std::map<std::string_view, std::size_t> left;
  for (const Word& word : stated_words) ++left[slice_of(stated_form, word)];
  const auto takes = [&](std::string_view word) {
    const auto found = left.find(word);
    if (found == left.end() || found->second == 0) return false;
    --found->second;
    return true;
  };
  std::size_t stated = stated_words.size(), own = 0, shared = 0;
  for (const Word& word : quoted_words) stated -= takes(slice_of(quoted_form, word)) ? 1 : 0;
  for (std::size_t i = here.first; i <= here.last; ++i) {
    if (quoted && quoted->first <= i && i <= quoted->last) continue;
    ++own;
    shared += takes(slice_of(form_, words_[i])) ? 1 : 0;
  }
  if (stated + own == 0) return 1;
  const double dice = 2 * static_cast<double>(shared) / static_cast<double>(stated + own);
  const std::size_t others = std::max(stated, own) - shared;
  const bool is_same = others <= most_others && own + quoted_words.size() >= least_words;
  return is_same ? std::max(dice, same_sentence) : dice;
}

double QuoteIndex::likeness(Span place, std::string_view words, std::string_view sentence) const {
  return likeness(sentence, words, context_of(place), words_at(place));
}

std::optional<Span> QuoteIndex::nearest_sentence(std::string_view sentence) const {
  const std::vector<Span> runs = nearest(sentence, 1);
  if (runs.empty()) return std::nullopt;
  const Words middle = words_at(runs.front());
  const std::size_t word = middle.first + (middle.last - middle.first) / 2;
  const Words found = context_of(span_of({word, word}));
  if (likeness(sentence, "", found, std::nullopt) < same_sentence) return std::nullopt;
  return span_of(found);
}

std::vector<Span> QuoteIndex::places(std::string_view words, std::size_t most) const {
  std::vector<Word> quoted;
  const std::string form = form_of(words, &quoted);
  const std::vector<std::uint32_t>* rarest = nullptr;
  std::size_t anchor = 0;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    const auto* found = places_of(slice_of(form, quoted[i]));
    if (found == nullptr) return {};
    if (rarest == nullptr || found->size() < rarest->size()) {
      rarest = found;
      anchor = i;
    }
  }
  std::vector<Span> places;
  if (rarest == nullptr) return places;
  for (const std::uint32_t at : *rarest) {
    if (places.size() == most) break;
    if (at < anchor || at - anchor + quoted.size() > words_.size()) continue;
    const Word &first = words_[at - anchor], &last = words_[at - anchor + quoted.size() - 1];
    if (first.begin < quoted.front().begin) continue;
    const std::size_t begin = first.begin - quoted.front().begin, end = begin + form.size();
    if (std::string_view(form_).substr(begin, form.size()) != form) continue;
    if (last.end - begin != quoted.back().end || end > form_.size()) continue;  // within a longer word
    places.push_back({first.span.begin, last.span.end});
  }
  return places;
}

std::vector<Span> QuoteIndex::nearest(std::string_view words, std::size_t most) const {
  constexpr std::size_t commonest = 200, longest = 40;
  constexpr double least = 0.3;  // of what the words tell
  std::vector<Word> quoted;
  const std::string form = form_of(words, &quoted);
  if (quoted.size() > longest) quoted.resize(longest);
  std::map<std::uint32_t, double> shared;  // information of words in common, by the word at which the run would begin
  double all = 0;
  for (std::uint32_t i = 0; i < quoted.size(); ++i) {
    const auto* found = places_of(slice_of(form, quoted[i]));
    const double count = found == nullptr ? 1 : static_cast<double>(found->size());
    const double information = std::log(1 + static_cast<double>(words_.size()) / count);
    all += information;
    if (found == nullptr || found->size() > commonest) continue;
    for (const std::uint32_t at : *found) shared[at - std::min(at, i)] += information;
  }
  std::vector<std::pair<double, std::uint32_t>> best;
  for (const auto& [begin, information] : shared)
    if (information >= least * all) best.emplace_back(information, begin);
  std::stable_sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (best.size() > most) best.resize(most);
  if (best.empty() && quoted.size() == 1) {  // mistyped: as near a word that begins with the same letter
    std::vector<std::string_view> alike;
    for (const Word& word : words_)
      if (form_[word.begin] == form.front() && places_of(slice_of(form_, word))->front() + words_.data() == &word)
        alike.push_back(slice_of(form_, word));
    if (const auto* found = places_of(annal::nearest(slice_of(form, quoted.front()), alike)))
      best.emplace_back(1, found->front());
  }
  std::vector<Span> runs;
  for (const auto& [information, begin] : best) {
    const std::size_t last = std::min(begin + quoted.size(), words_.size()) - 1;
    runs.push_back({words_[begin].span.begin, words_[last].span.end});
  }
  std::sort(runs.begin(), runs.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return runs;
}

}  // namespace annal
