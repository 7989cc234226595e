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
  return std::filesystem::symlink_status(path, unknown).type() != std::filesystem::file_type::not_found;
}

}  // namespace

Result<EditsFile> find_edits_file(const std::string& article) {
  if (article == "-") return EditsFile{};
  if (article.ends_with(extension))
    return fail(Code::usage, shown(article) + " holds edits; give the article that they are made to");
  const std::string whole = article + extension;
  // article.json, built of article.txt, holds the edits of article.edits.toml already.
  const bool is_finished = std::filesystem::path(article).extension() == ".json";
  std::string beside = is_finished ? whole : std::filesystem::path(article).replace_extension().string() + extension;
  const bool is_beside = is_there(beside), is_whole = whole != beside && is_there(whole);
  if (is_beside && is_whole)
    return fail(Code::usage, shown(beside) + " and " + shown(whole) + " are both there; choose one with --edits");
  return EditsFile{.path = is_whole ? whole : beside, .exists = is_beside || is_whole, .toml = {}, .edits = {}};
}

Result<EditsFile> read_edits_file(const std::string& article, const EditFlags& flags) {
  if (flags.no_file) return EditsFile{};
  EditsFile file;
  if (flags.file) {
    file.path = *flags.file;
    file.exists = file.path == "-" || is_there(file.path);
  } else {
    auto found = find_edits_file(article);
    if (!found) return tl::unexpected(found.error());
    file = std::move(*found);
  }
  if (!file.exists) return file;
  auto toml = read_file(file.path);
  if (!toml) return tl::unexpected(toml.error());
  file.toml = std::move(*toml);
  auto edits = edits_in(file.toml, file.path);
  if (!edits) return tl::unexpected(edits.error());
  file.edits = std::move(*edits);
  return file;
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
