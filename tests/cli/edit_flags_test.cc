// What the command line states of a timeline for one run: what stands around it, its look, and which events it shows.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::string article =
    "The Ferry Aurelia\n\n"
    "The shipyard launched the ferry on 3 May 2014. The company sold it to Kovar Lines on 5 June 2015. Divers cleaned "
    "the hull on 8 March 2016. The harbour closed in 2017.\n";

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

Run build(const std::string& format, std::vector<std::string> words, const Folder& folder) {
  words.insert(words.begin(), {"build", "-", "-f", format});
  return annal(words, article, folder.path());
}

}  // namespace

TEST_CASE("events can be picked and dropped for one run, by id or by words", "[cli][edit]") {
  const Folder folder;
  const std::string picked = build("csv", {"--pick", "closed", "--pick", "e1"}, folder).out;
  CHECK(has(picked, "closed"));
  CHECK(has(picked, "launched"));
  CHECK_FALSE(has(picked, "sold"));
  const std::string rest = build("csv", {"--drop", "launched", "--drop", "hull"}, folder).out;
  CHECK_FALSE(has(rest, "launched"));
  CHECK_FALSE(has(rest, "hull"));
  CHECK(has(rest, "sold"));
  CHECK(has(annal({"order", "-", "--pick", "sold"}, article).out, "sold"));
  CHECK_FALSE(has(annal({"order", "-", "--pick", "sold"}, article).out, "launched"));
}

TEST_CASE("the headline and what stands around it are stated for one run", "[cli][edit]") {
  const Folder folder;
  const std::string json = build("json",
                                 {"--title", "Aurelia", "--subtitle", "A ferry", "--credit", "dpa", "--note",
                                  "Dates are local", "--lang-labels", "de"},
                                 folder)
                               .out;
  for (const char* words : {"\"Aurelia\"", "\"A ferry\"", "\"dpa\"", "\"Dates are local\"", "\"de\""}) {
    INFO(words);
    CHECK(has(json, words));
  }
}

TEST_CASE("a theme is one of two names or a file of properties", "[cli][edit]") {
  const Folder folder;
  folder.write("house.css", ":root {\n  --annal-ground: #fffdf5; /* paper */\n}\n");
  CHECK(has(build("json", {"--theme", "house.css"}, folder).out, "--annal-ground: #fffdf5"));
  CHECK(has(build("json", {"--theme", "dark"}, folder).out, "\"dark\""));
}

TEST_CASE("a theme that is hard to read is drawn, with a warning", "[cli][edit]") {
  const Folder folder;
  folder.write("pale.css", "--annal-ground: #fff; --annal-text: #999;\n");
  const Run pale = build("svg", {"--theme", "pale.css"}, folder);
  CHECK(has(pale.out, "fill:#999"));
  CHECK(has(pale.err, "the theme is hard to read: muted text of #b3b3b3 on #fbfbfb has a contrast of "));
  CHECK(build("svg", {"--theme", "dark"}, folder).err.empty());
}

TEST_CASE("a wrong choice is refused with what would do", "[cli][edit]") {
  struct Row {
    const char* why;
    std::vector<std::string> words;
    std::string err;
  };
  const auto row = GENERATE(values<Row>({
      {"no such event", {"--pick", "e77"}, "--pick: there is no event e77; the text has e1 to e5"},
      {"a slip", {"--drop", "lanched"}, "--drop: there is no event called 'lanched'; did you mean 'launched'?"},
      {"no event named", {"--pick"}, "--pick requires EVENT; see annal build --help"},
      {"two headlines", {"--title", "A", "--title", "B"}, "--title is given more than once; see annal build --help"},
      {"no language of labels",
       {"--lang-labels", "auto"},
       "--lang-labels needs the tag of a language, not 'auto'; see annal build --help"},
      {"a slip in a theme",
       {"--theme", "drak"},
       "--theme: unknown theme 'drak'; available: light, dark, or a .css file; did you mean 'dark'?"},
      {"a slip in what the lanes are",
       {"--lanes", "actors"},
       "--lanes: unknown lanes 'actors'; available: auto, actor, place, source, none; did you mean 'actor'?"},
      {"a theme that is not there", {"--theme", "no.css"}, "cannot read no.css: no such file"},
      {"edits that are not there", {"--edits", "no.toml"}, "cannot read no.toml: no such file"},
      {"a style sheet for a theme",
       {"--theme", "bad.css"},
       "bad.css:2: 'body { color: red }' is no property of a theme; write --annal-ground: #fffdf5;"},
  }));
  INFO(row.why);
  const Folder folder;
  folder.write("bad.css", "\nbody { color: red }\n");
  const Run run = build("svg", row.words, folder);
  CHECK(run.exit == 2);
  CHECK(run.out.empty());
  CHECK(run.err == "annal: " + row.err + "\n");
}

}  // namespace annal::test
