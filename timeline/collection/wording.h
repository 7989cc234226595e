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
struct Phrase {
  Role role = Role::oblique;
  std::string first;      ///< its first word; of an oblique the adposition
  Words words;            ///< of four letters or more, without the adposition
  Words names;            ///< with a capital that no start of a sentence explains, without titles
  Words titles;           ///< "mayor", "judge"
  Words numbers;          ///< in figures
  Words plain;            ///< of `words`, neither name nor title: "brother"
  Words aside;            ///< behind a comma: "a lawyer from Tarn", "70"
  bool definite = false;  ///< a name, or a definite determiner
  bool of_place = false;  ///< "in", "at": it may say where in several ways

  bool is_core() const { return role == Role::agent || role == Role::undergoer; }
};

/// Whether what one says behind a comma names the other: "the watchman, Lew Pargeter" and "Pargeter".
bool says_so(const Phrase& a, const Phrase& b);

struct Wording {
  Words words;    ///< of its title, of four letters or more, without the head
  Words numbers;  ///< of its title
  Words names;    ///< of its title, with a capital, without titles
  std::vector<Phrase> phrases;
  std::set<std::int32_t> which;  ///< which of several, by the words of its sentence: the second, the last, another
  bool once = false;             ///< by its verb it does not come again soon, or it is the first or the last
  bool yearly = false;           ///< by its verb it may come once a year
  bool infinitive = false;       ///< "was to open": it need not have come about
};

/// Reads how events are told, with the words of the language of their document.
class WordingReader {
 public:
  /// `timeline`, of several documents, outlives it.
  explicit WordingReader(const Timeline& timeline) : timeline_(timeline) {}
  Wording read(const Event& event);

 private:
  std::string_view words_of(Span span) const;
  void settle_language(const std::string& tag);
  std::int32_t value(std::string_view word, WordClass word_class) const;
  void read_title(const Event& event, Wording& wording) const;
  void read_verb(const Event& event, Span sentence, Wording& wording) const;
  std::string_view apposition_behind(Span phrase) const;
  Phrase phrase(const EventArgument& argument, std::uint32_t sentence_begin) const;

  const Timeline& timeline_;
  const Language* language_ = nullptr;  ///< of `tag_`
  std::string tag_;
  WordClass one_of_several_ = no_class, once_ = no_class, lasting_ = no_class, title_ = no_class, definite_ = no_class,
            infinitive_mark_ = no_class, place_mark_ = no_class;
};

/// Whether the wordings of two events say that they are two happenings: others take part, or it is another one of
/// several. What only one of them says excludes nothing: "Anna Lind" may be "Mayor Lind".
bool contradict(const Wording& a, const Wording& b);

}  // namespace annal
