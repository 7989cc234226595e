// Files are kept by their paths from the folder of the store, so that a case can be moved as a whole.
#include "cli/stored_case.h"

#include <filesystem>
#include <map>
#include <optional>
#include <system_error>

namespace annal {
namespace {

/// The path of a file as the store in `folder` names it.
std::string path_from(const std::filesystem::path& folder, const std::string& file) {
  std::error_code unknown;
  const std::filesystem::path whole = std::filesystem::weakly_canonical(std::filesystem::absolute(file), unknown);
  return unknown ? file : whole.lexically_relative(folder).string();
}

/// Puts units where they belong.
class StoreWriter {
 public:
  StoreWriter(CaseStore& store, const std::vector<std::string>& paths) : store_(store), paths_(paths) {}

  Result<void> put(const BuiltUnit& unit) {
    if (file_ != unit.file) {
      if (auto ended = end(true); !ended) return ended;
      if (unit.broken) return {};
      if (auto begun = store_.begin_file(paths_[unit.file], unit.edits); !begun) return begun;
      file_ = unit.file;
    }
    if (unit.broken) return end(false);
    if (unit.unchanged) return store_.keep_unit(unit.fingerprint);
    return store_.put_unit(unit.fingerprint, unit.timelines);
  }

  Result<void> end(bool whole) {
    if (!file_) return {};
    file_.reset();
    return store_.end_file(whole);
  }

 private:
  CaseStore& store_;
  const std::vector<std::string>& paths_;
  std::optional<std::size_t> file_;  ///< the one that is begun
};

}  // namespace

Result<CaseStore> update_store(const Arguments& arguments, const std::vector<InputFile>& files, DocumentOptions options,
                               const std::function<void(const BuiltUnit&)>& report) {
  auto store = CaseStore::open(arguments.store, files.empty() ? CaseStore::Missing::refuse : CaseStore::Missing::make);
  if (!store) return store;
  std::error_code unknown;
  const std::filesystem::path folder =
      std::filesystem::weakly_canonical(std::filesystem::absolute(arguments.store), unknown).parent_path();
  std::vector<std::string> paths;
  std::map<std::string, std::string> stored_path;
  for (const InputFile& file : files) {
    if (file.path == "-")
      return fail(Code::usage, "--store keeps documents by the names of their files; standard input has none");
    paths.push_back(path_from(folder, file.path));
    stored_path[file.path] = paths.back();
  }
  options.is_known = [&](const InputFile& file, const std::string& fingerprint) {
    return store->is_known(stored_path.at(file.path), fingerprint);
  };
  StoreWriter writer(*store, paths);
  const auto built = build_documents(files, options, [&](const BuiltUnit& unit) {
    report(unit);
    return writer.put(unit);
  });
  if (!built) return tl::unexpected(built.error());
  if (auto ended = writer.end(true); !ended) return tl::unexpected(ended.error());
  return store;
}

}  // namespace annal
