#include "reader/html/title.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

std::size_t words_in(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

std::set<std::string> word_set(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text) {
    if (is_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
      word += lower_ascii(c);
    } else if (!word.empty()) {
      words.insert(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.insert(word);
  return words;
}

/// Whether three words in four of `heading` are among those of the title.
bool says_the_same(const std::set<std::string>& of_title, std::string_view heading) {
  const auto of_heading = word_set(heading);
  if (of_heading.empty() || of_title.empty()) return false;
  const auto shared = std::ranges::count_if(of_heading, [&](const auto& word) { return of_title.contains(word); });
  return static_cast<std::size_t>(shared) * 4 > of_heading.size() * 3;
}

/// "Bridge opens | The Daily Post" without the part after the last separator.
std::string without_site(const std::string& title) {
  constexpr std::array<std::string_view, 9> separators = {" | ", " - ", " \u2013 ", " \u2014 ", " \\ ",
                                                          " / ", " > ", " \u00BB ", " \u00B7 "};
  std::size_t last = std::string::npos, width = 0;
  for (const std::string_view separator : separators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string::npos && (last == std::string::npos || at > last)) {
      last = at;
      width = separator.size();
    }
  }
  if (last == std::string::npos) return title;
  std::string front = title.substr(0, last);
  const std::string back = title.substr(last + width);
  if (words_in(front) >= 3) return front;
  return words_in(back) > words_in(front) ? back : title;
}

}  // namespace

std::string single_spaced(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string headline_text(const PageTree& tree, std::uint32_t i) {
  constexpr std::size_t longest = 4000;  // bytes, and nodes
  if (tree.nodes()[i].end - i > longest) return {};
  const std::string text = tree.text(i, longest);
  return text.size() < longest ? single_spaced(text) : std::string();
}

std::string page_title(const PageTree& tree) {
  const auto& nodes = tree.nodes();
  std::string title, og;
  std::vector<std::string> headlines;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (!nodes[i].element) continue;
    if (nodes[i].tag == Tag::title && title.empty() && nodes[nodes[i].parent].tag == Tag::head)
      title = single_spaced(tree.text(i));
    if (nodes[i].tag == Tag::meta && og.empty() && tree.attribute(i, "property") == "og:title")
      og = single_spaced(tree.attribute(i, "content"));
    if (nodes[i].tag == Tag::h1) headlines.push_back(headline_text(tree, i));
  }
  const auto stated = word_set(title.empty() ? og : title);
  for (const std::string& headline : headlines)
    if (words_in(headline) >= 2 && says_the_same(stated, headline)) return headline;
  if (!og.empty()) return og;
  if (!title.empty()) return without_site(title);
  return headlines.size() == 1 ? headlines.front() : std::string();
}

void drop_repeated_title(PageTree& tree, const std::string& title) {
  const auto& nodes = tree.nodes();
  const auto stated = word_set(title);
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].dropped || !nodes[i].element) continue;
    if (nodes[i].tag != Tag::h1 && nodes[i].tag != Tag::h2) continue;
    if (says_the_same(stated, headline_text(tree, i))) tree.drop(i);
  }
}

}  // namespace annal
