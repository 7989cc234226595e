// Titles: what a reader would put on a timeline for an event, in the article's own words: who did what to whom, with
// the names whole, without what dates it and without asides. What is alleged or reported keeps who says so. Where the
// tree is not to be trusted the title is the sentence's own words, and names no actor.
#pragma once

#include <string>
#include <string_view>

#include "timeline/event/coreference.h"
#include "timeline/event/title.h"
#include "timeline/event/title_text.h"

namespace annal {

class TitleBuilder {
 public:
  TitleBuilder(const Analysis& analysis, const Language& language)
      : analysis_(analysis), coreference_(analysis, language), lexicon_(language) {}

  /// The title of the event that `predication`, of a verb or a noun of the tree of `sentence`, tells.
  Title title(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const;
  /// The title of a line without a verb, "Breakthrough in the tunnel": its words, or of many those round word `head`.
  std::string line_title(const TreeView& tree, std::uint32_t head) const;
  /// What the pronoun at `word` stands for; empty for any other word, and where it is not certain.
  std::string antecedent(std::uint32_t sentence, std::uint32_t word) const {
    const auto* const found = coreference_.antecedent(sentence, word);
    return found == nullptr ? std::string() : found->name;
  }
  const CoreferenceResolver& coreference() const { return coreference_; }

 private:
  std::vector<std::size_t> least_sizes(const TreeView& tree, const TitleSelection& selection) const;
  /// How a title that is too long is made to fit.
  enum class Room : std::uint8_t {
    whole,        ///< it is not
    short_names,  ///< persons by their last names, no article in front
    cut,          ///< also without what it needs
  };
  std::string fitted(std::uint32_t sentence, const TreeView& tree, const TitleSelection& selection, Room room,
                     bool& cut) const;
  bool add_unit(const TreeView& tree, const TitleSelection& selection, std::size_t u, std::vector<bool>& in) const;
  bool joins(const TreeView& tree, const TitleSelection& selection, const std::vector<bool>& in, std::size_t u) const;
  bool is_whole(const TreeView& tree, const TitleSelection& selection, const std::vector<bool>& kept) const;
  bool borders_fit(const TreeView& tree, const TitleSelection& selection, const std::vector<bool>& kept) const;
  TitleWords words_of(std::uint32_t sentence, const TreeView& tree, const TitleSelection& selection,
                      const std::vector<bool>& in, bool short_names) const;
  void shorten(std::uint32_t sentence, const TreeView& tree, TitleWords& words) const;
  void move_verb(const TreeView& tree, const TitleSelection& selection, std::uint32_t to, TitleWords& words) const;
  bool stands_in_order(const TreeView& tree, const TitleSelection& selection) const;
  bool stands_without_subject(const TreeView& tree, const TitleSelection& selection) const;
  void name_pronouns(std::uint32_t sentence, const TreeView& tree, TitleWords& words) const;
  void order_words(const TreeView& tree, const TitleSelection& selection, TitleWords& words) const;

  const Analysis& analysis_;
  CoreferenceResolver coreference_;
  TitleLexicon lexicon_;
};

}  // namespace annal
