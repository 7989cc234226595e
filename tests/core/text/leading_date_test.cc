#include "core/text/leading_date.h"

#include <catch2/catch.hpp>

#include <string>

#include "core/lang/language.h"
#include "core/pipeline.h"

using namespace annal;

namespace {

/// The dates that stand alone in `text`, in angle brackets, and what each dates: "<14 March:> The judge spoke."
std::string dated(const std::string& text, const char* language = "en") {
  Document document;
  document.text = text;
  const Analysis analysis = analyse(std::move(document), *Language::find(language));
  std::string out;
  for (const Block& block : analysis.document.blocks) {
    if (!out.empty()) out += block.kind == BlockKind::date ? " / " : " ";
    const std::string words(slice(analysis.document.text, block.span));
    out += block.kind == BlockKind::date ? "<" + words + ">" : words;
  }
  return out;
}

}  // namespace

TEST_CASE("a date at the front of a line stands alone, whatever parts it from what it dates", "[core][text][lines]") {
  struct Row {
    const char *why, *text, *blocks;
  };
  const auto row = GENERATE(values<Row>({
      {"colon", "14 March 2005: The judge spoke.\n15 March 2005: The jury left.",
       "<14 March 2005:> The judge spoke. / <15 March 2005:> The jury left."},
      {"dash", "14 March 2005 - Verdict\n15 March 2005 - Appeal",
       "<14 March 2005 -> Verdict / <15 March 2005 -> Appeal"},
      {"long dash", "14 March 2005\u2014Verdict\n15 March 2005\u2014Appeal",
       "<14 March 2005\u2014> Verdict / <15 March 2005\u2014> Appeal"},
      {"tab", "14 March 2005\tVerdict\n15 March 2005\tAppeal", "<14 March 2005> Verdict / <15 March 2005> Appeal"},
      {"brackets", "[14 March 2005] The judge spoke.\n[15 March 2005] The jury left.",
       "<[14 March 2005]> The judge spoke. / <[15 March 2005]> The jury left."},
      {"bullets and clock times", "2020-02-20\n\n- 21:17: the update failed\n- 21:31: it was undone",
       "<2020-02-20> / <- 21:17:> the update failed / <- 21:31:> it was undone"},
      {"nothing, beside lines alike", "14 March 2005 The judge spoke.\n15 March 2005 The jury left.",
       "<14 March 2005> The judge spoke. / <15 March 2005> The jury left."},
      {"a line of its own", "14 March 2005\nThe judge spoke.\n15 March 2005\nThe jury left.",
       "<14 March 2005> The judge spoke. / <15 March 2005> The jury left."},
      {"years of any age", "1480: The abbey burned.\n1492: It was rebuilt.",
       "<1480:> The abbey burned. / <1492:> It was rebuilt."},
      {"a range", "3 - 5 May 2014: The fair was held.\n8 May 2014: The mill burned.",
       "<3 - 5 May 2014:> The fair was held. / <8 May 2014:> The mill burned."},
  }));
  INFO(row.why);
  CHECK(dated(row.text) == row.blocks);
}

TEST_CASE("a date at the front of a line that goes on in its sentence dates no line", "[core][text][lines]") {
  const auto text = GENERATE(
      as<std::string>(), "In 2005 the judge spoke.\nIn 2006 the jury left.",
      "2001: A Journey by Night is a film. It was made in Vell.", "2005 saw the verdict.\n2006 brought the appeal.",
      "Holt was born in Vell, and he lived in the town until\n14 March 2005\nwhen he left for the coast.");
  CHECK(dated(text).find('<') == std::string::npos);
}

TEST_CASE("a date alone at the head of an article is its dateline", "[core][text][lines]") {
  CHECK(dated("14 March 2005\n\nThe judge spoke to the jury on Monday.\n\nThe verdict is due in May.").find('<') ==
        std::string::npos);
}
