// The tree keeps its own rules: which folder may include which, and that words to be recognised live in data/lang.
// How the files are written is checked by tests/style/check.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "core/lang/language.h"
#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::vector<std::string> parts{"core",  "reader", "timeline", "render", "api",
                                     "batch", "store",  "serve",    "mcp",    "cli"};

/// The folders within a part, each of which includes only those to its left. The files that stand above them (the
/// types that all hand on, and the pipeline) may be included by all, and the pipeline includes all.
const std::map<std::string, std::vector<std::string>> subfolders{
    {"core", {"unicode", "calendar", "lang", "text", "syntax", "grammar", "normalize", "dct"}},
    {"timeline", {"model", "event", "network", "tlink", "explain", "timeml", "collection", "entries", "json", "edits"}},
    {"render", {"encode", "labels", "view", "svg", "text", "graph", "export", "page"}},
    {"render/svg", {"axis", "layout", "write"}},
};

std::vector<std::filesystem::path> sources(const std::string& part) {
  std::vector<std::filesystem::path> found;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(ANNAL_SOURCE_DIR) / part)) {
    const auto extension = entry.path().extension();
    if (extension == ".cc" || extension == ".h") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::istringstream stream(read_all(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string shown(const std::filesystem::path& file) {
  return std::filesystem::relative(file, ANNAL_SOURCE_DIR).string();
}

/// The string literals of a C++ text in runs: neighbours with nothing but commas, braces and white space between them.
std::vector<std::vector<std::string>> literal_runs(const std::string& text) {
  std::vector<std::vector<std::string>> runs(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.compare(i, 2, "//") == 0) {
      i = std::min(text.find('\n', i), text.size());
    } else if (c == '\'' && i > 0 && std::isdigit(static_cast<unsigned char>(text[i - 1])) == 0) {
      for (++i; i < text.size() && text[i] != '\''; ++i) {
        if (text[i] == '\\') ++i;
      }
      runs.emplace_back();
    } else if (c == '"') {
      std::string literal;
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\\') ++i;
        literal += text[i];
      }
      runs.back().push_back(literal);
    } else if (c != ',' && c != '{' && c != '}' && c != '(' && c != ')' &&
               std::isspace(static_cast<unsigned char>(c)) == 0) {
      if (!runs.back().empty()) runs.emplace_back();
    }
  }
  return runs;
}

}  // namespace

TEST_CASE(
    "a folder includes only itself and the folders to its left: core, reader, timeline, render, api, batch, store, "
    "serve, mcp, cli",
    "[layout]") {
  for (std::size_t own = 0; own < parts.size(); ++own) {
    for (const auto& file : sources(parts[own])) {
      for (const std::string& line : lines_of(file)) {
        if (!line.starts_with("#include \"")) continue;
        const std::string target = line.substr(10, line.find('/', 10) - 10);
        INFO(shown(file) << ": " << line);
        const auto rank = std::ranges::find(parts, target) - parts.begin();
        CHECK(static_cast<std::size_t>(rank) <= own);
      }
    }
  }
}

TEST_CASE("within a part a folder includes only itself and the folders to its left", "[layout]") {
  for (const auto& [part, order] : subfolders) {
    const auto rank_of = [&order = order](const std::string& path, std::size_t from) {
      const std::string folder = path.substr(from, path.find('/', from) - from);
      return std::ranges::find(order, folder) - order.begin();
    };
    for (const auto& file : sources(part)) {
      const std::string own = shown(file);
      if (own.find('/', part.size() + 1) == std::string::npos) continue;  // a file above the folders
      const auto own_rank = rank_of(own, part.size() + 1);
      CHECK(own_rank < std::ssize(order));
      for (const std::string& line : lines_of(file)) {
        if (!line.starts_with("#include \"" + part + "/")) continue;
        const std::string target = line.substr(10, line.find('"', 10) - 10);
        if (target.find('/', part.size() + 1) == std::string::npos) continue;
        INFO(own << ": " << line);
        CHECK(rank_of(target, part.size() + 1) <= own_rank);
      }
    }
  }
}

TEST_CASE("literal runs are the neighbours in a list and nothing across code", "[layout]") {
  const auto runs =
      literal_runs("f({\"may\", \"june\",\n \"ju\\\"ly\"}); // \"no\", \"comment\"\n x = 'a'; g(\"on\" + \"off\");");
  std::vector<std::vector<std::string>> filled;
  for (const auto& run : runs) {
    if (!run.empty()) filled.push_back(run);
  }
  CHECK(filled == std::vector<std::vector<std::string>>{{"may", "june", "ju\"ly"}, {"on"}, {"off"}});
}

TEST_CASE("no C++ file holds a list of words that the lexicon knows", "[layout]") {
  const Language* english = Language::find("en");
  REQUIRE(english != nullptr);
  // Words that are written, not recognised, and names of our own, by the first word of each list.
  const std::set<std::string> written{
      "core/calendar/names.cc: second",                  // names of granularities
      "timeline/explain/pair_relation_text.cc: before",  // relations of Allen
      "core/syntax/labels.cc: case",                     // relations of Universal Dependencies
      "cli/options.h: build",                            // commands
      "cli/shared_options.cc: place",                    // what lanes group by
      "timeline/entries/entry_table.cc: date",           // kinds of columns, as data/html/columns.txt has them
      "api/request.cc: documents",                       // members of requests
      "api/request.cc: all",                             // those of them that select events
      "timeline/json/read_entries.cc: credit",           // members of JSON
      "timeline/json/read_entries.cc: source",           // the same, of an event
  };
  std::set<std::string> seen;
  for (const std::string& part : parts) {
    for (const auto& file : sources(part)) {
      for (const auto& run : literal_runs(read_all(file))) {
        std::string known, place;
        std::size_t count = 0;
        for (const std::string& literal : run) {
          // Capitals throughout are TimeML's own names; marks are no words.
          const bool letters = std::ranges::any_of(literal, [](char c) { return c >= 'a' && c <= 'z'; });
          if (!letters || literal.size() < 2 || english->lookup(literal).empty()) continue;
          if (known.empty()) place = shown(file) + ": " + literal;
          known += literal + ' ';
          ++count;
        }
        if (count < 3 || written.contains(place)) {
          seen.insert(place);
          continue;
        }
        FAIL_CHECK(shown(file) << " lists words that belong in data/lang: " << known);
      }
    }
  }
  for (const std::string& place : written) {
    INFO("an exception that nothing needs any more: " << place);
    CHECK(seen.contains(place));
  }
}

}  // namespace annal::test
