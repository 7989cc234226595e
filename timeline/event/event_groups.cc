#include "timeline/event/event_groups.h"

#include <algorithm>

namespace annal {

using syntax::Deprel;
using syntax::Upos;

/// Who acts; where only a kind is named that does ("two officers"), whom it is done to.
std::string GroupFinder::actor(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const {
  for (const Role role : {Role::agent, Role::undergoer}) {
    const Argument* const argument = predication.find(role);
    if (argument == nullptr) continue;
    if (argument->confidence < sure_enough) return {};
    if (const std::string_view found = names_.name(sentence, argument->word); !found.empty()) return std::string(found);
    if (tree[argument->word].upos != Upos::noun) return {};
  }
  return {};
}

/// The one name that a phrase of place has, "in Vell".
std::string GroupFinder::place(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const {
  std::string found;
  for (const Argument& argument : predication.arguments) {
    if (argument.role != Role::oblique || argument.confidence < sure_enough) continue;
    if (tree[argument.word].upos != Upos::propn) continue;
    const auto& marks = tree.dependents(argument.word);
    const bool is_place = std::ranges::any_of(marks, [&](std::uint32_t k) {
      return tree[k].deprel == Deprel::case_ && place_mark_ != no_class &&
             language_.is(slice(analysis_.document.text, tree[k].span), place_mark_);
    });
    if (!is_place) continue;
    if (!found.empty()) return {};
    found = names_.name(sentence, argument.word);
  }
  return found;
}

EventGroups GroupFinder::groups(std::uint32_t sentence, const TreeView& tree, const Predication& predication) const {
  EventGroups groups;
  groups.actor = actor(sentence, tree, predication);
  groups.place = place(sentence, tree, predication);
  if (predication.source >= 0) {
    groups.source = names_.name(sentence, static_cast<std::uint32_t>(predication.source));
  } else if (predication.speaker.sentence >= 0) {
    groups.source = names_.name(static_cast<std::uint32_t>(predication.speaker.sentence), predication.speaker.word);
  }
  return groups;
}

}  // namespace annal
