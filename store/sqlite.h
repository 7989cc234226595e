// SQLite 3, as far as the store of a case needs it. The library is loaded when a database is first opened: linked in,
// it would cost every start of the program 0.8 million instructions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace annal {

/// A statement with its parameters, counted from 1, and the columns of a row, counted from 0.
class SqlStatement {
 public:
  SqlStatement() = default;
  ~SqlStatement();
  SqlStatement(SqlStatement&& other) noexcept;
  SqlStatement& operator=(SqlStatement&& other) noexcept;

  SqlStatement& bind(int parameter, std::string_view text);
  SqlStatement& bind(int parameter, std::int64_t number);
  SqlStatement& bind_share(int parameter, double share);
  SqlStatement& bind_bytes(int parameter, std::string_view bytes);
  /// The text, or NULL where it is empty.
  SqlStatement& bind_known(int parameter, std::string_view text);

  /// Moves to the next row; false where there is none, and then the statement can be bound anew. Errors: unreadable.
  Result<bool> next();
  /// Runs it to its end. Errors: unreadable.
  Result<void> run();

  std::string text(int column) const;  ///< of a text or bytes; empty for NULL
  std::int64_t number(int column) const;

 private:
  friend class Database;
  void finalize();

  sqlite3_stmt* statement_ = nullptr;
  std::string name_;  ///< of the file, for messages
};

class Database {
 public:
  Database() = default;
  ~Database();
  Database(Database&& other) noexcept;
  Database& operator=(Database&& other) noexcept;

  /// Opens the file `path`, or makes it. What another program holds is waited for, some seconds.
  ///
  ///   errors   unreadable: SQLite is not there; the file cannot be opened, is none of its databases, or is locked
  static Result<Database> open(const std::string& path);

  /// Runs statements without parameters or rows. Errors: unreadable.
  Result<void> run(const char* statements);
  /// Errors: unreadable.
  Result<SqlStatement> prepare(const char* statement);
  /// The only number that `statement` yields, "PRAGMA user_version" say. Errors: unreadable.
  Result<std::int64_t> number(const char* statement);

 private:
  sqlite3* database_ = nullptr;
  std::string name_;
};

}  // namespace annal
