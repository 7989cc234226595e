// The folders of the user that another program may read files in, by their paths.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"

namespace annal {

class OpenFolders {
 public:
  /// Errors: unreadable: one of them is no folder.
  static Result<OpenFolders> of(const std::vector<std::string>& folders);

  /// The bytes of a regular file in one of the folders, or below: `path` is absolute, or begins in one of them. Links
  /// are followed, and have to lead to such a file too.
  ///
  ///   errors   unreadable: it is not there, lies outside, or cannot be read
  Result<std::string> read(const std::string& path) const;

 private:
  std::vector<std::filesystem::path> folders_;  ///< without links
};

}  // namespace annal
