// An article that is open for editing, and its edits file: the timeline as both are on the disk now, and a way to save
// other edits. Nobody has to tell it that a file was changed by another program; it looks before each use.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "batch/file_lock.h"
#include "cli/arguments.h"
#include "cli/edits_file.h"
#include "core/result.h"
#include "timeline/edits/edits.h"
#include "timeline/read_article.h"

namespace annal {

class EditingSession {
 public:
  /// Reads nothing yet. `arguments` name one article, a file, and perhaps its edits file.
  explicit EditingSession(Arguments arguments) : arguments_(std::move(arguments)) {}

  /// Keeps other programs from changing the edits file between `refresh` and `save`.
  std::unique_ptr<FileLock> lock() const { return std::make_unique<FileLock>(edits_path_); }

  /// Reads what has changed since the last call, and makes the timeline of it.
  ///
  ///   errors   as find_edits_file, read_file, read_article and edits_in; the timeline stays as it was
  Result<void> refresh();

  /// Makes `toml` the edits: writes the file, as a whole or not at all, and makes the timeline.
  ///
  ///   errors   unreadable: the file cannot be written; else as edits_in, and nothing is written
  Result<void> save(const std::string& toml);

  const std::string& edits_file() const { return edits_path_; }
  const Arguments& arguments() const { return arguments_; }
  const EditedTimeline& edited() const { return edited_; }
  const std::string& toml() const { return toml_; }  ///< of the edits file; empty where there is none
  std::string base() const;                          ///< names `toml`: another text has another base

  /// Whether the article was changed on the disk, and read again, since the last call.
  bool take_reread() { return std::exchange(reread_, false); }

 private:
  struct Version {
    std::filesystem::file_time_type time;
    std::uintmax_t size = 0;
    friend bool operator==(const Version&, const Version&) = default;
  };

  Result<bool> read_article_anew();

  Arguments arguments_;
  std::string edits_path_;
  std::optional<Version> version_;  ///< of the article as it was read
  std::optional<Article> article_;
  std::string toml_;
  EditedTimeline edited_;
  bool reread_ = false;
};

}  // namespace annal
