// The folders of all languages look the same, so that whoever knows one finds the line to change in any other.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "core/lang/language.h"

namespace fs = std::filesystem;

namespace annal {
namespace {

using Names = std::set<std::string>;

Names files_in(const fs::path& folder) {
  Names names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

fs::path folder_of(const Language& language, const char* part) {
  return fs::path(ANNAL_SOURCE_DIR) / "data/lang" / std::string(language.tag()) / part;
}

}  // namespace

TEST_CASE("every language has the same grammar files", "[core][lang][files]") {
  const Names expected = files_in(folder_of(Language::fallback(), "grammar"));
  CHECK(expected.size() >= 12);
  for (const Language& language : Language::all()) {
    INFO(language.tag());
    CHECK(files_in(folder_of(language, "grammar")) == expected);
  }
}

TEST_CASE("every language has a holiday table", "[core][lang][files]") {
  for (const Language& language : Language::all()) {
    INFO(language.tag());
    CHECK(files_in(folder_of(language, ".")).contains("holidays.txt"));
  }
}

TEST_CASE("every language has the same lexicon files, but for those that docs/languages.md calls optional",
          "[core][lang][files]") {
  std::ifstream in(fs::path(ANNAL_SOURCE_DIR) / "docs/languages.md");
  std::ostringstream docs;
  docs << in.rdbuf();
  const auto row_of = [&](const std::string& file) {
    const std::size_t at = docs.str().find("| `" + file + "` |");
    return at == std::string::npos ? "" : docs.str().substr(at, docs.str().find('\n', at) - at);
  };
  Names all;
  for (const Language& language : Language::all()) all.merge(files_in(folder_of(language, "lexicon")));
  for (const std::string& file : all) {
    INFO(file);
    const std::string row = row_of(file);
    CHECK_FALSE(row.empty());
    const bool optional = row.find("| optional") != std::string::npos;
    for (const Language& language : Language::all()) {
      INFO(language.tag());
      if (!optional) CHECK(files_in(folder_of(language, "lexicon")).contains(file));
    }
  }
}

}  // namespace annal
