// The edits file of an article: which it is, what it holds, and how it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/edit_flags.h"
#include "core/result.h"
#include "timeline/edits/edits.h"

namespace annal {

struct EditsFile {
  std::string path;            ///< empty: there is none
  bool exists = false;         ///< false: it is to be written
  std::string toml;            ///< its bytes
  std::optional<Edits> edits;  ///< what they say; none where there is no file
};

/// The edits file beside `article`: "article.edits.toml" or "article.txt.edits.toml" of "article.txt", and only
/// "article.json.edits.toml" of "article.json". Of a file that is not there yet, the first. Errors: usage: both are
/// there, or `article` is itself one.
Result<EditsFile> find_edits_file(const std::string& article);

/// The names of the edits files that `article` may have, whether they are there or not.
std::vector<std::string> edits_paths(const std::string& article);

/// The edits file that `flags` state, or the one beside `article`: where it is, not what it holds. Errors: as
/// find_edits_file.
Result<EditsFile> locate_edits_file(const std::string& article, const EditFlags& flags);

/// The edits file that `flags` state, or the one beside `article`, read.
///
///   errors   as find_edits_file, read_file, read_edits and read_theme
Result<EditsFile> read_edits_file(const std::string& article, const EditFlags& flags);

/// That `file`, which `flags` may state, is there. Errors: usage: they state it, and it is not.
Result<void> require_stated_file(const EditsFile& file, const EditFlags& flags);

/// What `toml`, the bytes of the edits file `path`, says; a theme in a file beside it is read.
Result<Edits> edits_in(const std::string& toml, const std::string& path);

}  // namespace annal
