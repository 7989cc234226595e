// Titles: what a reader would put on a timeline for an event, in the article's own words: who did what to whom, with
// the names whole, without what dates it and without asides. What is alleged or reported keeps who says so. Where the
// tree is not to be trusted the title is the sentence's own words, and names no actor.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/event/coreference.h"
#include "timeline/event/title.h"
#include "timeline/event/title_own_words.h"
#include "timeline/event/title_selection.h"
#include "timeline/event/title_text.h"

namespace annal {

/// Makes the titles of one text. Titles of one sentence after another cost least.
class TitleBuilder {
 public:
  TitleBuilder(const Analysis& analysis, const TreeViews& trees, const LemmaIndex& lemmas, const Language& language)
      : coreference_(analysis, trees, lemmas, language),
        lexicon_(TitleLexicon::of(language)),
        sentence_(analysis, lexicon_),
        lines_(sentence_) {}
  TitleBuilder(const TitleBuilder&) = delete;
  TitleBuilder& operator=(const TitleBuilder&) = delete;

  /// The title of the event that `predication`, of a verb or a noun of the tree of `sentence`, tells.
  Title title(std::uint32_t sentence, const TreeView& tree, const Predication& predication);
  /// The title of a line without a verb, "Breakthrough in the tunnel": its words, or of many those round word `head`.
  std::string line_title(std::uint32_t sentence, const TreeView& tree, std::uint32_t head);
  /// What the pronoun at `word` stands for; empty for any other word, and where it is not certain.
  std::string_view antecedent(std::uint32_t sentence, std::uint32_t word) const {
    const auto* const found = coreference_.antecedent(sentence, word);
    return found == nullptr ? std::string_view() : found->name;
  }
  const CoreferenceResolver& coreference() const { return coreference_; }

 private:
  /// How a title that is too long is made to fit.
  enum class Room : std::uint8_t {
    whole,        ///< it is not
    short_names,  ///< persons by their last names, no article in front
    cut,          ///< also without what it needs
  };
  void look_at(std::uint32_t sentence, const TreeView& tree);
  void select(const Predication& predication);
  void find_least_sizes(const TitleSelection& selection);
  void rank_units(const TitleSelection& selection);
  std::size_t size_of_units() const;
  bool fitted(const TitleSelection& selection, Room room, Title& title);
  void add_units(const TitleSelection& selection, const TitleRules& rules, bool short_names);
  std::size_t size_with(const TitleSelection& selection, const NumberSet& in, bool short_names);
  bool add_unit(const TitleSelection& selection, std::uint32_t u, NumberSet& in);
  bool joins(const TitleSelection& selection, const NumberSet& in, std::uint32_t u) const;
  bool is_whole(const TitleSelection& selection, const TitleRules& rules, const NumberSet& kept) const;
  bool borders_fit(const TitleSelection& selection, const TitleRules& rules, const NumberSet& kept) const;
  void take_words(const TitleSelection& selection, const NumberSet& in, bool short_names);
  void shorten(TitleWords& words) const;
  void move_verb(const TitleSelection& selection, std::uint32_t to, TitleWords& words) const;
  bool stands_in_order(const TitleSelection& selection) const;
  bool stands_without_subject(const TitleSelection& selection) const;
  void name_pronouns(TitleWords& words) const;
  void order_words(const TitleSelection& selection, TitleWords& words) const;
  void tell_own_words(bool tells_no_more, Title& title);

  CoreferenceResolver coreference_;
  const TitleLexicon& lexicon_;
  TitleSentence sentence_;
  std::span<const CoreferenceResolver::Mention> persons_;   ///< of the sentence
  std::span<const CoreferenceResolver::Pronoun> pronouns_;  ///< the same
  LineSetter lines_;

  // Of one title, with the room of those before.
  std::array<TitleSelection, 2> selections_;
  std::size_t selected_ = 0;  ///< how many of them there are
  TitleWords words_;
  OwnWords own_;
  NumberSet in_, more_, added_;         ///< units
  bool arranged_ = false;               ///< words_ are those of the units in_, names whole, and were arranged last
  std::vector<std::uint32_t> sizes_;    ///< for each unit the code points that it takes at least
  std::vector<std::uint32_t> by_need_;  ///< units, those needed most first
};

}  // namespace annal
