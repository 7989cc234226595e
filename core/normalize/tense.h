// The direction in which the clause round a time expression looks: news says "Monday" for the last one beside a past
// tense and for the next one beside a future. A list of verb forms and the nearest of them decide; no tagger.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/lang/language.h"
#include "core/text/token.h"

namespace annal {

enum class Direction : std::uint8_t { unknown, past, present, future };

/// Word classes of data/lang that tell the tense; looked up once a document.
class TenseReader {
 public:
  TenseReader(std::string_view text, std::span<const Token> tokens, const Language& language);
  /// The direction at tokens [first, last), looking no further than [begin, end), the sentence.
  Direction at(std::size_t first, std::size_t last, std::size_t begin, std::size_t end) const;

 private:
  /// What one token says, and what it costs to look past it: more where it parts clauses.
  struct Sign {
    Direction direction = Direction::unknown;
    bool barrier = false;
    bool auxiliary = false;  ///< "is", "were": what follows tells the direction
    bool saying = false;     ///< "said"
    bool perfect = false;    ///< "have" between "would" and a participle
  };
  Sign sign(std::size_t token) const;
  Sign read_sign(std::size_t token) const;
  bool past_suffix(std::string_view two_letters) const;
  /// Whether the last two letters of `word`, at least four bytes, are an ending of the past.
  bool past_ending(std::string_view word) const;

  std::string_view text_;
  std::span<const Token> tokens_;
  const Language& language_;
  /// Whether "had" stands before a word that looks ahead: "had been due to expire".
  bool before_past(std::size_t token, std::size_t begin) const;
  /// Whether an infinitive stands before `token`, and before that a verb that settles what is to come: "agreed to run
  /// ...".
  bool settled_before(std::size_t token, std::size_t begin) const;

  WordClass past_, future_, present_, clause_, suffix_, set_, infinitive_, limit_, auxiliary_, before_past_,
      determiner_, saying_, perfect_, opening_, beginning_, settles_, proposes_;
  mutable std::array<std::int8_t, 26 * 26>
      suffixes_{};  // what the lexicon says of each ending: 0 not yet asked, 1 yes, -1 no
  /// The signs of the tokens asked for lately, each in the place of its number: times that stand side by side ask for
  /// the same words again.
  struct KnownSign {
    std::size_t token = SIZE_MAX;
    Sign sign;
  };
  mutable std::array<KnownSign, 128> known_signs_{};
};

}  // namespace annal
