// The check of the checks: each kind of fault, put into a picture by hand, is seen.
#include "tests/render/svg/drawn_faults.h"

#include <catch2/catch.hpp>
#include <string>

namespace annal::svg {
namespace {

std::string picture(const std::string& inside) {
  return "<svg width=\"300\" height=\"100\">" + inside + "<text x=\"100\" y=\"50\">Words</text></svg>";
}

TEST_CASE("a fault that is drawn is found", "[render][svg]") {
  struct Case {
    const char* why;
    const char* inside;
    const char* fault;  ///< empty: none
  };
  const auto c = GENERATE(values<Case>({
      {"nothing else", "", ""},
      {"a text over it", "<text x=\"120\" y=\"54\">More</text>", "texts overlap"},
      {"a text beside it", "<text x=\"160\" y=\"50\">More</text>", ""},
      {"a line of a wrapped text over it",
       "<text><tspan x=\"10\" y=\"20\">A</tspan><tspan x=\"99\" y=\"48\">B</tspan></text>", "texts overlap"},
      {"a tick that ends where it begins", "<text class=\"m en\" x=\"104\" y=\"50\">1816</text>", "texts overlap"},
      {"a text past the edge", "<text x=\"280\" y=\"20\">More words</text>", "leaves the canvas"},
      {"a text above the edge", "<text class=\"z20\" x=\"10\" y=\"9\">More</text>", "leaves the canvas"},
      {"a line of the grid, over which words have a halo", "<path class=\"g0\" d=\"M110 10V90\"/>", ""},
      {"a line across", "<path class=\"le\" d=\"M10 46H290\"/>", "through"},
      {"a line aslant", "<path class=\"ll\" d=\"M90 40L140 52\"/>", "through"},
      {"a line that stops before it", "<path class=\"ll\" d=\"M110 10V38\"/>", ""},
      {"an arc", "<g><path class=\"cu\" d=\"M10 10L110 10Q115 10 115 15L115 90\"/></g>", "through"},
      {"a bar of an event",
       "<g role=\"listitem\"><rect x=\"10\" y=\"40\" width=\"100\" height=\"10\"/><text x=\"10\" y=\"90\">A</text></g>",
       "through"},
      {"a mark", "<path class=\"f0\" d=\"M100 40L110 40L105 50Z\"/>", "through"},
      {"an event without words", "<g role=\"listitem\"><circle class=\"f0\" cx=\"10\" cy=\"10\" r=\"5\"/></g>",
       "without words"},
  }));
  INFO(c.why);
  std::string faults;
  for (const std::string& fault : drawn_faults(picture(c.inside))) faults += fault + "\n";
  INFO(faults);
  if (*c.fault == 0)
    CHECK(faults.empty());
  else
    CHECK(faults.find(c.fault) != std::string::npos);
}

}  // namespace
}  // namespace annal::svg
