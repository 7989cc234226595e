// Every sample article gives the timeline in tests/golden, byte for byte. After a wanted change: ./check --bless, and
// read the diff.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

std::vector<std::string> samples() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/data/samples")) {
    if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

/// The first line in which they differ, since two long texts side by side tell a reader nothing.
std::string difference(const std::string& expected, const std::string& found) {
  if (expected == found) return "";
  std::istringstream left(expected), right(found);
  for (int line = 1;; ++line) {
    std::string a, b;
    const bool more_a = static_cast<bool>(std::getline(left, a)), more_b = static_cast<bool>(std::getline(right, b));
    if (a != b || more_a != more_b) return "line " + std::to_string(line) + "\n  expected: " + a + "\n  found:    " + b;
    if (!more_a) return "the end of the last line";
  }
}

}  // namespace

TEST_CASE("each sample article gives its expected timeline", "[cli][golden]") {
  const std::string golden = ANNAL_SOURCE_DIR "/tests/golden/";
  for (const std::string& name : samples()) {
    const std::string article = std::string(ANNAL_SOURCE_DIR "/data/samples/") + name + ".txt";
    INFO(name << "; if the change is wanted: ./check --bless");
    CHECK(difference(read_all(golden + name + ".json"), annal({"build", article, "-f", "json"}).out) == "");
    CHECK(difference(read_all(golden + name + ".text"), annal({"build", article, "-f", "text"}).out) == "");
  }
}

TEST_CASE("there are at least five sample articles, and no expected timeline without its article", "[cli][golden]") {
  const std::vector<std::string> names = samples();
  CHECK(names.size() >= 5);
  for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/tests/golden")) {
    if (!entry.path().has_extension()) continue;
    INFO(entry.path());
    CHECK(std::ranges::find(names, entry.path().stem().string()) != names.end());
  }
}

TEST_CASE("the same article gives the same bytes from a file, a pipe and twice", "[cli][golden]") {
  const std::string article = ANNAL_SOURCE_DIR "/data/samples/" + samples().front() + ".txt";
  for (const std::string format : {"svg", "timeml", "dot", "graph-svg", "text"}) {
    INFO(format);
    const Run first = annal({"build", article, "-f", format});
    CHECK(first.exit == 0);
    CHECK(first.out == annal({"build", article, "-f", format}).out);
    if (format != "timeml") CHECK(first.out == annal({"build", "-", "-f", format}, read_all(article)).out);
  }
}

}  // namespace annal::test
