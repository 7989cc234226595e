// The documents of a case in a SQLite file: their timelines, so that none is built twice, and tables of documents,
// events and mentions that any tool for SQL reads (docs/collections.md).
//
// A file holds units, a line of JSON lines or the whole file, and a unit holds documents. A unit is known by its
// fingerprint: where that is the same, so are its timelines.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/result.h"
#include "store/sqlite.h"
#include "timeline/timeline.h"

namespace annal {

class CaseStore {
 public:
  /// What is done where there is no such file.
  enum class Missing : std::uint8_t { make, refuse };

  /// Opens the store `path`. Where there is none, one is made when the first file is put into it, or that is an error.
  /// Others may read it at any time; the first change keeps others from changing it until it is committed.
  ///
  ///   errors   unreadable: as Database::open; the file is another program's, or of a newer annal; there is none
  static Result<CaseStore> open(const std::string& path, Missing missing = Missing::make);

  /// Whether the file `path` has a unit of this fingerprint. May be called by several threads at once.
  bool is_known(const std::string& path, const std::string& fingerprint) const;

  /// From here on, units are those of the file `path`, in its order; `edits` is the text of its edits file. Errors, as
  /// of all that changes it: unreadable: another program changes it, or has since it was opened.
  Result<void> begin_file(const std::string& path, const std::string& edits);
  /// The next unit of the file is one that is known. Errors: unreadable.
  Result<void> keep_unit(const std::string& fingerprint);
  /// The next unit of the file holds these documents. Errors: unreadable.
  Result<void> put_unit(const std::string& fingerprint, const std::vector<Timeline>& documents);
  /// With `whole`, the units that the file had and that were not named again go. Errors: unreadable.
  Result<void> end_file(bool whole);

  /// Keeps what was changed; nothing more is changed then. Errors: unreadable.
  Result<void> commit();

  /// Commits, and hands the timeline of each document to `take`, in the order in which their files were first added;
  /// `jobs` threads read them. Errors: unreadable; syntax: one is damaged; those of `take`.
  Result<void> read_all(unsigned jobs, const std::function<Result<void>(Timeline)>& take);

 private:
  /// A unit that the file had before: its documents.
  struct Unit {
    std::int64_t line = 0;
    std::vector<std::int64_t> documents;
  };

  Result<void> open_file(Missing missing);
  Result<void> prepare();
  Result<void> begin_change();
  Result<void> commit_at_times();
  /// Whether the file is there with these edits; then it is the one where the units go.
  Result<bool> find_file(const std::string& path, const std::string& edits);
  Result<void> put_file(const std::string& path, const std::string& edits);
  Result<void> put_document(const std::string& fingerprint, std::int64_t part, const Timeline& document);
  Result<void> put_events(std::int64_t document, const Timeline& timeline);

  std::string path_;
  Database database_;
  bool opened_ = false, made_ = false, changing_ = false;  ///< the file; its tables; a transaction that changes it
  std::int64_t version_ = 0;                               ///< of what others have changed
  SqlStatement add_document_, add_event_, add_mention_, move_document_, drop_document_;
  std::map<std::string, std::set<std::string>, std::less<>> known_;  ///< the fingerprints of each file
  std::int64_t file_ = 0, line_ = 0;                                 ///< where the units go
  std::multimap<std::string, Unit> before_;                          ///< of the file, by fingerprint
  std::size_t changes_ = 0;                                          ///< since the last commit
};

}  // namespace annal
