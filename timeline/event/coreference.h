// Whom a pronoun of the third person stands for, by agreement and salience, and only where that is certain: titles
// print the name then. The nearest subject before that agrees in number and gender is the antecedent (centering, Grosz,
// Joshi and Weinstein 1995) unless another person who agrees stands near it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "timeline/event/tree_view.h"

namespace annal {

/// Resolves the pronouns of one text once, in order.
class CoreferenceResolver {
 public:
  CoreferenceResolver(const Analysis& analysis, const Language& language);

  /// What a pronoun stands for, and where that was named.
  struct Antecedent {
    std::string name;            ///< the name, short, or the noun phrase
    std::string_view key;        ///< the same for all mentions of one
    std::uint32_t sentence = 0;  ///< of the mention
    std::uint32_t word = 0;      ///< its head in the tree of that sentence
  };
  /// Of the pronoun at `word` of the tree of `sentence`; null where it is not certain.
  const Antecedent* antecedent(std::uint32_t sentence, std::uint32_t word) const;
  /// The key of the person whose name is headed by `word`; empty for anything else.
  std::string_view person_at(std::uint32_t sentence, std::uint32_t word) const;
  /// The same, where a given name or a title says that it is a person, and no other has it.
  std::string_view short_name(std::uint32_t sentence, std::uint32_t word) const {
    const std::string_view key = person_at(sentence, word);
    return agrees(key, syntax::Gender::none) ? key : std::string_view();
  }

 private:
  struct Person {
    syntax::Gender gender = syntax::Gender::none;
    bool certain = false;  ///< a given name or a title says that it is a person
    bool several = false;  ///< two of one surname
    bool acts = false;     ///< a subject somewhere: it may be a person even where nothing says so
    std::string_view given;
  };
  struct Mention {
    std::uint32_t sentence = 0, word = 0;
    std::string_view key;
  };
  struct Subject {
    std::uint32_t sentence = 0, word = 0, verb = 0;
    syntax::Word of;
    bool several = false, relative = false, main = false;
    bool joined = false;  ///< several, since a conjunction joins them
    bool rivals = false;  ///< the sentence goes on to name others that are several
    std::string phrase;
  };
  using Place = std::pair<std::uint32_t, std::uint32_t>;

  std::string_view text(const syntax::Word& word) const { return slice(analysis_.document.text, word.span); }
  bool is(std::string_view word, WordClass c) const { return c != no_class && language_.is(word, c); }
  void read_name(const TreeView& tree, std::uint32_t sentence, std::uint32_t head);
  void read_sentence(const TreeView& tree, std::uint32_t sentence);
  void add_subject(const TreeView& tree, std::uint32_t sentence, std::uint32_t word);
  std::string phrase_of(const TreeView& tree, std::uint32_t head) const;
  bool agrees(std::string_view key, syntax::Gender gender) const;
  Antecedent resolve_person(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) const;
  Antecedent resolve_thing(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) const;
  bool may_be(std::string_view key, syntax::Gender gender) const;
  bool contested(const Mention& found, std::uint32_t sentence, std::uint32_t word, syntax::Gender gender) const;

  const Analysis& analysis_;
  const Language& language_;
  WordClass given_name_, title_word_;
  std::map<std::string_view, Person> persons_;
  std::vector<Mention> mentions_;  ///< of persons, in order of place
  std::map<Place, std::string_view> key_at_;
  std::vector<Subject> subjects_;  ///< read so far, in order of place
  std::map<Place, Antecedent> antecedents_;
};

}  // namespace annal
