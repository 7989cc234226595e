#include "cli/edits_file.h"

#include <filesystem>
#include <system_error>

#include "batch/files.h"
#include "cli/theme.h"
#include "timeline/edits/read_edits.h"

namespace annal {
namespace {

constexpr const char* extension = ".edits.toml";

bool is_there(const std::string& path) {
  std::error_code unknown;  // what cannot be looked at is told when it is read
  const auto type = std::filesystem::symlink_status(path, unknown).type();
  return type != std::filesystem::file_type::not_found && unknown != std::errc::filename_too_long;
}

}  // namespace

std::vector<std::string> edits_paths(const std::string& article) {
  std::vector<std::string> paths;
  if (article == "-") return paths;
  // article.json, built of article.txt, holds the edits of article.edits.toml already.
  if (const std::filesystem::path path(article); path.extension() != ".json")
    paths.push_back(std::filesystem::path(path).replace_extension().string() + extension);
  if (std::string whole = article + extension; paths.empty() || paths.front() != whole)
    paths.push_back(std::move(whole));
  return paths;
}

Result<EditsFile> find_edits_file(const std::string& article) {
  if (article == "-") return EditsFile{};
  if (article.ends_with(extension))
    return fail(Code::usage, shown(article) + " holds edits; give the article that they are made to");
  const std::vector<std::string> paths = edits_paths(article);
  const bool is_beside = is_there(paths.front()), is_whole = paths.size() > 1 && is_there(paths.back());
  if (is_beside && is_whole)
    return fail(Code::usage,
                shown(paths.front()) + " and " + shown(paths.back()) + " are both there; choose one with --edits");
  return EditsFile{
      .path = is_whole ? paths.back() : paths.front(), .exists = is_beside || is_whole, .toml = {}, .edits = {}};
}

Result<EditsFile> locate_edits_file(const std::string& article, const EditFlags& flags) {
  if (flags.no_file) return EditsFile{};
  if (!flags.file) return find_edits_file(article);
  const bool exists = *flags.file == "-" || is_there(*flags.file);
  return EditsFile{.path = *flags.file, .exists = exists, .toml = {}, .edits = {}};
}

Result<EditsFile> read_edits_file(const std::string& article, const EditFlags& flags) {
  auto located = locate_edits_file(article, flags);
  if (!located || !located->exists) return located;
  EditsFile file = std::move(*located);
  auto toml = read_file(file.path);
  if (!toml) return tl::unexpected(toml.error());
  file.toml = std::move(*toml);
  auto edits = edits_in(file.toml, file.path);
  if (!edits) return tl::unexpected(edits.error());
  file.edits = std::move(*edits);
  return file;
}

Result<void> require_stated_file(const EditsFile& file, const EditFlags& flags) {
  if (flags.file && !file.exists) return fail(Code::usage, "cannot read " + shown(file.path) + ": no such file");
  return {};
}

Result<Edits> edits_in(const std::string& toml, const std::string& path) {
  auto edits = read_edits(toml, shown(path));
  if (!edits) return edits;
  std::string& theme = edits->presentation.theme;
  if (!theme.ends_with(".css")) return edits;
  const auto properties = read_theme((std::filesystem::path(path).parent_path() / theme).string());
  if (!properties) return tl::unexpected(properties.error());
  theme = *properties;
  return edits;
}

}  // namespace annal
