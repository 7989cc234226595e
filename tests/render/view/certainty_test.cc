#include "render/view/certainty.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <string>

namespace annal::view {
namespace {

std::string viewer_source() {
  std::ifstream file(std::string(ANNAL_SOURCE_DIR) + "/web/certainty.ts");
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_CASE("a date is certain, less certain or doubtful by the share that stands for it", "[render][view]") {
  struct Case {
    const char* why;
    double certainty;
    Certainty step;
  };
  const auto c = GENERATE(values<Case>({
      {"stated", 1, Certainty::certain},
      {"the least that is certain", 0.75, Certainty::certain},
      {"just below it", 0.74, Certainty::less_certain},
      {"the least that is not doubtful", 0.5, Certainty::less_certain},
      {"just below it", 0.49, Certainty::doubtful},
      {"nothing known", 0, Certainty::doubtful},
  }));
  INFO(c.why);
  CHECK(certainty_of(c.certainty) == c.step);
}

TEST_CASE("each certainty has a glyph of its own", "[render][view]") {
  const CertaintyStyle &certain = style_of(Certainty::certain), &less = style_of(Certainty::less_certain),
                       &doubtful = style_of(Certainty::doubtful);
  for (const auto& [a, b] : {std::pair(certain, less), {less, doubtful}, {certain, doubtful}}) {
    CHECK(a.glyph != b.glyph);
    CHECK(a.ascii != b.ascii);
  }
}

TEST_CASE("the viewer draws the same lines between certainties", "[render][view]") {
  const auto bound = [](const char* name, Certainty step) {
    std::ostringstream line;
    line << "export const " << name << " = " << style_of(step).at_least << ";";
    return line.str();
  };
  CHECK(viewer_source().find(bound("certainFrom", Certainty::certain)) != std::string::npos);
  CHECK(viewer_source().find(bound("lessCertainFrom", Certainty::less_certain)) != std::string::npos);
}

}  // namespace
}  // namespace annal::view
