// A case of several documents as its user asks for it: the store, disagreements, whom events are about, and what is
// said where nothing fits.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

/// The documents of a small case in a folder of their own.
struct SmallCase {
  Folder folder;

  SmallCase() {
    folder.write(
        "herald.txt",
        "TARN, 8 July 2014 (Herald) -- Mayor Anton Weir resigned on 5 July 2014. The council closed the mill on "
        "2 June 2014.\n");
    folder.write("post.txt",
                 "TARN, 9 July 2014 (Post) -- Mayor Anton Weir resigned on 6 July 2014. The council of Tarn thanked "
                 "him.\n");
    folder.write("minutes.txt", "TARN, 10 July 2014 (Clerk) -- The council hired Jane Orel on 10 July 2014.\n");
    folder.write(
        "letter.eml",
        "From: Anton Weir <weir@example.org>\nTo: Jane Orel <orel@example.org>\n"
        "Date: Fri, 11 Jul 2014 09:00:00 +0200\nSubject: The ruins\n\nThe council hired you on 10 July 2014.\n");
  }

  Run run(std::vector<std::string> words) const { return annal(words, {}, folder.path()); }
};

}  // namespace

TEST_CASE("only a command that adds documents makes a store", "[cli][case]") {
  const SmallCase c;
  for (const char* command : {"build", "order", "days"}) {
    std::vector<std::string> words{command, "--store", "case.db"};
    if (words.front() == "build") words.insert(words.end(), {"-f", "text"});
    const Run run = c.run(words);
    INFO(command);
    CHECK(run.exit == 2);
    CHECK(run.err ==
          "annal: --store case.db: no such file; put some into it with annal build --store case.db FILE...\n");
  }
  CHECK(c.run({"build", "--store", "case.db", "none.txt"}).exit == 2);
  CHECK_FALSE(std::filesystem::exists(c.folder.path() / "case.db"));
  CHECK(c.run({"build", "--store", "case.db", "herald.txt"}).exit == 0);
  CHECK(c.run({"order", "--store", "case.db"}).out.find("resigned") != std::string::npos);
}

TEST_CASE("documents that disagree are conflicts of the JSON, and --strict lets none pass", "[cli][case]") {
  const SmallCase c;
  const std::vector<std::string> inputs{"herald.txt", "post.txt"};
  const Run built = c.run({"build", "herald.txt", "post.txt", "-f", "json"});
  CHECK(built.exit == 0);
  const auto timeline = nlohmann::json::parse(built.out);
  REQUIRE(timeline["conflicts"].size() == 1);
  const auto& conflict = timeline["conflicts"][0];
  CHECK(conflict["cycle"].empty());
  CHECK(conflict["reason"] ==
        "The documents disagree on the date of “Mayor Anton Weir resigned”: 5 Jul 2014 (herald) · 6 Jul 2014 (post)");
  const std::string id = conflict["event"];
  CHECK(timeline["events"][std::stoul(id.substr(1)) - 1]["accounts"].size() == 2);

  c.folder.write("case.json", built.out);
  CHECK(c.run({"build", "case.json", "-f", "json"}).out == built.out);
  for (const std::vector<std::string>& operands : {inputs, std::vector<std::string>{"case.json"}}) {
    std::vector<std::string> words{"build", "-f", "text", "--strict"};
    words.insert(words.end(), operands.begin(), operands.end());
    const Run strict = c.run(words);
    CHECK(strict.exit == 1);
    CHECK(strict.err.find(": the documents disagree; see annal order ") != std::string::npos);
    words[0] = "order";
    words.erase(words.begin() + 1, words.begin() + 3);
    CHECK(c.run(words).exit == 1);
  }
}

TEST_CASE("a conflict of an event without accounts is a fault of the JSON", "[cli][case]") {
  const SmallCase c;
  auto timeline = nlohmann::json::parse(c.run({"build", "herald.txt", "-f", "json"}).out);
  timeline["conflicts"] = {{{"event", "e1"}, {"cycle", nlohmann::json::array()}, {"reason", "They disagree."}}};
  c.folder.write("case.json", timeline.dump());
  const Run run = c.run({"build", "case.json", "-f", "text"});
  CHECK(run.exit == 2);
  CHECK(run.err == "annal: case.json: /conflicts/0/event: names an event without accounts\n");
}

TEST_CASE("an event is about whoever a document names where another one says you", "[cli][case]") {
  const SmallCase c;
  for (const char* first : {"minutes.txt", "letter.eml"}) {
    const char* second = first[0] == 'm' ? "letter.eml" : "minutes.txt";
    const Run run = c.run({"build", first, second, "-f", "csv", "--about", "Orel"});
    INFO(run.err << run.out);
    CHECK(run.exit == 0);
    CHECK(run.out.find("The council hired Jane Orel") != std::string::npos);
  }
}

TEST_CASE("where nothing fits, one line says so and what there is; the exit code is 1", "[cli][case]") {
  const SmallCase c;
  struct Row {
    std::vector<std::string> asked;
    const char* event;
    const char* day;
  };
  const auto row = GENERATE(values<Row>({
      {{"--about", "Wier"},
       "the timeline has no event of 'Wier'; there is Anton Weir",
       "the timeline has no event of 'Wier'; there is Anton Weir"},
      {{"--from", "2050"},
       "no event fits --from 2050-01-01; the events reach from 2014-06-02 to 2014-07-06",
       "no day fits --from 2050-01-01; the days reach from 2014-06-02 to 2014-07-06"},
      {{"--about", "Weir", "--to", "2013"},
       "no event of 'Weir' fits --to 2013-12-31; the events reach from 2014-06-02 to 2014-07-06",
       "no day with 'Weir' fits --to 2013-12-31; the days reach from 2014-06-02 to 2014-07-06"},
  }));
  for (const char* command : {"build", "order", "days"}) {
    std::vector<std::string> words{command, "herald.txt", "post.txt"};
    if (words.front() == "build") words.insert(words.end(), {"-f", "json"});
    words.insert(words.end(), row.asked.begin(), row.asked.end());
    const Run run = c.run(words);
    CHECK(run.exit == 1);
    CHECK(run.err == std::string("annal: 2 documents: ") + (words.front() == "days" ? row.day : row.event) + "\n");
  }
}

TEST_CASE("the days of a participant are those of events that it takes part in", "[cli][case]") {
  const SmallCase c;
  const Run run = c.run({"days", "herald.txt", "minutes.txt", "letter.eml", "--about", "Jane Orel"});
  CHECK(run.exit == 0);
  CHECK(run.out.find("10 Jul 2014") != std::string::npos);
  CHECK(run.out.find("5 Jul 2014") == std::string::npos);
}

TEST_CASE("a warning of a case that is read back says of which document it is", "[cli][case]") {
  const SmallCase c;
  c.folder.write("2014-07-12-notes.txt", "The council met yesterday.\n");
  const Run built = c.run({"build", "2014-07-12-notes.txt", "herald.txt", "-f", "json"});
  c.folder.write("case.json", built.out);
  const Run back = c.run({"build", "case.json", "-f", "svg"});
  CHECK(back.err.starts_with("annal: case.json: 2014-07-12-notes.txt: the text states no date of writing"));
}

TEST_CASE("JSON over several lines is a line of JSON lines", "[cli][case]") {
  const SmallCase c;
  const std::string pretty = c.run({"build", "herald.txt", "-f", "json"}).out;
  REQUIRE(pretty.starts_with("{\n"));
  const std::string other = c.run({"build", "post.txt", "-f", "json"}).out;
  c.folder.write("timelines.jsonl", pretty + other);
  const Run merged = c.run({"merge", "timelines.jsonl", "-f", "text"});
  CHECK(merged.err.empty());
  CHECK(merged.out.starts_with("2 sources"));
  const Run article = c.run({"merge", "herald.txt"});
  CHECK(article.exit == 2);
  CHECK(
      article.err.ends_with("annal: no timeline can be read; articles are for annal build, and annal merge takes the "
                            "timelines that annal batch wrote\n"));
}

TEST_CASE("two days of writing behind one name are told; one behind its name goes before that of its folder",
          "[cli][case]") {
  const SmallCase c;
  const Run two = c.run({"build", "herald.txt:2014-07-08", "herald.txt:2014-07-09", "post.txt", "-f", "text"});
  CHECK(two.exit == 1);
  CHECK(
      two.err ==
      "annal: herald.txt: two dates of writing are stated, 2014-07-08 and 2014-07-09; state one; the first is taken\n");
  CHECK(c.run({"build", "herald.txt:2014-07-08", "herald.txt:2014-07-08", "post.txt", "-f", "text"}).err.empty());
  for (const std::vector<std::string>& operands :
       {std::vector<std::string>{".:2014-01-01", "post.txt:2014-02-02"}, {"post.txt:2014-02-02", ".:2014-01-01"}}) {
    const Run run = c.run({"build", operands[0], operands[1], "-f", "json"});
    CHECK(run.out.find("2014-02-02") != std::string::npos);
  }
}

TEST_CASE("a mailbox whose mails begin with an address alone is a mailbox, and a file without mails is refused",
          "[cli][case]") {
  const SmallCase c;
  c.folder.write("bare.mbox",
                 "From weir@example.org\nFrom: Weir <weir@example.org>\nDate: Fri, 11 Jul 2014 09:00:00 +0200\n"
                 "Subject: The mill\n\nThe mill burned yesterday.\n\nFrom orel@example.org\n"
                 "From: Orel <orel@example.org>\nDate: Sat, 12 Jul 2014 09:00:00 +0200\nSubject: The bridge\n\n"
                 "From Vell: the bridge opened yesterday.\n");
  const Run bare = c.run({"build", "bare.mbox", "-f", "json"});
  CHECK(nlohmann::json::parse(bare.out)["documents"].size() == 2);
  c.folder.write("nobody.txt", "From \nFrom: the mill burned on 3 May 2014.\n");
  CHECK(c.run({"build", "nobody.txt", "-f", "text"}).err == "annal: nobody.txt: no event found\n");
  c.folder.write("text.mbox", "The mill burned on 3 May 2014.\n");
  const Run text = c.run({"build", "text.mbox"});
  CHECK(text.exit == 2);
  CHECK(text.err ==
        "annal: text.mbox: no mail in it begins with a line as \"From weir@example.org Fri Jul 11 09:00:00 2014\", its "
        "header below it; save text as .txt\n");
}

TEST_CASE("a proof by what documents disagree on quotes each of them", "[cli][case]") {
  const SmallCase c;
  const Run run = c.run({"order", "herald.txt", "post.txt", "--why", "closed", "resigned"});
  INFO(run.err << run.out);
  CHECK(run.exit == 0);
  CHECK(
      run.out.find("\n  herald.txt:1:31  \"Mayor Anton Weir resigned on 5 July 2014.\"\n  post.txt:1:29  \"Mayor Anton "
                   "Weir resigned on 6 July 2014.\"  e") != std::string::npos);
}

TEST_CASE("the dates of several articles are listed one after the other", "[cli][case]") {
  const SmallCase c;
  const Run text = c.run({"dates", "minutes.txt", "letter.eml", "none.txt"});
  CHECK(text.exit == 1);
  CHECK(text.err == "annal: cannot read none.txt: no such file\n");
  CHECK(text.out.starts_with("minutes.txt\n"));
  CHECK(text.out.find("\n\nletter.eml\n") != std::string::npos);
  const Run json = c.run({"dates", "herald.txt", "post.txt", "-f", "json"});
  CHECK(json.exit == 0);
  const std::size_t end = json.out.find('\n');
  for (const std::string& line : {json.out.substr(0, end), json.out.substr(end + 1)})
    CHECK(nlohmann::json::parse(line)["timexes"].size() == (line == json.out.substr(0, end) ? 3 : 2));
  CHECK(c.run({"dates", "none.txt", "nor.txt"}).exit == 2);
  const Run timeml = c.run({"dates", "herald.txt", "post.txt", "-f", "timeml"});
  CHECK(timeml.exit == 2);
  CHECK(timeml.err == "annal: -f timeml is of one article; give one, or choose -f text or json\n");
}

TEST_CASE("a page that annal drew is no document of a folder, and by itself the timeline that it shows",
          "[cli][case]") {
  const SmallCase c;
  CHECK(c.run({"build", "herald.txt", "-o", "herald.html"}).exit == 0);
  CHECK(c.run({"build", ".", "-o", "case.html"}).exit == 0);
  const Run folder = c.run({"order", "."});
  CHECK(folder.exit == 0);
  CHECK(folder.err.find("annal: ./case.html: a page that annal drew; left out\n") != std::string::npos);
  const Run beside = c.run({"order", "herald.txt", "herald.html", "post.txt"});
  CHECK(beside.err == "annal: herald.txt: stands there twice; it is one source\n");
  const Run page = c.run({"build", "herald.html", "-f", "csv"});
  CHECK(page.out == c.run({"build", "herald.txt", "-f", "csv"}).out);
  const Run refused = c.run({"order", "case.html"});
  CHECK(refused.exit == 2);
  CHECK(
      refused.err ==
      "annal: case.html: a page that annal drew of several documents; give these, or a timeline built of them with -f "
      "json\n");
}

}  // namespace annal::test
