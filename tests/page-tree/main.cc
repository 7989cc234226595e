// Writes the trees of pages, one on a line with line ends as "\n": page-tree < PAGES, which a record separator (U+001E)
// stands between.
#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>

#include "reader/html/parser/parse.h"
#include "tests/reader/html/parser/written_tree.h"

int main() {
  using namespace annal::html;
  const std::string all{std::istreambuf_iterator<char>(std::cin), {}};
  for (std::size_t at = 0; at <= all.size();) {
    const std::size_t end = std::min(all.find('\x1E', at), all.size());
    const std::string page = all.substr(at, end - at);
    at = end + 1;
    const auto dom = parse(page);
    std::string line = dom ? written(*dom, 0) : "refused: " + dom.error().message;
    for (std::size_t feed = 0; (feed = line.find('\n', feed)) != std::string::npos; feed += 2)
      line.replace(feed, 1, "\\n");
    std::cout << line << '\n';
  }
}
