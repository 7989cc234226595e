#include "render/text/tree.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "core/syntax/labels.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"

namespace annal {
namespace {

// Deeper words stand at this depth, so that a chain of thousands of words is not a square of blanks.
constexpr std::size_t deepest = 24;
constexpr std::size_t widest = 48;
constexpr int sure = 90;  // percent

// A word and how far it lies below the root.
struct Place {
  std::size_t word = 0;
  std::size_t depth = 0;
};

// The words in the order of the lines.
std::vector<Place> places_of(const syntax::Tree& tree) {
  std::vector<std::vector<std::size_t>> dependents(tree.words.size());
  std::vector<Place> waiting, places;
  for (std::size_t i = tree.words.size(); i-- > 0;) {
    const std::int32_t head = tree.words[i].head;
    if (head < 0)
      waiting.push_back({i, 0});
    else
      dependents[static_cast<std::size_t>(head)].push_back(i);  // the last first, as a stack wants them
  }
  while (!waiting.empty()) {
    const Place place = waiting.back();
    waiting.pop_back();
    places.push_back(place);
    for (const std::size_t dependent : dependents[place.word]) waiting.push_back({dependent, place.depth + 1});
  }
  return places;
}

}  // namespace

std::string to_tree_text(const syntax::ParsedSentence& sentence, const syntax::Model* model) {
  std::string text = sentence.text;
  if (text.empty())
    for (const syntax::WrittenWord& word : sentence.words) text += word.form + (word.space_after ? " " : "");
  std::string out;
  append_line(out, std::move(text));
  const std::vector<Place> places = places_of(sentence.tree);
  const auto indented = [&](const Place& place) {
    return std::string(2 * std::min(place.depth + 1, deepest), ' ') + sentence.words[place.word].form;
  };
  std::size_t width = 0;
  for (const Place& place : places) width = std::max(width, std::min(widest, cells(indented(place))));
  for (const Place& place : places) {
    const syntax::Word& word = sentence.tree.words[place.word];
    const std::string_view tag = model == nullptr ? std::string_view() : model->tag_name(word.tag);
    std::string line =
        pad(indented(place), width) + "  " + pad(name_of(word.deprel), 12) + "  " + pad(name_of(word.upos), 5) + "  ";
    if (!tag.empty()) line += pad(tag, 4) + "  ";
    if (const std::string features = column_of(word.features); features != "_") line += features + "  ";
    if (word.head >= 0 && word.confidence < sure) line += "(" + std::to_string(word.confidence) + " %)";
    append_line(out, std::move(line));
  }
  return out + '\n';
}

}  // namespace annal
