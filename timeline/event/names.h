// Whom or what a name of the text stands for. One bearer is called by several names, "Donald Trump", "Trump",
// "President Trump", and several bearers by one: what is not certainly one bearer's name has none. Names are united
// only within one text, by their own words: a part of a person's name stands for that person where no other person of
// the text has it. A body that a text has mostly one of is as good as named: "the district council".
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "timeline/event/tree_view.h"

namespace annal {

/// The names of one text, read once.
class NameIndex {
 public:
  NameIndex(const Analysis& analysis, const TreeViews& trees, const Language& language);

  /// The whole name of what `word` of the tree of `sentence` names or is given a name by ("the mayor, Otto Lind");
  /// empty for any other word, for one of several joined ones, and where it is not certain whose or how much of a name
  /// it is.
  std::string_view name(std::uint32_t sentence, std::uint32_t word) const;

 private:
  /// A name as the text has it somewhere.
  struct Form {
    std::vector<std::string> words;  ///< without titles
    std::string stands_for;          ///< the whole name of its bearer; empty where that is not certain
    std::size_t times = 0;           ///< how often the text has it
    std::uint8_t gender = 0;         ///< by its given name or title: 1 man, 2 woman, 3 both, 0 not told
    bool titled = false;             ///< titles stand before the words
    bool person = false;             ///< a given name, or words that are of equal weight
    bool subject_case = false;       ///< somewhere it has the form of a subject
    bool body = false;               ///< "the council": no name, but of one bearer
    bool place = false;              ///< something is in it or at it
  };
  struct Person {
    const Form* form = nullptr;  ///< the one that the text has most
    std::uint8_t gender = 0;
  };
  /// Of a name of one word.
  struct Titles {
    std::string written;      ///< the name with the one title that it has somewhere
    std::uint8_t gender = 0;  ///< of all its titles
  };
  struct Words {
    std::uint32_t first = 0, last = 0;  ///< of the tree, both in the name
    bool flat = false;
    bool whole = false;  ///< no word beside them is, or may be, one of the name
  };
  using Place = std::pair<std::uint32_t, std::uint32_t>;

  std::string_view text(const syntax::Word& word) const { return slice(analysis_.document.text, word.span); }
  bool is(std::string_view word, WordClass c) const { return c != no_class && language_.is(word, c); }
  bool is_capital(const syntax::Word& word) const;
  bool is_part(const TreeView& tree, std::uint32_t word, std::uint32_t head) const;
  Words words_of(const TreeView& tree, std::uint32_t head) const;
  std::uint32_t end_of_genitive(const TreeView& tree, std::uint32_t head, std::uint32_t last) const;
  void read_name(const TreeView& tree, std::uint32_t sentence, std::uint32_t word);
  void read_body(const TreeView& tree, std::uint32_t sentence, std::uint32_t word);
  Form& form(std::string_view written);
  void split_title(const std::string& written, Form& form) const;
  void find_persons();
  std::uint8_t gender_of(std::string_view word, WordClass c) const {
    return static_cast<std::uint8_t>(c == no_class ? 0 : language_.value_in(word, c, 0));
  }
  bool is_short_for(const Form& form, const Form& whole) const;
  std::string resolve_part(const Form& form, const std::string& written) const;
  std::string resolve(const Form& form, const std::string& written) const;

  const Analysis& analysis_;
  const Language& language_;
  WordClass given_name_, title_word_, gendered_title_, genitive_mark_, place_mark_, definite_, body_;
  std::map<std::string, Form, std::less<>> forms_;  ///< by what is written
  std::map<std::string, Person> persons_;           ///< by first and last word
  std::map<std::string, Titles> titles_;            ///< by the one word
  std::vector<std::pair<Place, const Form*>> at_;   ///< in order of place
};

}  // namespace annal
