// Every sample article gives the text in tests/golden, and two of them the JSON, byte for byte. After a wanted change:
// ./check --bless, and read the diff. A line of the text that is known to be wrong ends in "  # wrong: " and the right
// value, which the comparison leaves out.
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

/// The expected text without its marks of what is wrong.
std::string without_marks(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) out += line.substr(0, line.find("  # wrong: ")) + '\n';
  return out;
}

std::vector<std::filesystem::path> golden_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ANNAL_SOURCE_DIR "/tests/golden"))
    if (entry.path().has_extension()) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
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
  for (const auto& expected : golden_files()) {
    const std::string format = expected.extension().string().substr(1);
    const std::string article = ANNAL_SOURCE_DIR "/data/samples/" + expected.stem().string() + ".txt";
    INFO(expected << "; if the change is wanted: ./check --bless");
    const std::string text = read_all(expected);
    CHECK(difference(format == "text" ? without_marks(text) : text, annal({"build", article, "-f", format}).out) == "");
  }
}

TEST_CASE("there is an expected text for each sample article, the JSON of one, and nothing else", "[cli][golden]") {
  std::vector<std::string> texts;
  std::size_t json = 0, bytes = 0;
  for (const auto& expected : golden_files()) {
    if (expected.extension() == ".text") texts.push_back(expected.stem().string());
    if (expected.extension() == ".json") ++json;
    bytes += std::filesystem::file_size(expected);
  }
  CHECK(texts == samples());
  CHECK(json == 1);
  CHECK(golden_files().size() == texts.size() + json);
  CHECK(bytes < 150'000);  // more is read by nobody
}

TEST_CASE("a mark of what is wrong is no part of the expected text", "[cli][golden]") {
  CHECK(without_marks("a  b  # wrong: c\n\n# d\n") == "a  b\n\n# d\n");
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
