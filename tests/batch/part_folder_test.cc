// annal batch --into: parts that are whole or not there, and a run that goes on where it was stopped, however that was.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

std::string articles(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += "{\"id\": \"a" + std::to_string(i) + "\", \"text\": \"The dam broke on " + std::to_string(1 + i % 28) +
             " May 2014.\"}\n";
  return lines;
}

/// Gives ten of 17 articles to a run through a pipe that stays open, sends it a signal once three parts of three are
/// there, and puts its exit code on standard output.
std::string stopped_by(const std::string& signal) {
  return "mkfifo pipe; env --default-signal=INT \"$ANNAL\" batch --into out --part 3 < pipe & run=$!; exec 3> pipe; "
         "head -n 10 a.jsonl >&3; until [ -e out/part-000002.jsonl ]; do sleep 0.02; done; "
         "kill -" +
         signal + " $run; wait $run; echo $?; exec 3>&-; ";
}

}  // namespace

TEST_CASE("a batch into a folder is parts that make up the whole, and a manifest with their checksums",
          "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(7));
  const Run whole = shell("$ANNAL batch a.jsonl", folder.path());
  const Run parts = shell("$ANNAL batch a.jsonl --into out --part 3; ls -A out; cat out/part-*", folder.path());
  CHECK(parts.exit == 0);
  CHECK(parts.out ==
        "archive.jsonl\nmanifest.jsonl\npart-000000.jsonl\npart-000001.jsonl\npart-000002.jsonl\n" + whole.out);
  std::istringstream manifest(folder.read("out/manifest.jsonl"));
  std::string line;
  REQUIRE(std::getline(manifest, line));
  CHECK(nlohmann::json::parse(line)["inputs"][0]["name"] == "a.jsonl");
  REQUIRE(std::getline(manifest, line));
  const auto part = nlohmann::json::parse(line);
  CHECK(part["part"] == "part-000000.jsonl");
  CHECK(part["documents"] == 3);
  CHECK(part["bytes"] == folder.read("out/part-000000.jsonl").size());
  // gzip's own checksum: the eight bytes at the end of a member hold it and the length.
  const Run gzip = shell("gzip -c out/part-000000.jsonl | tail -c 8 | od -An -tx4 -N4 | tr -d ' \\n'", folder.path());
  CHECK(part["crc32"] == gzip.out);
  std::string last;
  while (std::getline(manifest, line)) last = line;
  CHECK(nlohmann::json::parse(last)["complete"] == true);
}

TEST_CASE("a run that was killed goes on where it was and ends with the same bytes", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(17));
  const std::string signal = GENERATE("KILL", "TERM", "INT");
  const Run whole = shell("$ANNAL batch a.jsonl", folder.path());
  const Run killed = shell(stopped_by(signal) + "cat out/part-*", folder.path());
  INFO(signal << ": " << killed.err);
  const std::string code = signal == "KILL" ? "137\n" : signal == "TERM" ? "143\n" : "130\n";
  REQUIRE(killed.out.starts_with(code));
  // No half part has the name of a whole one.
  CHECK(whole.out.starts_with(killed.out.substr(code.size())));
  if (signal == "INT")
    CHECK(killed.err.find("stopped; the finished part is in out; run the same command again to resume") !=
          std::string::npos);
  const Run rest =
      shell("cat a.jsonl | $ANNAL batch --into out --part 3 --jobs 3; ls -A out | grep -v part; cat out/part-*",
            folder.path());
  CHECK(rest.out == "archive.jsonl\nmanifest.jsonl\n" + whole.out);
  CHECK(rest.err.find(" documents were already done") != std::string::npos);
}

TEST_CASE("a part that is missing or damaged is made again with all after it", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(8));
  const Run whole = shell("$ANNAL batch a.jsonl", folder.path());
  const std::string harm = GENERATE(as<std::string>{}, "rm out/part-000001.jsonl", "echo >> out/part-000001.jsonl",
                                    "tr 2 3 < out/part-000001.jsonl > x; cp x out/part-000001.jsonl",
                                    "head -n 2 out/manifest.jsonl > x; cp x out/manifest.jsonl",
                                    "sed -i '3s/\"next_offset\":[0-9]*/\"next_offset\":9/' out/manifest.jsonl");
  const Run again = shell("$ANNAL batch a.jsonl --into out --part 2; " + harm +
                              "; $ANNAL batch a.jsonl --into out --part 2; cat out/part-*",
                          folder.path());
  INFO(harm << ": " << again.err);
  CHECK(again.out == whole.out);
  CHECK(again.err.find("annal: 6 documents; ") != std::string::npos);
}

TEST_CASE("a finished run is not done again", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(3));
  const Run run = shell("$ANNAL batch a.jsonl --into out && $ANNAL batch a.jsonl --into out", folder.path());
  CHECK(run.exit == 0);
  CHECK(run.err.find("annal: 0 documents; ") != std::string::npos);
  CHECK(run.err.find("; 3 documents were already done\n") != std::string::npos);
}

TEST_CASE("shards share a folder, and their parts in the order of names are the whole", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(29));
  const Run whole = shell("$ANNAL batch a.jsonl", folder.path());
  const Run shards = shell(
      "for i in 3 11 1 2 4 5 6 7 8 9 10; do $ANNAL batch a.jsonl --into out --part 2 --compress gzip --shard $i/11; "
      "done; "
      "zcat out/part-*.jsonl.gz",
      folder.path());
  CHECK(shards.out == whole.out);
}

TEST_CASE("a folder that holds another run is left as it is, and what differs is said", "[cli][batch]") {
  struct Row {
    std::string first, other, why;
  };
  const auto row = GENERATE(values<Row>({
      {"a.jsonl", "b.jsonl", "it was not made from b.jsonl"},
      {"a.jsonl", "a.jsonl b.jsonl", "it was made from 1 inputs, not 2"},
      {"a.jsonl", "a.jsonl --format timeml", "it was written with a different --format"},
      {"a.jsonl", "a.jsonl --part 2", "it was written with a different --part"},
      {"a.jsonl", "a.jsonl --lang de", "it was written with a different --lang"},
      {"a.jsonl", "a.jsonl --compress zstd", "it was written with a different --compress"},
      {"a.jsonl", "a.jsonl --shard 1/2", "it has 1 shards, not 2"},
      {"a.jsonl --shard 1/2", "a.jsonl --shard 2/3", "it has 2 shards, not 3"},
      {"a.jsonl --shard 1/2", "a.jsonl", "it has 2 shards, not 1"},
      {"a.jsonl", "changed/a.jsonl", "the content of a.jsonl has changed"},
      {"a.jsonl --shard 1/2", "changed/a.jsonl --shard 2/2", "the content of a.jsonl has changed"},
      {"a.jsonl.gz", "changed/a.jsonl.gz", "the content of a.jsonl.gz has changed"},
      {"< a.jsonl", "< changed/a.jsonl", "the content of standard input has changed"},
      {"a.jsonl", "< a.jsonl", "it was not made from standard input"},
  }));
  const Folder folder;
  std::string changed = articles(3);
  changed[changed.size() - 20] = changed[changed.size() - 20] == 'M' ? 'N' : 'M';
  folder.write("a.jsonl", articles(3));
  folder.write("b.jsonl", articles(4));
  std::filesystem::create_directory(folder.path() / "changed");
  folder.write("changed/a.jsonl", changed);
  const Run run = shell("gzip -nk1 a.jsonl; gzip -nk1 changed/a.jsonl; $ANNAL batch " + row.first +
                            " --into out || exit 9; md5sum out/* > x; $ANNAL batch " + row.other +
                            " --into out; code=$?; md5sum -c --quiet x; ls -A out | grep -c unfinished; exit $code",
                        folder.path());
  INFO(row.first << "; then " << row.other << ": " << run.err);
  CHECK(run.exit == 2);
  CHECK(run.out == "0\n");
  CHECK(run.err.find("annal: out holds the output of another run: " + row.why + "; choose another folder\n") !=
        std::string::npos);
}

TEST_CASE("a file that is changed in place is another input, whatever its time says", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(5));
  const Run run = shell(
      "touch -d '2020-01-01' a.jsonl; $ANNAL batch a.jsonl --into out --shard 1/2; "
      "sed -i '5s/dam/dim/' a.jsonl; touch -d '2020-01-01' a.jsonl; $ANNAL batch a.jsonl --into out --shard 2/2",
      folder.path());
  CHECK(run.exit == 2);
  CHECK(run.err.find("the content of a.jsonl has changed") != std::string::npos);
}

TEST_CASE("a folder whose archive.jsonl is empty is refused and left as it is", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(5));
  const Run run =
      shell("mkdir out; touch out/archive.jsonl; $ANNAL batch a.jsonl --into out; code=$?; ls out; exit $code",
            folder.path());
  CHECK(run.exit == 2);
  CHECK(run.out == "archive.jsonl\n");
  CHECK(run.err == "annal: out holds the output of another run: its archive.jsonl is empty; choose another folder\n");
}

TEST_CASE("the same input in another place is gone on with", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(6));
  const Run whole = shell("$ANNAL batch a.jsonl", folder.path());
  const Run run = shell(
      "$ANNAL batch a.jsonl --into out --shard 1/2; mkdir x; cp a.jsonl x; $ANNAL batch x/a.jsonl --into out --shard "
      "2/2; cat out/part-*",
      folder.path());
  CHECK(run.exit == 0);
  CHECK(run.out == whole.out);
}

TEST_CASE("a pipe that brings other bytes is another input", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(9));
  folder.write("longer.jsonl", articles(10));
  folder.write("shorter.jsonl", articles(7));
  std::string changed = articles(9);
  changed.replace(changed.find("dam"), 3, "dim");
  folder.write("changed.jsonl", changed);
  const std::string unfinished = GENERATE("", "head -n 2 out/manifest.jsonl > x; cp x out/manifest.jsonl; ");
  const std::string other = GENERATE("longer", "shorter", "changed", "a");
  const Run run = shell("cat a.jsonl | $ANNAL batch --into out --part 4 2> /dev/null; " + unfinished + "cat " + other +
                            ".jsonl | $ANNAL batch --into out --part 4; code=$?; cat out/part-*; exit $code",
                        folder.path());
  CAPTURE(unfinished, other, run.err);
  // A run that is not finished has read no more than its parts hold.
  const bool same = other == "a" || (!unfinished.empty() && other != "changed");
  CHECK(run.exit == (same ? 0 : 2));
  if (!same)
    CHECK((run.err.find("differs from the input of the run to resume") != std::string::npos ||
           run.err.find("holds the output of another run: it is complete for a shorter input") != std::string::npos));
}

TEST_CASE("what lies in the folder under the name of a part is not followed", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(3));
  folder.write("mine", "mine\n");
  const std::string name = GENERATE("part-000000.jsonl", "part-000007.jsonl", "manifest.jsonl", "archive.jsonl",
                                    ".lock", ".lock-archive", ".unfinished.aaaaaa");
  const std::string plant = GENERATE("ln -s ../mine out/", "ln -s ../new out/", "mkfifo out/", "mkdir out/");
  const Run run = shell(
      "mkdir out; " + plant + name + "; timeout 20 $ANNAL batch a.jsonl --into out; code=$?; cat mine; ls; exit $code",
      folder.path());
  CAPTURE(plant, name);
  CHECK(run.exit == 2);
  CHECK(run.out == "mine\na.jsonl\nmine\nout\n");
  CHECK(run.err == "annal: out/" + name + " is not a regular file; remove it or choose another folder\n");
}

TEST_CASE("two runs do not write one shard at the same time", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(4));
  const Run run = shell(
      "mkfifo pipe; $ANNAL batch --into out --part 1 < pipe & exec 3> pipe; head -n 2 a.jsonl >&3; "
      "until [ -e out/part-000000.jsonl ]; do sleep 0.02; done; "
      "cat a.jsonl | $ANNAL batch --into out --part 1; echo $?; exec 3>&-; wait",
      folder.path());
  CHECK(run.out == "2\n");
  CHECK(run.err.find("out: another run is writing into it; wait until it ends") != std::string::npos);
}

TEST_CASE("Ctrl-C says where a stream stopped, and leaves no file that looks whole", "[cli][batch]") {
  const Folder folder;
  folder.write("a.jsonl", articles(200));
  const Run stream = shell(
      "mkfifo pipe; env --default-signal=INT \"$ANNAL\" batch --jobs 1 < pipe > out & run=$!; exec 3> pipe; "
      "cat a.jsonl a.jsonl a.jsonl a.jsonl a.jsonl a.jsonl a.jsonl a.jsonl >&3; until [ -s out ]; do sleep 0.02; done; "
      "kill -INT $run; wait $run; echo $?; exec 3>&-; wc -l < out",
      folder.path());
  REQUIRE(stream.out.starts_with("130\n"));
  const std::string lines = stream.out.substr(4, stream.out.size() - 5);
  CHECK(stream.err.find("stopped after line " + lines + " of standard input; to resume: tail -n +" +
                        std::to_string(std::stoi(lines) + 1) + " | annal batch") != std::string::npos);
  const Run file = shell(
      "mkfifo pipe2; env --default-signal=INT \"$ANNAL\" batch -o file.jsonl < pipe2 & run=$!; exec 3> pipe2; "
      "cat a.jsonl >&3; until ls -A | grep -q '^\\.annal'; do sleep 0.02; done; kill -INT $run; wait $run; echo $?; "
      "exec 3>&-; ls -A",
      folder.path());
  CHECK(file.out == "130\na.jsonl\nout\npipe\npipe2\n");
  CHECK(file.err.find("stopped; file.jsonl was not written") != std::string::npos);
}

}  // namespace annal::test
