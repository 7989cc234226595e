// What an event tells of, whatever its verb: who resigned has stepped down, and what was sold to Ann is what Ann
// bought. The words are in data/lang/<tag>/lexicon/verb-meanings.txt: same-deed, verb-once, verb-lasting-result,
// noun-once, noun-lasting-result, verb-giving.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"
#include "timeline/collection/wording.h"
#include "timeline/timeline.h"

namespace annal {

/// How soon such a deed may come to the same thing again.
enum class Recurrence : std::uint8_t {
  soon,     ///< at any time
  yearly,   ///< in another year
  terms,    ///< to one bearer of a name in another year, to others soon: an office is filled again
  anybody,  ///< hardly to one bearer of a name, but soon to another one: "the suspect was hanged"
  hardly,   ///< it is lasting
};

/// A deed, by which verbs of one meaning are compared.
struct Deed {
  std::string name;  ///< the same for all of its verbs, in one language
  Recurrence recurrence = Recurrence::soon;
};

/// Reads deeds, with the words of the language of each document.
class DeedReader {
 public:
  /// `timeline`, of several documents, outlives it.
  explicit DeedReader(const Timeline& timeline) : timeline_(timeline) {}

  /// The deed that `event` is. `wording`, read of the event, then tells it as every verb of the deed would: the one it
  /// comes to is the undergoer, who takes what is given is the agent, who gives it the recipient, and the words of the
  /// verb are none of its words.
  Deed read(const Event& event, Wording& wording);

 private:
  struct Classes {
    const Language* language = nullptr;
    WordClass same = no_class, once = no_class, lasting = no_class, noun_once = no_class, noun_lasting = no_class,
              giving = no_class, taker = no_class;
  };
  const Classes& classes_of(const Event& event);
  std::vector<std::string> time_words(const Event& event) const;
  std::string name_with_agent(const Event& event, const Classes& classes, Wording& wording) const;
  std::string name_with_particles(const Event& event, const Classes& classes, Wording& wording) const;

  const Timeline& timeline_;
  std::map<std::string, Classes, std::less<>> classes_;  ///< by the tag of the language
};

}  // namespace annal
