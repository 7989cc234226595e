// Runs the real program as a shell would, and keeps what it printed; and a folder of its own for each test.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/lang/language.h"

namespace annal::test {

/// The tags of all languages, as messages list them: "auto, de, en".
inline std::string languages() {
  std::string list = "auto";
  for (const std::string_view tag : Language::tags()) list += ", " + std::string(tag);
  return list;
}

struct Run {
  int exit = -1;  ///< its exit code; 128 + the signal where one ended it
  std::string out, err;
};

/// `annal WORDS...` with `input` as standard input, in folder `where` (the current one where empty).
Run annal(const std::vector<std::string>& words, std::string_view input = {}, const std::filesystem::path& where = {});

/// A line of sh with `$ANNAL` for the program, in folder `where`.
Run shell(const std::string& line, const std::filesystem::path& where);

/// An empty folder that goes when the test ends.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file and returns its name.
  std::string write(const std::string& name, std::string_view bytes) const;
  std::string read(const std::string& name) const;
  /// The names of all that lies in it, hidden files too, sorted and parted by blanks.
  std::string listing() const;

 private:
  std::filesystem::path path_;
};

std::string read_all(const std::filesystem::path& file);

}  // namespace annal::test
