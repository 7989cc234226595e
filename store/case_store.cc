// Changes are kept from time to time, so that a run that is ended early need not begin anew.
#include "store/case_store.h"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "batch/compression.h"
#include "batch/files.h"
#include "batch/pipeline.h"
#include "core/text/sentence.h"
#include "core/unicode/code_points.h"
#include "render/json.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "store/schema.h"
#include "timeline/json/read_timeline.h"

namespace annal {
namespace {

constexpr std::size_t changes_to_commit = 500;
constexpr std::size_t largest_timeline = std::size_t{1} << 28;  // that JSON is read of

/// Whether the tables are there. Errors: unreadable: they are not ours.
Result<bool> has_tables(Database& database, const std::string& path) {
  const auto application = database.number("PRAGMA application_id");
  if (!application) return tl::unexpected(application.error());
  const auto version = database.number("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  const auto tables = database.number("SELECT count(*) FROM sqlite_master");
  if (!tables) return tl::unexpected(tables.error());
  if (*application == store_application && *version == store_version) return true;
  if (*application == store_application)
    return fail(Code::unreadable, "--store " + shown(path) + ": made by a newer annal (version " +
                                      std::to_string(*version) + "); state another file");
  if (*application != 0 || *version != 0 || *tables != 0)
    return fail(Code::unreadable, "--store " + shown(path) + ": a database of another program; state another file");
  return false;
}

Result<void> make_tables(Database& database) {
  const std::string head = "PRAGMA application_id = " + std::to_string(store_application) +
                           "; PRAGMA user_version = " + std::to_string(store_version) + ";";
  return database.run((head + store_schema).c_str());
}

Result<std::string> decompressed(std::string_view bytes) {
  Decompressor decompressor(Compression::zstd);
  std::string out, piece;
  do {
    if (auto step = decompressor.step(bytes, piece); !step) return tl::unexpected(step.error());
    out += piece;
    if (out.size() > largest_timeline) return fail(Code::out_of_range, "its timeline is larger than 256 MiB");
  } while (!piece.empty());
  if (!decompressor.whole()) return fail(Code::syntax, "its timeline is cut off");
  return out;
}

/// A document as it is kept.
struct KeptDocument {
  std::string name, timeline;
  std::size_t bytes = 0;
};

Result<Timeline> timeline_of(const KeptDocument& document) {
  const auto placed = [&](const Error& error) {
    return Error{error.code, "the store's " + shown(document.name) + ": " + error.message +
                                 "; delete its row of files, and give the file again"};
  };
  const auto json = decompressed(document.timeline).map_error(placed);
  if (!json) return tl::unexpected(json.error());
  return read_timeline(*json, "its timeline").map_error(placed);
}

}  // namespace

Result<CaseStore> CaseStore::open(const std::string& path, Missing missing) {
  CaseStore store;
  store.path_ = path;
  std::error_code unknown;
  const bool is_there = std::filesystem::exists(path, unknown);
  if (is_there)
    if (auto opened = store.open_file(missing); !opened) return tl::unexpected(opened.error());
  if (store.made_) return store;
  if (missing == Missing::refuse)
    return fail(Code::unreadable, "--store " + shown(path) + (is_there ? ": it holds no document" : ": no such file") +
                                      "; put some into it with annal build --store " + shown(path) + " FILE...");
  if (!std::filesystem::is_directory(std::filesystem::absolute(path, unknown).parent_path(), unknown))
    return fail(Code::unreadable, "--store " + shown(path) + ": no such folder; make it first");
  return store;
}

Result<void> CaseStore::open_file(Missing missing) {
  auto database = Database::open(path_);
  if (!database) return tl::unexpected(database.error());
  database_ = std::move(*database);
  opened_ = true;
  // A file of another program may hold code that runs when its tables are read.
  if (auto run = database_.run("PRAGMA trusted_schema = OFF"); !run) return run;
  const auto tables = has_tables(database_, path_);
  if (!tables) return tl::unexpected(tables.error());
  // With a log of what is written, others go on reading what was there before.
  if (missing == Missing::make)
    if (auto run = database_.run("PRAGMA journal_mode = WAL"); !run) return run;
  const auto version = database_.number("PRAGMA data_version");
  if (!version) return tl::unexpected(version.error());
  version_ = *version;
  made_ = *tables;
  return made_ ? prepare() : Result<void>();
}

Result<void> CaseStore::begin_change() {
  if (changing_) return {};
  if (!opened_)
    if (auto opened = open_file(Missing::make); !opened) return opened;
  if (auto begun = database_.run("BEGIN IMMEDIATE"); !begun) return begun;
  changing_ = true;
  const auto version = database_.number("PRAGMA data_version");
  if (!version) return tl::unexpected(version.error());
  if (*version != version_)
    return fail(Code::unreadable,
                "--store " + shown(path_) + ": another program has changed it meanwhile; run the command again");
  if (made_) return {};
  made_ = true;
  return make_tables(database_).and_then([&] { return prepare(); });
}

Result<void> CaseStore::prepare() {
  const std::pair<SqlStatement*, const char*> statements[] = {
      {&add_document_,
       "INSERT INTO documents (file, line, part, fingerprint, name, title, url, language, written, written_source, "
       "written_reason, text, timeline) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"},
      {&add_event_,
       "INSERT INTO events (document, event, title, factuality, source, actor, place, happened, earliest, latest, "
       "edtf, "
       "salience, certainty, shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"},
      {&add_mention_,
       "INSERT INTO mentions (document, event, mention, begins, word, sentence) VALUES (?, ?, ?, ?, ?, ?)"},
      {&move_document_, "UPDATE documents SET line = ? WHERE id = ?"},
      {&drop_document_, "DELETE FROM documents WHERE id = ?"}};
  for (const auto& [statement, words] : statements) {
    auto prepared = database_.prepare(words);
    if (!prepared) return tl::unexpected(prepared.error());
    *statement = std::move(*prepared);
  }
  auto rows = database_.prepare("SELECT path, fingerprint FROM documents JOIN files ON files.id = documents.file");
  if (!rows) return tl::unexpected(rows.error());
  for (;;) {
    const auto row = rows->next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    known_[rows->text(0)].insert(rows->text(1));
  }
}

bool CaseStore::is_known(const std::string& path, const std::string& fingerprint) const {
  const auto file = known_.find(path);
  return file != known_.end() && file->second.contains(fingerprint);
}

Result<bool> CaseStore::find_file(const std::string& path, const std::string& edits) {
  auto file = database_.prepare("SELECT id FROM files WHERE path = ? AND ifnull(edits, '') = ?");
  if (!file) return tl::unexpected(file.error());
  const auto row = file->bind(1, path).bind(2, edits).next();
  if (row && *row) file_ = file->number(0);
  return row;
}

Result<void> CaseStore::put_file(const std::string& path, const std::string& edits) {
  if (auto begun = begin_change(); !begun) return begun;
  auto file = database_.prepare(
      "INSERT INTO files (path, edits) VALUES (?1, nullif(?2, '')) ON CONFLICT (path) DO UPDATE SET "
      "edits = nullif(?2, '') RETURNING id");
  if (!file) return tl::unexpected(file.error());
  const auto row = file->bind(1, path).bind(2, edits).next();
  if (!row) return tl::unexpected(row.error());
  file_ = file->number(0);
  return file->run();
}

Result<void> CaseStore::begin_file(const std::string& path, const std::string& edits) {
  if (!made_)
    if (auto begun = begin_change(); !begun) return begun;
  const auto is_there = find_file(path, edits);
  if (!is_there) return tl::unexpected(is_there.error());
  if (!*is_there)
    if (auto put = put_file(path, edits); !put) return put;
  line_ = 0;
  before_.clear();
  auto rows = database_.prepare("SELECT id, fingerprint, line FROM documents WHERE file = ? ORDER BY line, part");
  if (!rows) return tl::unexpected(rows.error());
  rows->bind(1, file_);
  Unit* unit = nullptr;
  for (;;) {
    const auto document = rows->next();
    if (!document) return tl::unexpected(document.error());
    if (!*document) return {};
    if (unit == nullptr || unit->line != rows->number(2))
      unit = &before_.emplace(rows->text(1), Unit{rows->number(2), {}})->second;
    unit->documents.push_back(rows->number(0));
  }
}

Result<void> CaseStore::keep_unit(const std::string& fingerprint) {
  ++line_;
  const auto unit = before_.find(fingerprint);
  if (unit == before_.end()) return {};  // the same line twice
  if (unit->second.line != line_) {
    if (auto begun = begin_change(); !begun) return begun;
    for (const std::int64_t document : unit->second.documents)
      if (auto moved = move_document_.bind(1, line_).bind(2, document).run(); !moved) return moved;
  }
  before_.erase(unit);
  return commit_at_times();
}

Result<void> CaseStore::put_unit(const std::string& fingerprint, const std::vector<Timeline>& documents) {
  if (auto begun = begin_change(); !begun) return begun;
  ++line_;
  std::int64_t part = 0;
  for (const Timeline& document : documents)
    if (auto put = put_document(fingerprint, ++part, document); !put) return put;
  return commit_at_times();
}

Result<void> CaseStore::put_document(const std::string& fingerprint, std::int64_t part, const Timeline& timeline) {
  const Document& document = timeline.document;
  const std::string json = compress(to_json(timeline, JsonLayout::line, JsonEvidence::written), Compression::zstd);
  add_document_.bind(1, file_).bind(2, line_).bind(3, part).bind(4, fingerprint).bind(5, document.id);
  add_document_.bind_known(6, document.title).bind_known(7, document.url).bind_known(8, document.language);
  add_document_.bind_known(9, text_of(document.dct)).bind(10, name(document.dct.source));
  add_document_.bind_known(11, document.dct.reason).bind(12, document.text).bind_bytes(13, json);
  const auto row = add_document_.next();
  if (!row) return tl::unexpected(row.error());
  const std::int64_t id = add_document_.number(0);
  if (auto done = add_document_.run(); !done) return done;
  return put_events(id, timeline);
}

Result<void> CaseStore::put_events(std::int64_t document, const Timeline& timeline) {
  const Labels labels = labels::labels_of(timeline);
  const CodePoints points(timeline.document.text);
  std::int64_t number = 0;
  for (const Event& event : timeline.events) {
    const Frame frame = event.start.frame == event.end.frame ? event.start.frame : Frame::none;
    const Extent extent = annal::extent({event.start.earliest, event.end.latest, frame}, event.precision);
    add_event_.bind(1, document).bind(2, ++number).bind(3, event.title).bind(4, name(event.status));
    add_event_.bind_known(5, event.source).bind_known(6, event.groups.actor).bind_known(7, event.groups.place);
    add_event_.bind_known(8, labels::date_words(event.when, labels)).bind_known(9, extent.earliest);
    add_event_.bind_known(10, extent.latest).bind_known(11, event.edtf).bind_share(12, event.salience);
    add_event_.bind_share(13, event.certainty).bind(14, std::int64_t{event.shown});
    if (auto added = add_event_.run(); !added) return added;
    std::int64_t mention = 0;
    for (const Span span : event.mentions) {
      const std::size_t sentence = sentence_at(timeline.sentences, span.begin);
      const std::string_view words = sentence < timeline.sentences.size()
                                         ? slice(timeline.document.text, timeline.sentences[sentence].span)
                                         : std::string_view();
      add_mention_.bind(1, document).bind(2, number).bind(3, ++mention);
      add_mention_.bind(4, static_cast<std::int64_t>(points.at(span.begin)));
      add_mention_.bind(5, slice(timeline.document.text, span)).bind(6, words);
      if (auto added = add_mention_.run(); !added) return added;
    }
  }
  return {};
}

Result<void> CaseStore::end_file(bool whole) {
  if (whole && !before_.empty()) {
    if (auto begun = begin_change(); !begun) return begun;
    for (const auto& [fingerprint, unit] : before_)
      for (const std::int64_t document : unit.documents)
        if (auto dropped = drop_document_.bind(1, document).run(); !dropped) return dropped;
  }
  before_.clear();
  return commit_at_times();
}

Result<void> CaseStore::commit_at_times() {
  if (++changes_ < changes_to_commit) return {};
  changes_ = 0;
  return commit();
}

Result<void> CaseStore::commit() {
  if (!changing_) return {};
  changing_ = false;
  return database_.run("COMMIT");
}

Result<void> CaseStore::read_all(unsigned jobs, const std::function<Result<void>(Timeline)>& take) {
  if (auto kept = commit(); !kept) return kept;
  if (!made_) return {};
  auto rows = database_.prepare("SELECT name, timeline FROM documents ORDER BY file, line, part");
  if (!rows) return tl::unexpected(rows.error());
  using Read = std::optional<Result<Timeline>>;
  const Stages<KeptDocument, Read> stages{[&]() -> Result<std::optional<KeptDocument>> {
                                            const auto row = rows->next();
                                            if (!row) return tl::unexpected(row.error());
                                            if (!*row) return std::optional<KeptDocument>();
                                            KeptDocument document{rows->text(0), rows->text(1), 0};
                                            document.bytes = document.timeline.size();
                                            return std::optional(std::move(document));
                                          },
                                          [](const KeptDocument& document) { return Read(timeline_of(document)); },
                                          [&](const KeptDocument&, Read timeline) -> Result<bool> {
                                            if (!*timeline) return tl::unexpected(timeline->error());
                                            return take(std::move(**timeline)).map([] { return true; });
                                          },
                                          [] {}};
  return run_pipeline(jobs, stages);
}

}  // namespace annal
