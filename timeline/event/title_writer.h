// What writes a title. Internal to event/title: title_phrase.cc has the noun phrases, title.cc what verbs and nouns
// make of them.
#pragma once

#include "timeline/event/tie.h"
#include "timeline/event/title.h"

namespace annal {

class TitleWriter {
 public:
  TitleWriter(const Analysis& analysis, const Reading& reading, const Cast& cast)
      : analysis_(analysis), reading_(reading), words_(reading.words), cast_(cast) {}

  Title of_verb(std::size_t c);
  Title of_noun(std::uint32_t token, std::int32_t c);

 private:
  std::string_view token_text(std::uint32_t i) const {
    return annal::slice(analysis_.document.text, analysis_.tokens[i].span());
  }

  // The words [first, last) as the text spells them, white space made single.
  std::string slice(std::uint32_t first, std::uint32_t last) const {
    std::string out;
    for (std::uint32_t i = first; i < last; ++i) {
      if (i > first && !analysis_.tokens[i].no_space_before) out += ' ';
      out += token_text(i);
    }
    return out;
  }

  // Whether word `i` before a phrase's head stays with it when the phrase is cut short.
  bool in_reach(std::uint32_t i, Phrase phrase) const;

  // A phrase for a title: no article before it, no office before a name, no time inside, a name for a pronoun.
  std::string phrase_text(Phrase phrase, std::size_t clause, Cast::Role role, Title& title);

  // Whether the title names the person whose name ends in `last_word`.
  static bool named(std::string_view last_word, const Title& title);

  void add_actor(std::string name, Title& title);

  // Names in the phrase, and a head that names a body that acts.
  void note_actors(Phrase phrase, Title& title);

  // The subject "A and B" that stands last before token `at`, in this sentence or the one before.
  Phrase pair_before(std::size_t clause, std::uint32_t at) const;

  std::string verb_text(const Clause& clause, bool as_infinitive);
  // Whether the time at token `k` behind preposition `w` says how much, not when: "sentenced to nine years".
  bool measures(std::uint32_t k, const Word& w) const;

  void write_subject(std::size_t c, std::string& out, Title& title);
  std::uint32_t write_predicate(std::size_t c, std::uint32_t end, std::string& out, Title& title);
  bool write_governor(std::size_t c, std::string& out, Title& title);
  std::uint32_t reaches(const Clause& governor, const Clause& clause) const;
  void append_governed(std::size_t c, std::uint32_t stop, std::string& out, Title& title);
  void append_told(std::size_t c, std::string& out, Title& title);
  std::string as_far_as_fits(const Clause& clause, std::size_t room) const;
  std::uint32_t complements(std::uint32_t from, std::uint32_t end, std::size_t clause, std::string& out, Title& title);

  static std::string finish(std::string text);

  const Analysis& analysis_;
  const Reading& reading_;
  const std::vector<Word>& words_;
  const Cast& cast_;
  // How deep a saying within a saying is written out: "he said she said ..." would cost each verb all behind it.
  static constexpr int most_told = 6;
  int told_depth_ = 0;
};

}  // namespace annal
