// Who a pronoun or a short name stands for, where that is certain enough to print. Names are grouped by their last word
// ("Anna Kovar", "Kovar"); a name is taken for a person when the text treats it as one: a title before it, a verb of
// saying or thinking after it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/event/clause.h"

namespace annal {

class Cast {
 public:
  /// What a pronoun is in its clause.
  enum class Role : std::uint8_t { subject, object, possessive };

  Cast(const Analysis& analysis, const Reading& reading, const EventLexicon& lexicon);

  /// The name (its last word) that the pronoun at `token` of clause `clause` stands for; empty where it is not certain.
  std::string_view name_of_pronoun(std::uint32_t token, std::size_t clause, Role role) const;
  /// What "it" or "they" at `token`, subject of clause `clause`, stands for: the subject told of just before, where it
  /// fits in number; with the clause that it stands in. Empty where it is not certain.
  Phrase antecedent(std::uint32_t token, std::size_t clause, std::size_t& of) const;
  /// What "it" or "them" at `token`, an object of clause `clause`, stands for: the one thing of that number that the
  /// clause before tells of; with the clause that it stands in. Empty where it is not certain.
  Phrase object_antecedent(std::uint32_t token, std::size_t clause, std::size_t& of) const;
  /// The phrase without titles and offices before a person's name: "Defence Secretary Anna Kovar" is "Anna Kovar".
  Phrase without_title(Phrase phrase) const;
  /// Whether the name that ends at `token` is one of a person.
  bool person(std::uint32_t token) const;

 private:
  struct Mention {
    std::uint32_t token;  ///< last word of the name
    std::uint32_t sentence;
    bool subject;
  };
  struct Antecedent {
    Phrase phrase;           ///< empty where it is not certain
    std::size_t clause = 0;  ///< that it stands in
  };
  std::string_view text(std::uint32_t token) const;
  /// Whether the name that ends at `token` may be one that a pronoun of value `pronoun` stands for.
  bool several(const Phrase& phrase) const;
  bool fits(std::uint32_t token, std::uint8_t pronoun) const;
  std::string_view search(std::uint32_t token, std::size_t clause, Role role) const;

  const Analysis& analysis_;
  const Reading& reading_;
  std::map<std::string_view, int> person_;  ///< by last word: evidence for a person less evidence against
  std::map<std::string_view, std::uint8_t>
      gender_;                              ///< by last word: of the given name before it, as a pronoun's value
  std::vector<Mention> mentions_;           ///< in order of place
  std::vector<std::string_view> subjects_;  ///< by clause: whom a subject pronoun stands for
  std::vector<Antecedent> antecedents_;     ///< by clause: what a subject pronoun stands for
};

}  // namespace annal
