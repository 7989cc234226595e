// Whom an event is about, where it was, and who says so, by name, so that the events of a text can be grouped
// (timeline/lanes.h). What is not certain has no name.
#pragma once

#include "timeline/event/clause.h"
#include "timeline/event/names.h"

namespace annal {

class GroupFinder {
 public:
  GroupFinder(const Analysis& analysis, const TreeViews& trees, const Language& language)
      : names_(analysis, trees, language),
        place_mark_(language.word_class("place-mark")),
        analysis_(analysis),
        language_(language) {}

  /// Of the event that `predication` of the tree of `sentence` tells.
  EventGroups groups(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const;

 private:
  std::string actor(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const;
  std::string place(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const;

  NameIndex names_;
  WordClass place_mark_;
  const Analysis& analysis_;
  const Language& language_;
};

}  // namespace annal
