// Noun phrases before and behind a place: the words that belong to one head.
#include <algorithm>

#include "timeline/event/clause.h"

namespace annal {
namespace {

bool in_phrase(Tag t) {
  return t == Tag::name || t == Tag::noun || t == Tag::adjective || t == Tag::number || t == Tag::possessive ||
         t == Tag::determiner;
}

}  // namespace

bool joins(const Analysis& analysis, std::span<const Word> words, std::uint32_t i) {
  if (words[i].tag != Tag::mark) return false;
  const Token& token = analysis.tokens[i];
  if (!token.glued || i == 0) return false;
  const char mark = analysis.document.text[token.begin];
  const bool next_glued = i + 1 < analysis.tokens.size() && analysis.tokens[i + 1].glued;
  const Token& before = analysis.tokens[i - 1];
  if (mark == '.') {
    // "U.S.": after a single capital letter
    return before.kind == TokenKind::word && before.end - before.begin == 1 && words[i - 1].capital;
  }
  if (mark == ',' || mark == ';' || mark == ':' || mark == '"' || mark == '(' || mark == ')' || mark == '?' ||
      mark == '!')
    return false;
  if (next_glued && before.kind != TokenKind::mark && analysis.tokens[i + 1].kind != TokenKind::mark) return true;
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
    // "the sanctions Kovar imposed": a name does not modify the noun before it, unless that is an office.
    if (w.tag == Tag::noun && i < end && words[i].tag == Tag::name && !w.self.any(Is::title_word, Is::actor_noun))
      break;
    if (head < 0 && (is_nominal(w.tag) || w.tag == Tag::number)) head = static_cast<std::int32_t>(i - 1);
    if (head < 0 && w.tag != Tag::adjective) break;
    --i;
    if (w.tag == Tag::determiner && (i == floor || words[i - 1].tag != Tag::determiner)) break;
    if (w.tag == Tag::possessive && w.self.has(Is::pronoun_possessive)) break;
  }
  while (i < end && words[i].tag == Tag::mark) ++i;
  if (head < 0 || i >= end) return phrase;
  return {i, end, static_cast<std::uint32_t>(head)};
}

Phrase phrase_after(const Analysis& analysis, std::span<const Word> words, std::uint32_t at, std::uint32_t end) {
  Phrase phrase;
  while (at < end && words[at].tag == Tag::adverb) ++at;
  if (at >= end) return phrase;
  if (words[at].tag == Tag::pronoun) return {at, at + 1, at};
  std::uint32_t i = at;
  std::int32_t head = -1;
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
