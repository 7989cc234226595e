// See quote_index.h.
#include "timeline/edits/quote_index.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/unicode/edit_distance.h"
#include "core/unicode/letter_case.h"

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

QuoteIndex::QuoteIndex(std::string_view text) : text_(text), form_(form_of(text, &words_)) {
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

double QuoteIndex::expected_places(std::size_t first, std::size_t last) const {
  const auto all = static_cast<double>(words_.size());
  double expected = all;
  for (std::size_t i = first; i <= last; ++i)
    expected *= static_cast<double>(places_of(slice_of(form_, words_[i]))->size()) / all;
  return expected;
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
  std::vector<Word> quoted;
  const std::string form = form_of(words, &quoted);
  if (quoted.size() > longest) quoted.resize(longest);
  std::map<std::uint32_t, std::size_t> shared;  // words in common, by the word at which the run would begin
  for (std::uint32_t i = 0; i < quoted.size(); ++i) {
    const auto* found = places_of(slice_of(form, quoted[i]));
    if (found == nullptr || found->size() > commonest) continue;
    for (const std::uint32_t at : *found) shared[at - std::min(at, i)] += quoted[i].end - quoted[i].begin;
  }
  std::vector<std::pair<std::size_t, std::uint32_t>> best;
  for (const auto& [begin, letters] : shared) best.emplace_back(letters, begin);
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
  for (const auto& [letters, begin] : best) {
    const std::size_t last = std::min(begin + quoted.size(), words_.size()) - 1;
    runs.push_back({words_[begin].span.begin, words_[last].span.end});
  }
  std::sort(runs.begin(), runs.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return runs;
}

}  // namespace annal
