// What the tests of annal edit share.
#pragma once

#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {

inline const std::string article =
    "The Ferry Aurelia\n\n"
    "The shipyard launched the ferry on 3 May 2014. The company sold it to Kovar Lines on 5 June 2015. Two days later "
    "Kovar Lines painted the ferry. Divers cleaned the hull on 8 March 2016. The harbour closed in 2017.\n";

inline Run edit(const Folder& folder, std::vector<std::string> words) {
  words.insert(words.begin(), {"edit", "a.txt"});
  return annal(words, {}, folder.path());
}

inline bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

}  // namespace annal::test
