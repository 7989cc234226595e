// The functions are those of SQLite 3.40, with the types that its header declares.
#include "store/sqlite.h"

#include <sqlite3.h>

#include <optional>
#include <utility>

#include "batch/files.h"
#include "core/loaded_library.h"

namespace annal {
namespace {

constexpr int wait_milliseconds = 5000;

struct Library {
  decltype(&::sqlite3_open_v2) open = nullptr;
  decltype(&::sqlite3_close_v2) close = nullptr;
  decltype(&::sqlite3_busy_timeout) busy_timeout = nullptr;
  decltype(&::sqlite3_exec) exec = nullptr;
  decltype(&::sqlite3_prepare_v2) prepare = nullptr;
  decltype(&::sqlite3_step) step = nullptr;
  decltype(&::sqlite3_reset) reset = nullptr;
  decltype(&::sqlite3_clear_bindings) clear_bindings = nullptr;
  decltype(&::sqlite3_finalize) finalize = nullptr;
  decltype(&::sqlite3_bind_text) bind_text = nullptr;
  decltype(&::sqlite3_bind_blob) bind_blob = nullptr;
  decltype(&::sqlite3_bind_int64) bind_int64 = nullptr;
  decltype(&::sqlite3_bind_double) bind_double = nullptr;
  decltype(&::sqlite3_column_blob) column_blob = nullptr;
  decltype(&::sqlite3_column_bytes) column_bytes = nullptr;
  decltype(&::sqlite3_column_int64) column_int64 = nullptr;
  decltype(&::sqlite3_errmsg) errmsg = nullptr;
  decltype(&::sqlite3_errcode) errcode = nullptr;
  decltype(&::sqlite3_db_handle) db_handle = nullptr;
  LoadedLibrary loaded{"libsqlite3.so.0"};

  Library() {
    loaded.find(open, "sqlite3_open_v2");
    loaded.find(close, "sqlite3_close_v2");
    loaded.find(busy_timeout, "sqlite3_busy_timeout");
    loaded.find(exec, "sqlite3_exec");
    loaded.find(prepare, "sqlite3_prepare_v2");
    loaded.find(step, "sqlite3_step");
    loaded.find(reset, "sqlite3_reset");
    loaded.find(clear_bindings, "sqlite3_clear_bindings");
    loaded.find(finalize, "sqlite3_finalize");
    loaded.find(bind_text, "sqlite3_bind_text");
    loaded.find(bind_blob, "sqlite3_bind_blob");
    loaded.find(bind_int64, "sqlite3_bind_int64");
    loaded.find(bind_double, "sqlite3_bind_double");
    loaded.find(column_blob, "sqlite3_column_blob");
    loaded.find(column_bytes, "sqlite3_column_bytes");
    loaded.find(column_int64, "sqlite3_column_int64");
    loaded.find(errmsg, "sqlite3_errmsg");
    loaded.find(errcode, "sqlite3_errcode");
    loaded.find(db_handle, "sqlite3_db_handle");
  }
};

const Library& library() {
  static const Library sqlite;
  return sqlite;
}

/// What went wrong with the database `name`, and the mend.
tl::unexpected<Error> failure(sqlite3* database, const std::string& name) {
  const Library& l = library();
  const int code = database == nullptr ? SQLITE_NOMEM : l.errcode(database) & 0xff;
  std::string what = database == nullptr ? "out of memory" : l.errmsg(database);
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED) what = "another program writes to it; try again when it is done";
  if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) what = "it is no database of SQLite; state another file";
  if (code == SQLITE_CANTOPEN) what = "no such folder, or no permission";
  return fail(Code::unreadable, "--store " + name + ": " + what);
}

}  // namespace

SqlStatement::~SqlStatement() { finalize(); }

SqlStatement::SqlStatement(SqlStatement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), name_(std::move(other.name_)) {}

SqlStatement& SqlStatement::operator=(SqlStatement&& other) noexcept {
  if (this == &other) return *this;
  finalize();
  statement_ = std::exchange(other.statement_, nullptr);
  name_ = std::move(other.name_);
  return *this;
}

void SqlStatement::finalize() {
  if (statement_ != nullptr) library().finalize(statement_);
  statement_ = nullptr;
}

SqlStatement& SqlStatement::bind(int parameter, std::string_view text) {
  library().bind_text(statement_, parameter, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  return *this;
}

SqlStatement& SqlStatement::bind(int parameter, std::int64_t number) {
  library().bind_int64(statement_, parameter, number);
  return *this;
}

SqlStatement& SqlStatement::bind_share(int parameter, double share) {
  library().bind_double(statement_, parameter, share);
  return *this;
}

SqlStatement& SqlStatement::bind_bytes(int parameter, std::string_view bytes) {
  library().bind_blob(statement_, parameter, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
  return *this;
}

SqlStatement& SqlStatement::bind_known(int parameter, std::string_view text) {
  return text.empty() ? *this : bind(parameter, text);
}

Result<bool> SqlStatement::next() {
  const Library& l = library();
  const int code = l.step(statement_);
  if (code == SQLITE_ROW) return true;
  sqlite3* const database = l.db_handle(statement_);
  std::optional<Error> error;
  if (code != SQLITE_DONE) error = failure(database, name_).value();
  l.reset(statement_);
  l.clear_bindings(statement_);
  if (error) return tl::unexpected(std::move(*error));
  return false;
}

Result<void> SqlStatement::run() {
  for (;;) {
    const auto row = next();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
  }
}

std::string SqlStatement::text(int column) const {
  const Library& l = library();
  const void* const bytes = l.column_blob(statement_, column);
  const int size = l.column_bytes(statement_, column);
  return bytes == nullptr ? std::string()
                          : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::int64_t SqlStatement::number(int column) const { return library().column_int64(statement_, column); }

Database::~Database() {
  if (database_ != nullptr) library().close(database_);
}

Database::Database(Database&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)), name_(std::move(other.name_)) {}

Database& Database::operator=(Database&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(name_, other.name_);
  return *this;
}

Result<Database> Database::open(const std::string& path) {
  const Library& l = library();
  if (!l.loaded.trouble().empty())
    return fail(Code::unreadable, "--store needs SQLite (Debian's libsqlite3-0), which cannot be loaded: " +
                                      l.loaded.trouble() + "; build without --store");
  Database database;
  database.name_ = shown(path);
  const int code = l.open(path.c_str(), &database.database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  if (code != SQLITE_OK) return failure(database.database_, database.name_);
  l.busy_timeout(database.database_, wait_milliseconds);
  return database;
}

Result<void> Database::run(const char* statements) {
  if (library().exec(database_, statements, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return failure(database_, name_);
}

Result<SqlStatement> Database::prepare(const char* statement) {
  SqlStatement prepared;
  prepared.name_ = name_;
  if (library().prepare(database_, statement, -1, &prepared.statement_, nullptr) != SQLITE_OK)
    return failure(database_, name_);
  return prepared;
}

Result<std::int64_t> Database::number(const char* statement) {
  auto prepared = prepare(statement);
  if (!prepared) return tl::unexpected(prepared.error());
  const auto row = prepared->next();
  if (!row) return tl::unexpected(row.error());
  return *row ? prepared->number(0) : 0;
}

}  // namespace annal
