#include "cli/open_folders.h"

#include <algorithm>
#include <system_error>

#include "batch/files.h"
#include "render/encode/escape.h"

namespace annal {
namespace {

namespace fs = std::filesystem;

bool lies_in(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

}  // namespace

Result<OpenFolders> OpenFolders::of(const std::vector<std::string>& folders) {
  OpenFolders open;
  for (const std::string& folder : folders) {
    std::error_code error;
    fs::path real = fs::canonical(folder, error);
    if (error) return fail(Code::unreadable, "cannot open " + shown(folder) + ": " + reason_of(error.value()));
    if (!fs::is_directory(real, error)) return fail(Code::unreadable, shown(folder) + " is no folder");
    open.folders_.push_back(std::move(real));
  }
  return open;
}

Result<std::string> OpenFolders::read(const std::string& path) const {
  for (const fs::path& folder : folders_) {
    std::error_code error;
    const fs::path real = fs::canonical(folder / path, error);  // an absolute path stays itself
    if (error || !lies_in(real, folder) || !fs::is_regular_file(real, error)) continue;
    return read_file(real.string());
  }
  return fail(Code::unreadable, "there is no file '" + visible(path) + "' in the folders that are open");
}

}  // namespace annal
