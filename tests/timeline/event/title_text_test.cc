#include "timeline/event/title_text.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "core/unicode/utf8.h"
#include "tests/timeline/event/read.h"

using namespace annal;

TEST_CASE("a line has the size that is reckoned without setting it, whichever words it has") {
  const Analysis analysis = test::analysed(
      "However, on Monday 3\n  May 2021 the council (of Vell), which \"never slept\", sold the mill: a café, a barn; "
      "more\u2026 and the well-known Anna Reed left.");
  const TreeViews trees(analysis.trees);
  const TreeView& tree = trees[0];
  TitleSentence sentence(analysis, TitleLexicon::of(test::english()));
  sentence.look_at(tree);
  LineSetter lines(sentence);
  CHECK(rc::check([&] {
    TitleWords words;
    words.clear(tree.size());
    for (std::uint32_t w = 0; w < tree.size(); ++w)
      if (!sentence.is_mark(w) && *rc::gen::inRange(0, 4) > 0) words.kept.add(w);
    if (words.kept.end() == 0) return;
    const auto word = [&] { return *rc::gen::inRange(0U, tree.size()); };
    if (*rc::gen::arbitrary<bool>()) words.instead.push_back({word(), "Otto Lind", "\u2019s"});
    if (*rc::gen::arbitrary<bool>()) {
      words.front_first = static_cast<std::int32_t>(word());
      words.front_last = words.front_first + 2;
    }
    const std::size_t size = lines.size(words);
    RC_ASSERT(size == count_code_points(lines.line()));
  }));
}
