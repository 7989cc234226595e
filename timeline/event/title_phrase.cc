// The noun phrases of a title: without articles, offices and times, a name in place of each pronoun.
#include <algorithm>

#include "timeline/event/title_writer.h"

namespace annal {

bool TitleWriter::in_reach(std::uint32_t i, Phrase phrase) const {
  const Tag t = words_[i].tag;
  if (i < phrase.first || phrase.head - i > 5) return false;
  return t == Tag::name || t == Tag::noun || t == Tag::adjective || t == Tag::possessive || t == Tag::number ||
         joins(analysis_, words_, i);
}

std::string TitleWriter::phrase_text(Phrase phrase, std::size_t clause, Cast::Role role, Title& title) {
  if (words_[phrase.head].tag == Tag::pronoun && phrase.last == phrase.first + 1) {
    const std::string_view name = cast_.name_of_pronoun(phrase.head, clause, role);
    if (name.empty()) {
      std::size_t of = clause;
      const Phrase other = reading_.clauses.empty()      ? Phrase{}
                           : role == Cast::Role::subject ? cast_.antecedent(phrase.head, clause, of)
                                                         : cast_.object_antecedent(phrase.head, clause, of);
      if (!other.empty()) return phrase_text(other, of, role, title);
      title.unresolved = true;
      return slice(phrase.first, phrase.last);
    }
    add_actor(std::string(name), title);
    return std::string(name);
  }
  if (words_[phrase.head].tag == Tag::number && !reading_.clauses.empty()) {
    // "the two": the pair spoken of last.
    const Phrase pair = pair_before(clause, phrase.first);
    if (!pair.empty()) return phrase_text(pair, clause, Cast::Role::subject, title);
  }
  // The parts of "A and B" are cut each by itself.
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (words_[i].tag == Tag::conjunction && i > phrase.first && i + 1 < phrase.last) {
      const Phrase left{phrase.first, i, phrase.head < i ? phrase.head : i - 1};
      const Phrase right{i + 1, phrase.last, phrase.head > i ? phrase.head : phrase.last - 1};
      const std::string a = phrase_text(left, clause, role, title);
      return a + " " + std::string(token_text(i)) + " " + phrase_text(right, clause, role, title);
    }
  }
  const Phrase cut = cast_.without_title(phrase);
  std::uint32_t first = cut.first;
  while (first + 1 < cut.last && words_[first].tag == Tag::determiner &&
         words_[first].self.any(Is::article, Is::definite))
    ++first;
  std::string out;
  for (std::uint32_t i = first; i < cut.last; ++i) {
    const Word& w = words_[i];
    if (w.tag == Tag::time || (w.tag == Tag::determiner && w.self.has(Is::article))) continue;
    if (!out.empty() && !analysis_.tokens[i].no_space_before) out += ' ';
    if (w.tag == Tag::possessive && w.self.has(Is::pronoun_possessive)) {
      const std::string_view name = cast_.name_of_pronoun(i, clause, Cast::Role::possessive);
      if (!name.empty() && named(name, title)) {
        out += token_text(i);  // "Kovar signed her will"
        continue;
      }
      if (!name.empty()) {
        add_actor(std::string(name), title);
        out += name;
        out += "'s";
        continue;
      }
      // "their campaign" without its people is "campaign".
      while (!out.empty() && out.back() == ' ') out.pop_back();
      continue;
    }
    out += token_text(i);
  }
  note_actors(cut, title);
  return out;
}

bool TitleWriter::named(std::string_view last_word, const Title& title) {
  return std::any_of(title.actors.begin(), title.actors.end(), [&](const std::string& actor) {
    return actor.size() >= last_word.size() &&
           actor.compare(actor.size() - last_word.size(), last_word.size(), last_word) == 0 &&
           (actor.size() == last_word.size() || actor[actor.size() - last_word.size() - 1] == ' ');
  });
}

void TitleWriter::add_actor(std::string name, Title& title) {
  if (name.empty() || std::find(title.actors.begin(), title.actors.end(), name) != title.actors.end()) return;
  title.actors.push_back(std::move(name));
}

void TitleWriter::note_actors(Phrase phrase, Title& title) {
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    if (words_[i].tag != Tag::name) continue;
    std::uint32_t last = i;
    while (last + 1 < phrase.last &&
           (words_[last + 1].tag == Tag::name ||
            (joins(analysis_, words_, last + 1) && last + 2 < phrase.last && words_[last + 2].tag == Tag::name)))
      ++last;
    // A name that only modifies ("Russian officials") is no actor of its own.
    const bool modifies =
        last + 1 < phrase.last && (words_[last + 1].tag == Tag::noun || words_[last + 1].tag == Tag::adjective);
    if (!modifies) {
      const Phrase name = cast_.without_title({i, last + 1, last});
      add_actor(slice(name.first, name.last), title);
    }
    i = last;
  }
  if (words_[phrase.head].tag == Tag::noun && words_[phrase.head].meaning.has(Is::actor_noun)) {
    std::uint32_t first = phrase.first;
    while (first < phrase.head && words_[first].tag == Tag::determiner) ++first;
    add_actor(slice(first, phrase.head + 1), title);
  }
}

Phrase TitleWriter::pair_before(std::size_t clause, std::uint32_t at) const {
  for (std::size_t k = clause + 1; k-- > 0;) {
    const Clause& other = reading_.clauses[k];
    if (other.sentence + 1 < reading_.clauses[clause].sentence) break;
    if (other.subject.empty() || other.subject.last > at) continue;
    for (std::uint32_t i = other.subject.first; i < other.subject.last; ++i)
      if (words_[i].tag == Tag::conjunction) return other.subject;
  }
  return {};
}

std::string TitleWriter::finish(std::string text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ' ' || text.back() == '-' || text.back() == '"'))
    text.pop_back();
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

bool TitleWriter::measures(std::uint32_t k, const Word& w) const {
  return words_[k].timex >= 0 && w.self.has(Is::time_tie) && w.value == static_cast<std::uint8_t>(TieKind::to) &&
         analysis_.timexes[static_cast<std::size_t>(words_[k].timex)].value.type == TimexType::duration;
}

}  // namespace annal
