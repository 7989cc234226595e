// Noun phrases before and behind a place: the words that belong to one head.
#include <algorithm>

#include "timeline/event/clause_reader.h"

namespace annal {
namespace {

// A currency sign: "$", or one of U+00A2..U+00A5 and U+20A0..U+20CF.
bool is_currency(std::string_view mark) {
  if (mark.size() == 1) return mark[0] == '$';
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(mark[i]); };
  if (mark.size() == 2) return byte(0) == 0xC2 && byte(1) >= 0xA2 && byte(1) <= 0xA5;
  return mark.size() == 3 && byte(0) == 0xE2 && (byte(1) == 0x82 && byte(2) >= 0xA0 && byte(2) <= 0xCF);
}

// Whether the words at `i` and behind it, before token `end`, say how much of a number: "more than 20", "least 17".
bool bounds_number(std::span<const Word> words, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end || !words[i].self.any(Is::quantity_word, Is::quantity_bound)) return false;
  if (words[i].self.has(Is::quantity_bound) && words[i + 1].tag == Tag::number) return true;
  const Tag link = words[i + 1].tag;
  return i + 2 < end && (link == Tag::preposition || link == Tag::subordinator || link == Tag::to) &&
         words[i + 2].tag == Tag::number;
}

// The first word of the phrase that begins at `i`, with what says how much before its number: "at least 17 people".
std::uint32_t with_bound(std::span<const Word> words, std::uint32_t i, std::uint32_t floor, std::uint32_t end) {
  if (words[i].tag == Tag::number && i >= floor + 2 && bounds_number(words, i - 2, end)) i -= 2;
  const bool bound = words[i].self.has(Is::quantity_bound) && bounds_number(words, i, end);
  if (bound && i > floor && words[i - 1].tag == Tag::preposition) --i;
  return i;
}

}  // namespace

bool joins(const Analysis& analysis, std::span<const Word> words, std::uint32_t i) {
  if (words[i].tag != Tag::mark) return false;
  const Token& token = analysis.tokens[i];
  const bool next_glued = i + 1 < analysis.tokens.size() && analysis.tokens[i + 1].no_space_before;
  const bool number_next = next_glued && analysis.tokens[i + 1].kind == TokenKind::digits;
  if (number_next && is_currency(text_of(analysis, i))) return true;
  if (!token.no_space_before || i == 0) return false;
  const char mark = analysis.document.text[token.begin];
  const Token& before = analysis.tokens[i - 1];
  if (before.kind == TokenKind::digits && (mark == '%' || ((mark == '.' || mark == ',') && number_next))) return true;
  if (mark == '.') {
    // "U.S.": after a single capital letter
    return before.kind == TokenKind::word && before.end - before.begin == 1 && words[i - 1].capital;
  }
  if (mark == ',' || mark == ';' || mark == ':' || mark == '"' || mark == '(' || mark == ')' || mark == '?' ||
      mark == '!')
    return false;
  if (next_glued && before.kind != TokenKind::punctuation && analysis.tokens[i + 1].kind != TokenKind::punctuation)
    return true;
  return i + 1 < words.size() && words[i + 1].tag == Tag::possessive && next_glued;
}

Phrase phrase_before(const Analysis& analysis, std::span<const Word> words, std::uint32_t end, std::uint32_t floor) {
  Phrase phrase;
  while (end > floor && words[end - 1].tag == Tag::adverb) --end;
  if (end <= floor) return phrase;
  if (words[end - 1].tag == Tag::pronoun) return {end - 1, end, end - 1};
  std::uint32_t i = end;
  std::int32_t head = -1;
  while (i > floor) {
    const Word& w = words[i - 1];
    if (w.tag == Tag::mark) {
      if (!joins(analysis, words, i - 1)) break;
      --i;
      continue;
    }
    if (!in_phrase(w.tag)) break;
    // "the sanctions Kovar imposed": a name does not modify the noun before it, unless that is an office or a person,
    // or begins the sentence with a capital: "Viborg striker Kovar", "European Union".
    if (w.tag == Tag::noun && i < end && words[i].tag == Tag::name && !w.person && !w.capital &&
        !w.self.any(Is::title_word, Is::actor_noun))
      break;
    if (head < 0 && (is_nominal(w.tag) || w.tag == Tag::number)) head = static_cast<std::int32_t>(i - 1);
    if (head < 0 && w.tag != Tag::adjective) break;
    --i;
    if (w.tag == Tag::determiner && (i == floor || words[i - 1].tag != Tag::determiner)) break;
    if (w.tag == Tag::possessive && w.self.has(Is::pronoun_possessive)) break;
  }
  while (i < end && words[i].tag == Tag::mark &&
         !(i + 1 < end && analysis.tokens[i + 1].no_space_before && is_currency(text_of(analysis, i))))
    ++i;
  if (head < 0 || i >= end) return phrase;
  return {with_bound(words, i, floor, end), end, static_cast<std::uint32_t>(head)};
}

Phrase phrase_after(const Analysis& analysis, std::span<const Word> words, std::uint32_t at, std::uint32_t end) {
  Phrase phrase;
  while (at < end && words[at].tag == Tag::adverb) ++at;
  if (at >= end) return phrase;
  if (words[at].tag == Tag::pronoun) return {at, at + 1, at};
  std::uint32_t i = at;
  std::int32_t head = -1;
  if (words[i].tag == Tag::preposition && i + 1 < end && words[i + 1].self.has(Is::quantity_bound) &&
      bounds_number(words, i + 1, end))
    ++i;
  if (bounds_number(words, i, end)) i += words[i + 1].tag == Tag::number ? 1 : 2;
  while (i < end) {
    const Word& w = words[i];
    if (w.tag == Tag::mark) {
      if (!joins(analysis, words, i) && !(i + 1 < end && words[i + 1].tag == Tag::possessive)) break;
      ++i;
      continue;
    }
    if (!in_phrase(w.tag)) break;
    if (head >= 0 && w.tag == Tag::determiner) break;
    // "countries worried about it": an adjective behind its noun opens a description.
    if (head >= 0 && w.tag == Tag::adjective && i + 1 < end && words[i + 1].tag == Tag::preposition) break;
    if (is_nominal(w.tag) || (w.tag == Tag::number && head < 0)) head = static_cast<std::int32_t>(i);
    ++i;
  }
  while (i > at && words[i - 1].tag == Tag::mark && !joins(analysis, words, i - 1)) --i;
  if (head < 0) return phrase;
  return {at, i, static_cast<std::uint32_t>(head)};
}

}  // namespace annal
