// annal batch: a line out for each line in, in order, whatever is wrong with some of them.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

std::vector<nlohmann::json> lines_of(const std::string& out) {
  std::istringstream stream(out);
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

/// Articles of different lengths; every eighth line is none.
std::string many_articles(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string id = "\"id\": \"a" + std::to_string(i) + "\"";
    if (i % 8 == 5) {
      lines += "{" + id + "}\n";
      continue;
    }
    std::string text;
    for (int k = 0; k <= i % 5; ++k)
      text += "The mill burned on " + std::to_string(k + 1) + " May 20" + std::to_string(10 + i % 9) +
              " and was rebuilt three years later. ";
    lines += "{" + id + ", \"text\": \"" + text + "\"}\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("a batch answers each line in its place", "[cli][batch]") {
  const Run run =
      annal({"batch"},
            "{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}\n"
            "\n"
            "{\"id\": \"b\", \"text\": \"The bridge opened yesterday.\", \"dct\": \"2016-11-14\", \"title\": \"Open\", "
            "\"url\": \"u\", \"lang\": \"en\", \"more\": 1}");
  CHECK(run.exit == 0);
  CHECK(run.err.starts_with("annal: 2 documents; "));
  const auto lines = lines_of(run.out);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0]["schema"] == "annal-timeline/2");
  CHECK(lines[0]["documents"][0]["id"] == "a");
  CHECK(lines[0]["timexes"][0]["value"] == "2014-05-03");
  CHECK(lines[1]["documents"][0]["id"] == "b");
  CHECK(lines[1]["documents"][0]["title"] == "Open");
  CHECK(lines[1]["documents"][0]["url"] == "u");
  CHECK(lines[1]["documents"][0]["dct"]["source"] == "given");
  CHECK(lines[1]["timexes"][0]["value"] == "2016-11-13");
}

TEST_CASE("a batch in TimeML gives the id and the document", "[cli][batch]") {
  const Run run =
      annal({"batch", "--format", "timeml"}, "{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}\n");
  CHECK(run.exit == 0);
  const auto lines = lines_of(run.out);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].size() == 2);
  CHECK(lines[0]["id"] == "a");
  CHECK(lines[0]["tml"].get<std::string>().find("value=\"2014-05-03\"") != std::string::npos);
}

TEST_CASE("a bad line is answered with its number, its id where it has one, and the reason", "[cli][batch]") {
  struct Row {
    std::string line;
    std::string answer;
  };
  const auto row = GENERATE(values<Row>({
      {"nonsense", R"({"line":2,"error":"invalid JSON at byte 2: Invalid value; each line must be a JSON object"})"},
      {"[1]", R"({"line":2,"error":"not a JSON object; write {\"id\": ..., \"text\": ...}"})"},
      {"{\"text\": \"x\"}", R"({"line":2,"error":"\"id\" is missing; write {\"id\": ..., \"text\": ...}"})"},
      {"{\"id\": 7, \"text\": \"x\"}", R"({"line":2,"error":"\"id\" must be a string; put it in quotation marks"})"},
      {"{\"id\": \"b\"}",
       R"({"id":"b","line":2,"error":"there is no \"text\", \"html\" or \"tml\"; give the article as one of them"})"},
      {"{\"id\": \"b\", \"html\": \"<p>\"}",
       R"({"id":"b","line":2,"error":"\"html\": the page shows no text; give it an article to read"})"},
      {"{\"id\": \"b\", \"text\": \"x\", \"text\": \"y\"}",
       R"({"id":"b","line":2,"error":"\"text\" occurs more than once; keep one of them"})"},
      {"{\"id\": \"b\", \"text\": \"\"}", R"({"id":"b","line":2,"error":"\"text\" is empty; leave the line out"})"},
      {"{\"id\": \"b\", \"text\": \"x\", \"dct\": \"soon\"}",
       R"({"id":"b","line":2,"error":"\"dct\": 'soon' is no date of the form 2016-11-14 or 2016-11-14T06:30"})"},
      {"{\"id\": \"b\", \"text\": \"x\", \"lang\": \"xx\"}",
       R"({"id":"b","line":2,"error":"\"lang\": unknown language 'xx'; available: )" + languages() + "\"}"},
  }));
  const std::string good = "{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}\n";
  const Run run = annal({"batch", "-f", "timeml"}, good + row.line + "\n" + good);
  INFO(row.line);
  CHECK(run.exit == 1);
  CHECK(run.err.starts_with("annal: 3 documents, 1 invalid (see the error lines in the output); "));
  std::istringstream stream(run.out);
  std::string first, second, third;
  REQUIRE(std::getline(stream, first));
  REQUIRE(std::getline(stream, second));
  REQUIRE(std::getline(stream, third));
  CHECK(second == row.answer);
  CHECK(first == third);
}

TEST_CASE("bytes that are no UTF-8 make a bad line, not a bad output", "[cli][batch]") {
  const Run run = annal({"batch"}, "{\"id\": \"a\", \"text\": \"caf\xe9\"}\n");
  CHECK(run.exit == 1);
  CHECK(run.out ==
        "{\"line\":1,\"error\":\"invalid JSON at byte 25: Invalid encoding in string; each line must be a JSON "
        "object\"}\n");
}

TEST_CASE("nesting of any depth is answered", "[cli][batch]") {
  const Run run = annal({"batch"}, std::string(200000, '[') + "\n");
  CHECK(run.exit == 1);
  CHECK(run.out.find("\"line\":1") != std::string::npos);
}

TEST_CASE("an empty batch is an empty answer", "[cli][batch]") {
  const Run run = annal({"batch"}, "");
  CHECK(run.exit == 0);
  CHECK(run.out.empty());
  CHECK(run.err.starts_with("annal: 0 documents; 0 B in, 0 B out, "));
}

TEST_CASE("the bytes of a batch are the same for any number of threads", "[cli][batch]") {
  const std::string articles = many_articles(60);
  const Run one = annal({"batch", "--jobs", "1"}, articles);
  CHECK(one.exit == 1);
  CHECK(lines_of(one.out).size() == 60);
  for (const char* jobs : {"2", "4"}) {
    const Run more = annal({"batch", "--jobs", jobs}, articles);
    CHECK(more.exit == one.exit);
    CHECK(more.out == one.out);
  }
}

TEST_CASE("the shards of some files, one after the other, are the whole, with the numbers of bad lines",
          "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", many_articles(25));
  folder.write("b.jsonl", "");
  folder.write("c.jsonl", many_articles(7) + "\n\n" + many_articles(9) + "{\"id\": \"last\", \"text\": \"In 2014.\"}");
  const int count = GENERATE(1, 2, 3, 7, 100);
  const std::string files = "a.jsonl b.jsonl c.jsonl";
  const Run whole = shell("$ANNAL batch " + files, folder.path());
  CHECK(whole.exit == 1);
  CHECK(whole.out.find("\"file\":\"c.jsonl\",\"line\":15,") != std::string::npos);
  const Run shards = shell("for i in $(seq " + std::to_string(count) + "); do $ANNAL batch " + files + " --shard $i/" +
                               std::to_string(count) + "; done",
                           folder.path());
  CHECK(shards.out == whole.out);
}

TEST_CASE("a compressed file belongs whole to one shard", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", many_articles(8));
  folder.write("b.jsonl", many_articles(11));
  folder.write("c.jsonl", many_articles(5));
  const Run whole = shell("gzip b.jsonl && $ANNAL batch a.jsonl b.jsonl.gz c.jsonl", folder.path());
  CHECK(lines_of(whole.out).size() == 24);
  const Run shards =
      shell("for i in 1 2 3 4 5; do $ANNAL batch a.jsonl b.jsonl.gz c.jsonl --shard $i/5; done", folder.path());
  CHECK(shards.out == whole.out);
}

TEST_CASE("what cannot be shared out among shards is refused with a way to mend it", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", many_articles(2));
  struct Row {
    std::string line, message;
  };
  const auto row = GENERATE(values<Row>({
      {"cat a.jsonl | $ANNAL batch --shard 1/2",
       "standard input is a pipe and cannot be split; name the files instead"},
      {"gzip -k a.jsonl; $ANNAL batch --shard 1/2 a.jsonl.gz", "a.jsonl.gz is compressed and cannot be split"},
      {"$ANNAL batch --shard 3/2 a.jsonl", "'3/2' is not a shard; write 3/64 for the third of 64"},
      {"$ANNAL batch --shard 0/2 a.jsonl", "'0/2' is not a shard"},
      {"$ANNAL batch --shard 1/2x a.jsonl", "'1/2x' is not a shard"},
  }));
  const Run run = shell(row.line, folder.path());
  INFO(row.line << ": " << run.err);
  CHECK(run.exit == 2);
  CHECK(run.out.empty());
  CHECK(run.err.find(row.message) != std::string::npos);
}

TEST_CASE("standard input from a file can be cut into shards", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", many_articles(9));
  const Run whole = shell("$ANNAL batch < a.jsonl", folder.path());
  const Run shards = shell("$ANNAL batch --shard 1/2 < a.jsonl; $ANNAL batch --shard 2/2 < a.jsonl", folder.path());
  CHECK(shards.out == whole.out);
}

TEST_CASE("gzip and zstd go in and out, several members and frames too", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", many_articles(40));
  const Run plain = shell("cat a.jsonl a.jsonl | $ANNAL batch", folder.path());
  const auto row =
      GENERATE(as<std::string>{}, "gzip -k a.jsonl; cat a.jsonl.gz a.jsonl.gz | $ANNAL batch",
               "gzip -k a.jsonl; cat a.jsonl.gz a.jsonl.gz > b.gz; $ANNAL batch b.gz",
               "cat a.jsonl a.jsonl > b; $ANNAL batch b -o o.jsonl.gz; zcat o.jsonl.gz",
               "cat a.jsonl a.jsonl | $ANNAL batch --compress gzip | zcat",
               "cat a.jsonl a.jsonl > b; $ANNAL batch b -o o.jsonl.zst; $ANNAL batch o.jsonl.zst -o /dev/null; "
               "cat a.jsonl a.jsonl > b; $ANNAL batch b");
  const Run run = shell(row, folder.path());
  INFO(row);
  CHECK(run.out == plain.out);
}

TEST_CASE("what zstd wrote is read again", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", many_articles(3));
  // Timelines are no articles, but each is a line with an id and without a text: three bad lines.
  const Run run =
      shell("$ANNAL batch a.jsonl -o o.jsonl.zst; head -c 4 o.jsonl.zst | od -An -tx1; $ANNAL batch o.jsonl.zst",
            folder.path());
  CHECK(run.out.starts_with(" 28 b5 2f fd\n"));
  CHECK(lines_of(run.out.substr(13)).size() == 3);
}

TEST_CASE("compressed data that are cut short or damaged end the run after what is whole", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", many_articles(3));
  const Run cut =
      shell("gzip -k a.jsonl; head -c -12 a.jsonl.gz > b.gz; $ANNAL batch b.gz -o out.jsonl; ls", folder.path());
  CHECK(cut.err == "annal: cannot read b.gz: its compressed data is truncated\n");
  CHECK(cut.out.find("out.jsonl") == std::string::npos);
  const Run damaged =
      shell("printf '\\037\\213\\010\\377garbage garbage garbage' > c.gz; $ANNAL batch c.gz", folder.path());
  CHECK(damaged.exit == 2);
  CHECK(damaged.err.find("cannot read c.gz: its gzip data is damaged") != std::string::npos);
}

TEST_CASE("where the system lets few threads begin, those do the work, and it is said", "[cli][batch]") {
#ifdef __has_feature
#if __has_feature(address_sanitizer)
  return;  // it needs all addresses that there are
#endif
#endif
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 3000; ++i)
    lines += "{\"id\": \"a" + std::to_string(i) + "\", \"text\": \"It closed on 3 May 2014.\"}\n";
  folder.write("a.jsonl", lines);
  const Run alone = shell("$ANNAL batch a.jsonl --jobs 1", folder.path());
  // Each thread takes 8 MiB of addresses for its stack, and more for its memory.
  const Run few = shell("ulimit -s 262144; ulimit -v 1500000; $ANNAL batch a.jsonl --jobs 64", folder.path());
  CHECK(few.exit == 0);
  CHECK(few.out == alone.out);
  CHECK(few.err.find(" of 64 threads; request fewer with --jobs\n") != std::string::npos);
}

TEST_CASE("what is still written into an input while it is read is left for another run", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", "{\"id\": \"a\", \"text\": \"It closed.\"}\n");
  // What is written goes to the end of what is read.
  const Run run = shell("timeout 20 $ANNAL batch a.jsonl >> a.jsonl; echo $?; wc -l < a.jsonl", folder.path());
  CHECK(run.out == "0\n2\n");
}

TEST_CASE("a named pipe is opened once", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", "{\"id\": \"a\", \"text\": \"It closed.\"}\n");
  const Run run = shell("mkfifo pipe; cat a.jsonl > pipe & timeout 20 $ANNAL batch pipe | wc -l", folder.path());
  CHECK(run.out == "1\n");
}

}  // namespace annal::test
