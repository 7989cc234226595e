// Reads lines of a language's tag, a tab and a wording; writes for each how annal reads it as a stated date: its words,
// first and last second (civil, half-open; "-" for an open side), or "none". For the browser's reader to be compared.
#include <iostream>
#include <string>

#include "core/lang/language.h"
#include "render/labels/date_words.h"
#include "timeline/entries/stated_date.h"

int main() {
  using namespace annal;
  const auto second = [](CivilSeconds at) {
    return at == unbounded_past || at == unbounded_future ? std::string("-") : std::to_string(at);
  };
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t tab = line.find('\t');
    const std::string tag = line.substr(0, tab);
    const Result<StatedDate> date = read_stated_date(line.substr(tab + 1), *Language::find(tag), Dct{});
    if (!date || date->frame != Frame::calendar) {
      std::cout << "none\n";
      continue;
    }
    std::cout << labels::date_words(date->label, Labels(tag)) << '\t' << second(date->window.begin) << '\t'
              << second(date->window.end) << '\n';
  }
}
