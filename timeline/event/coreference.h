// Whom a pronoun of the third person stands for, by agreement and salience, and only where that is certain: titles
// print the name then. The nearest subject before that agrees in number and gender is the antecedent (centering, Grosz,
// Joshi and Weinstein 1995) unless another person who agrees stands near it.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/lang/language.h"
#include "timeline/event/lemma_index.h"
#include "timeline/event/tree_view.h"

namespace annal {

/// Resolves the pronouns of one text once, in order.
class CoreferenceResolver {
 public:
  CoreferenceResolver(const Analysis& analysis, const TreeViews& trees, const LemmaIndex& lemmas,
                      const Language& language);
  CoreferenceResolver(const CoreferenceResolver&) = delete;
  CoreferenceResolver& operator=(const CoreferenceResolver&) = delete;

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

  /// What is known of one called so.
  struct Person {
    syntax::Gender gender = syntax::Gender::none;
    bool certain = false;  ///< a given name or a title says that it is a person
    bool several = false;  ///< two of one surname
    bool acts = false;     ///< a subject somewhere: it may be a person even where nothing says so
    std::string_view given;

    /// Whether it is one person for certain, who may be of this gender.
    bool agrees(syntax::Gender asked) const { return certain && !several && may_have(asked); }
    /// Whether the name may be that of a person of this gender: no name that is only ever the place of something.
    bool may_be(syntax::Gender asked) const { return certain ? may_have(asked) : acts; }

   private:
    bool may_have(syntax::Gender asked) const {
      return gender == syntax::Gender::none || asked == syntax::Gender::none || gender == asked;
    }
  };
  /// Where a person is named, by the head of the name.
  struct Mention {
    std::uint32_t sentence = 0, word = 0;
    std::string_view key;
    const Person* person = nullptr;

    /// Whether the key alone may stand for the name: a given name or a title says that it is a person, and no other
    /// has it.
    bool has_short_name() const { return person->agrees(syntax::Gender::none); }
  };
  /// A pronoun that stands for something for certain.
  struct Pronoun {
    std::uint32_t sentence = 0, word = 0;
    Antecedent of;
  };
  /// Those of one sentence, in order of place.
  std::span<const Mention> persons(std::uint32_t sentence) const;
  std::span<const Pronoun> pronouns(std::uint32_t sentence) const;

 private:
  struct Subject {
    std::uint32_t sentence = 0, word = 0, verb = 0;
    syntax::Word of;
    bool several = false, relative = false, main = false;
    bool joined = false;  ///< several, since a conjunction joins them
    bool rivals = false;  ///< the sentence goes on to name others that are several
    std::string phrase;
  };

  std::string_view text(const syntax::Word& word) const { return slice(analysis_.document.text, word.span); }
  bool is(std::string_view word, WordClass c) const { return c != no_class && language_.is(word, c); }
  void read_name(const TreeView& tree, std::uint32_t sentence, std::uint32_t head);
  void read_sentence(const TreeView& tree, std::uint32_t sentence);
  void add_subject(const TreeView& tree, std::uint32_t sentence, std::uint32_t word);
  std::int32_t expletive(const syntax::Word& word) const;
  bool is_expletive(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) const;
  std::string phrase_of(const TreeView& tree, std::uint32_t head) const;
  Antecedent resolve_person(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) const;
  Antecedent resolve_thing(const TreeView& tree, std::uint32_t sentence, std::uint32_t word) const;
  bool contested(const Mention& found, std::uint32_t sentence, std::uint32_t word, syntax::Gender gender) const;
  Mention only_person(std::uint32_t sentence, std::uint32_t word, syntax::Gender gender) const;

  const Analysis& analysis_;
  const LemmaIndex& lemmas_;
  const Language& language_;
  WordClass given_name_, title_word_, impersonal_, expletive_;
  std::map<std::string_view, Person> persons_;
  std::vector<Mention> mentions_;  ///< of persons, in order of place
  std::vector<Subject> subjects_;  ///< read so far, in order of place
  std::vector<Pronoun> pronouns_;  ///< the same
};

}  // namespace annal
