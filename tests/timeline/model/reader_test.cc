// The models' bridge from tokens to the words of a treebank, and what the shipped weights say of plain sentences.
#include "timeline/model/reader.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "core/lang/language.h"
#include "core/pipeline.h"
#include "core/text/read.h"
#include "timeline/model/models.h"

using namespace annal;

namespace {

Analysis read(const std::string& text) { return analyse(*read_text(text, "text"), *Language::find("en")); }

// The first sentence as "word/TAG", events marked by a star.
std::string marked(const std::string& text) {
  const Analysis analysis = read(text);
  WordMemo memo(sense_table(), tagger_tables());
  SentenceReader reader(memo, tagger_tables());
  reader.read(analysis, analysis.sentences.at(0), timex_tokens(analysis));
  const EventInput in = reader.input();
  std::string out;
  for (std::size_t i = 0; i < in.forms.size(); ++i) {
    const Unit& unit = reader.units()[i];
    if (i > 0) out += ' ';
    if (classify_event(event_tables(), in, i).label != 0) out += '*';
    out += analysis.document.text.substr(unit.begin, unit.end - unit.begin);
    out += '/';
    out += penn_names[static_cast<std::size_t>(in.tags[i])];
  }
  return out;
}

}  // namespace

TEST_CASE("contractions, abbreviations and numbers become the words of a treebank") {
  const auto units = [](const std::string& text) {
    std::vector<Token> tokens;
    tokenise(text, tokens);
    std::vector<Unit> found;
    units_of(text, tokens, 0, static_cast<std::uint32_t>(tokens.size()), found);
    std::string out;
    for (const Unit& unit : found) out += (out.empty() ? "" : "|") + text.substr(unit.begin, unit.end - unit.begin);
    return out;
  };
  CHECK(units("He didn't go") == "He|did|n't|go");
  CHECK(units("Anna's boat") == "Anna|'s|boat");
  CHECK(units("a U.S. ship") == "a|U.S.|ship");
  CHECK(units("1,250.5 tons...") == "1,250.5|tons|...");
  CHECK(units("well-known") == "well|-|known");
  CHECK(units("").empty());
  CHECK(units("'") == "'");
}

TEST_CASE("each ending that the models take off leaves the base form of its example") {
  std::ifstream in(ANNAL_SOURCE_DIR "/data/models/endings.txt");
  std::size_t seen = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    const std::vector<std::string> words{std::istream_iterator<std::string>(fields), {}};
    if (words.empty() || words.front() == "#" || words.front() == "split") continue;
    CAPTURE(line);
    REQUIRE(words.size() >= 5);
    CHECK(form_of(words[words.size() - 2], sense_table()).lemma == hash_word(words.back()));
    CHECK(form_of(words.back(), sense_table()).lemma == hash_word(words.back()));
    ++seen;
  }
  CHECK(seen > 10);
}

TEST_CASE("the tagger tells verbs from nouns by what stands around them") {
  CHECK(marked("The council will report on the plan.").find("will/MD *report/VB on/IN") != std::string::npos);
  CHECK(marked("She didn't sign the report.").find("report/NN") != std::string::npos);
}

TEST_CASE("the classifier finds a happening told by a noun and passes over things") {
  const std::string found = marked("The explosion destroyed the old bridge.");
  CHECK(found.find("*explosion") != std::string::npos);
  CHECK(found.find("*destroyed") != std::string::npos);
  CHECK(found.find("*bridge") == std::string::npos);
}
