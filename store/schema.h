// The tables of a store. A change of them is a new version.
#pragma once

namespace annal {

/// PRAGMA user_version of a store that this program makes and reads.
inline constexpr int store_version = 1;
/// PRAGMA application_id: "Annl".
inline constexpr int store_application = 0x416E6E6C;

/// Makes the tables of an empty database. What belongs to a document goes with it, whichever program deletes it.
inline constexpr const char* store_schema = R"sql(
CREATE TABLE files (
  id    INTEGER PRIMARY KEY,   -- in the order in which they were added
  path  TEXT NOT NULL UNIQUE,  -- as seen from the folder of the store
  edits TEXT                   -- the text of its edits file
);
CREATE TABLE documents (
  id             INTEGER PRIMARY KEY,
  file           INTEGER NOT NULL,
  line           INTEGER NOT NULL,  -- of JSON lines, from 1; of another file 1
  part           INTEGER NOT NULL,  -- of a file or line that holds several, from 1
  fingerprint    TEXT NOT NULL,     -- of its bytes and of what else its timeline depends on
  name           TEXT NOT NULL,
  title          TEXT,
  url            TEXT,
  language       TEXT,
  written        TEXT,              -- the day of writing, ISO 8601
  written_source TEXT NOT NULL,     -- how it is known; none: it is not
  written_reason TEXT,
  text           TEXT NOT NULL,
  timeline       BLOB NOT NULL      -- the JSON timeline (annal schema), compressed with zstd
);
CREATE INDEX documents_by_place ON documents (file, line, part);
CREATE TABLE events (
  document   INTEGER NOT NULL,
  event      INTEGER NOT NULL,  -- its number in the document, from 1
  title      TEXT NOT NULL,
  factuality TEXT NOT NULL,     -- fact, reported, alleged, expected, conditional, denied
  source     TEXT,              -- who says so
  actor      TEXT,
  place      TEXT,
  happened   TEXT,              -- the date in words
  earliest   TEXT,              -- the first day or second that it may begin, ISO 8601
  latest     TEXT,              -- the last that it may end
  edtf       TEXT,              -- the date in ISO 8601-2
  salience   REAL NOT NULL,     -- 0 to 1
  certainty  REAL NOT NULL,     -- of its date, 0 to 1
  shown      INTEGER NOT NULL,  -- 1: in a picture of this document alone
  PRIMARY KEY (document, event)
) WITHOUT ROWID;
CREATE INDEX events_by_day ON events (earliest);
CREATE TABLE mentions (
  document INTEGER NOT NULL,
  event    INTEGER NOT NULL,
  mention  INTEGER NOT NULL,  -- from 1
  begins   INTEGER NOT NULL,  -- characters of the text before its word
  word     TEXT NOT NULL,
  sentence TEXT NOT NULL,
  PRIMARY KEY (document, event, mention)
) WITHOUT ROWID;
CREATE TRIGGER file_goes AFTER DELETE ON files BEGIN
  DELETE FROM documents WHERE file = old.id;
END;
CREATE TRIGGER document_goes AFTER DELETE ON documents BEGIN
  DELETE FROM mentions WHERE document = old.id;
  DELETE FROM events WHERE document = old.id;
END;
)sql";

}  // namespace annal
