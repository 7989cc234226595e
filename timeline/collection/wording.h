// How an event is told: who takes part, by which words, which of several it is. By this two events of different
// documents are told apart, whatever their dates.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "timeline/timeline.h"

namespace annal {

/// Words in small letters.
using Words = std::set<std::string, std::less<>>;

/// How many words both have.
std::size_t shared(const Words& a, const Words& b);
/// Whether each has a word that the other lacks; the one that only says more does not differ.
bool differ(const Words& a, const Words& b);

/// Somebody or something that takes part, or a phrase with an adposition.
struct ToldPhrase {
  Role role = Role::oblique;
  std::string first;            ///< its first word; of an oblique the adposition
  Words words;                  ///< of four letters or more, without the adposition
  Words names;                  ///< with a capital that no start of a sentence explains, without titles
  Words titles;                 ///< "mayor", "judge"
  Words numbers;                ///< in figures
  Words plain;                  ///< of `words`, neither name nor title: "brother"
  Words called;                 ///< of `plain`, what it is, between an article and its name: "the painter Ilsa Maren"
  Words brief;                  ///< in small letters, of three letters, that say something: "son"
  Words aside;                  ///< behind a comma: "a lawyer from Tarn", "70"
  Words behind;                 ///< the names there: "the mayor, Anna Lind"
  bool definite = false;        ///< a name, or a definite determiner
  bool unnamed = false;         ///< called by common nouns alone: "armed officers", "Police" at the start of a sentence
  std::int32_t possessor = -1;  ///< the value of "his", "its" in front in pronoun-possessive; below 0 without
  bool of_place = false;        ///< "in", "at": it may say where in several ways

  bool is_core() const { return role == Role::agent || role == Role::undergoer; }
  /// The common nouns and what describes them, short ones too, but for what a name is called.
  Words things() const;
};

/// Whether what one says behind a comma names the other: "the watchman, Lew Pargeter" and "Pargeter".
bool says_so(const ToldPhrase& a, const ToldPhrase& b);

struct Wording {
  /// Whether it is told as the first or the last of its kind.
  bool is_first_or_last() const;
  /// Whether it is told as the last of its kind until its text was written.
  bool is_last() const;

  Words words;         ///< of its title, of four letters or more, without the head
  Words numbers;       ///< of its title
  Words little;        ///< of `words`, those that only say how others belong together: "with"
  Words in_front;      ///< of `words`, those before the last comma before its head
  Words names;         ///< of its title, with a capital, without titles
  Words titles;        ///< of its title: "mayor"
  Words called;        ///< what its title calls the one whose name it begins with: "the painter Ilsa Maren"
  std::string opener;  ///< the first word of its title, whose capital tells nothing
  std::vector<ToldPhrase> phrases;
  std::set<std::int32_t> which;  ///< which of several, by the words of its sentence: the second, the last, another
  bool infinitive = false;       ///< "was to open": it need not have come about
};

/// Reads how events are told, with the words of the language of their document.
class WordingReader {
 public:
  /// `timeline`, of several documents, outlives it.
  explicit WordingReader(const Timeline& timeline) : timeline_(timeline) {}
  Wording read(const Event& event);

  /// Takes who acts from the title where the parser is unsure of all who take part and the verb ends the title:
  /// "Harbour master Ann Weir resigned". `wording` was just read of `event`.
  void add_subject(const Event& event, Wording& wording) const;

 private:
  std::string_view words_of(Span span) const;
  void settle_language(const std::string& tag);
  void find_names(Span document);
  std::int32_t value(std::string_view word, WordClass word_class) const;
  void read_title(const Event& event, Wording& wording) const;
  void read_verb(const Event& event, Span sentence, Wording& wording) const;
  std::string_view apposition_behind(Span phrase) const;
  std::size_t complement_in(std::string_view phrase) const;
  void add_owner(std::string_view title, std::uint32_t sentence_begin, Wording& wording) const;
  void add_phrases(const EventArgument& argument, std::uint32_t sentence_begin, Wording& wording) const;
  ToldPhrase phrase(const EventArgument& argument, std::string_view whole, std::uint32_t sentence_begin) const;
  bool is_time_word(std::string_view word) const;
  bool says_something(std::string_view word) const;

  const Timeline& timeline_;
  const Language* language_ = nullptr;  ///< of `tag_`
  std::string tag_;
  std::size_t source_ = SIZE_MAX;  ///< the document of `names_`
  Words names_;                    ///< in small letters
  WordClass one_of_several_ = no_class, title_ = no_class, definite_ = no_class, possessive_ = no_class,
            office_ = no_class, infinitive_mark_ = no_class, place_mark_ = no_class, weekday_ = no_class,
            month_ = no_class, genitive_mark_ = no_class, function_word_ = no_class;
};

/// Whether the wordings of two events say that they are two happenings: others take part, or it is another one of
/// several. What only one of them says excludes nothing: "Anna Lind" may be "Mayor Lind".
bool contradict(const Wording& a, const Wording& b);

/// Whether two bearers of one name take part, "Ruth Lanyard" and "Piers Lanyard", or they are told of two places.
bool tell_two_apart(const Wording& a, const Wording& b);

}  // namespace annal
