// The store of a case: what is kept, what goes, and which files are refused.
#include "store/case_store.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include "render/json.h"
#include "store/sqlite.h"
#include "timeline/read_article.h"

using namespace annal;

namespace {

/// A folder that goes with the test.
struct Scratch {
  std::filesystem::path path;

  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "annal-store-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Scratch() { std::filesystem::remove_all(path); }
  std::string file(const char* name) const { return (path / name).string(); }
};

Timeline timeline_of(const std::string& text, const std::string& id) {
  ArticleOptions options;
  options.name = options.default_id = id;
  return build_timeline(read_article(text, options).value());
}

const std::string bridge = "The bridge at Vell opened on 3 May 2014. It was closed on 5 June 2015.\n";
const std::string mill = "The mill in Tarn burned on 7 July 2014.\n";

/// The ids of all documents, in order.
std::string ids_of(CaseStore& store, unsigned jobs = 1) {
  std::string ids;
  const auto read = store.read_all(jobs, [&](const Timeline& timeline) -> Result<void> {
    ids += (ids.empty() ? "" : " ") + timeline.document.id;
    return {};
  });
  REQUIRE(read);
  return ids;
}

void put_file(CaseStore& store, const std::string& path, const std::vector<std::string>& ids) {
  REQUIRE(store.begin_file(path, ""));
  for (const std::string& id : ids) {
    const std::string fingerprint = "of " + id;
    if (store.is_known(path, fingerprint))
      REQUIRE(store.keep_unit(fingerprint));
    else
      REQUIRE(store.put_unit(fingerprint, {timeline_of(mill, id)}));
  }
  REQUIRE(store.end_file(true));
}

std::int64_t count(const std::string& path, const char* query) {
  auto database = Database::open(path);
  REQUIRE(database);
  return database->number(query).value();
}

}  // namespace

TEST_CASE("a store hands out the timelines that it was given, in the order of its files", "[store]") {
  const Scratch scratch;
  const Timeline first = timeline_of(bridge, "bridge"), second = timeline_of(mill, "mill");
  {
    auto store = CaseStore::open(scratch.file("case.db"));
    REQUIRE(store);
    REQUIRE(store->begin_file("b.txt", "title = \"The bridge\"\n"));
    REQUIRE(store->put_unit("1", {first}));
    REQUIRE(store->end_file(true));
    REQUIRE(store->begin_file("a.mbox", ""));
    REQUIRE(store->put_unit("2", {second, first}));
    REQUIRE(store->end_file(true));
    CHECK(ids_of(*store) == "bridge mill bridge");
  }
  auto store = CaseStore::open(scratch.file("case.db"));
  REQUIRE(store);
  CHECK(store->is_known("b.txt", "1"));
  CHECK_FALSE(store->is_known("b.txt", "2"));
  std::vector<std::string> written;
  REQUIRE(store->read_all(3, [&](const Timeline& timeline) -> Result<void> {
    written.push_back(to_json(timeline, JsonLayout::line, JsonEvidence::written));
    return {};
  }));
  const auto json = [](const Timeline& timeline) { return to_json(timeline, JsonLayout::line, JsonEvidence::written); };
  CHECK(written == std::vector<std::string>{json(first), json(second), json(first)});
}

TEST_CASE("what a file no longer holds goes, what it holds elsewhere moves, and the rest stays", "[store]") {
  const Scratch scratch;
  auto store = CaseStore::open(scratch.file("case.db"));
  REQUIRE(store);
  put_file(*store, "a.jsonl", {"one", "two", "three"});
  put_file(*store, "b.txt", {"four"});
  CHECK(ids_of(*store) == "one two three four");
  store = CaseStore{};
  store = CaseStore::open(scratch.file("case.db"));
  REQUIRE(store);
  put_file(*store, "a.jsonl", {"three", "zero", "one"});
  CHECK(ids_of(*store) == "three zero one four");
}

TEST_CASE("of a file that breaks off, the units that it had stay", "[store]") {
  const Scratch scratch;
  auto store = CaseStore::open(scratch.file("case.db"));
  REQUIRE(store);
  put_file(*store, "a.jsonl", {"one", "two"});
  REQUIRE(store->begin_file("a.jsonl", ""));
  REQUIRE(store->keep_unit("of one"));
  REQUIRE(store->end_file(false));
  CHECK(ids_of(*store) == "one two");
}

TEST_CASE("any tool for SQL reads documents, events and mentions, and may delete a file", "[store]") {
  const Scratch scratch;
  const std::string path = scratch.file("case.db");
  {
    auto store = CaseStore::open(path);
    REQUIRE(store);
    REQUIRE(store->begin_file("b.txt", ""));
    REQUIRE(store->put_unit("1", {timeline_of(bridge, "bridge")}));
    REQUIRE(store->end_file(true));
    put_file(*store, "a.txt", {"mill"});
    CHECK(ids_of(*store) == "bridge mill");
  }
  CHECK(count(path, "SELECT count(*) FROM documents JOIN files ON files.id = file WHERE path = 'b.txt'") == 1);
  CHECK(count(path,
              "SELECT count(*) FROM events WHERE earliest = '2014-05-03' AND latest = '2014-05-03' AND "
              "title = 'The bridge at Vell opened' AND factuality = 'fact' AND edtf = '2014-05-03'") == 1);
  CHECK(count(path,
              "SELECT count(*) FROM mentions WHERE word = 'burned' AND begins = 17 AND sentence LIKE "
              "'The mill in Tarn burned%'") == 1);
  CHECK(count(path, "DELETE FROM files WHERE path = 'b.txt' RETURNING id") == 1);
  CHECK(count(path,
              "SELECT (SELECT count(*) FROM documents) + (SELECT count(*) FROM events WHERE document = 1) + "
              "(SELECT count(*) FROM mentions WHERE document = 1)") == 1);
}

TEST_CASE("a file of another program, of a newer version, or in use is refused with the mend", "[store]") {
  const Scratch scratch;
  const auto refusal = [&](const char* name) {
    const auto store = CaseStore::open(scratch.file(name));
    REQUIRE_FALSE(store);
    CHECK(store.error().code == Code::unreadable);
    return store.error().message;
  };
  const auto of = [&](const char* name) { return "--store " + scratch.file(name) + ": "; };
  std::ofstream(scratch.path / "text.db") << std::string(2000, 'x');
  CHECK(refusal("text.db") == of("text.db") + "it is no database of SQLite; state another file");
  CHECK(refusal("missing/case.db") == of("missing/case.db") + "no such folder; make it first");
  count(scratch.file("other.db"), "CREATE TABLE people (name TEXT)");
  CHECK(refusal("other.db") == of("other.db") + "a database of another program; state another file");
  {
    auto store = CaseStore::open(scratch.file("newer.db"));
    REQUIRE(store);
    put_file(*store, "a.txt", {"mill"});
    REQUIRE(store->commit());
  }
  count(scratch.file("newer.db"), "PRAGMA user_version = 7");
  CHECK(refusal("newer.db") == of("newer.db") + "made by a newer annal (version 7); state another file");
}

TEST_CASE("a store that is only read is not made where there is none", "[store]") {
  const Scratch scratch;
  const auto refusal = [&](const char* name) {
    const auto store = CaseStore::open(scratch.file(name), CaseStore::Missing::refuse);
    REQUIRE_FALSE(store);
    return store.error().message;
  };
  const std::string path = scratch.file("none.db"), mend = "; put some into it with annal build --store ";
  CHECK(refusal("none.db") == "--store " + path + ": no such file" + mend + path + " FILE...");
  CHECK_FALSE(std::filesystem::exists(path));
  std::ofstream(scratch.path / "empty.db").close();
  CHECK(refusal("empty.db").find(": it holds no document" + mend) != std::string::npos);
  CHECK(std::filesystem::is_empty(scratch.path / "empty.db"));
  REQUIRE(CaseStore::open(path));
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("a store is read by several at once, also while another one changes it", "[store]") {
  const Scratch scratch;
  const std::string path = scratch.file("case.db");
  auto writer = CaseStore::open(path);
  REQUIRE(writer);
  put_file(*writer, "a.txt", {"one"});
  REQUIRE(writer->commit());
  put_file(*writer, "b.txt", {"two"});  // and does not commit it yet
  const auto opened = [&] {
    auto store = CaseStore::open(path, CaseStore::Missing::refuse);
    REQUIRE(store);
    return std::move(*store);
  };
  CaseStore first = opened(), second = opened();
  put_file(first, "a.txt", {"one"});  // as it is: no change
  REQUIRE(first.read_all(1, [&](const Timeline& timeline) -> Result<void> {
    CHECK(timeline.document.id == "one");
    CHECK(ids_of(second) == "one");
    return writer->commit();
  }));
  CHECK(ids_of(first) == "one two");
}

TEST_CASE("of two programs that change a store, the one that saw it before the change of the other is refused",
          "[store]") {
  const Scratch scratch;
  const std::string path = scratch.file("case.db");
  auto first = CaseStore::open(path), second = CaseStore::open(path);
  REQUIRE(first);
  REQUIRE(second);
  put_file(*first, "a.txt", {"one"});
  REQUIRE(first->commit());
  auto third = CaseStore::open(path);
  REQUIRE(third);
  put_file(*third, "b.txt", {"two"});
  REQUIRE(third->commit());
  const auto refused = first->begin_file("c.txt", "");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message ==
        "--store " + path + ": another program has changed it meanwhile; run the command again");
}

TEST_CASE("a damaged timeline is told by the name of its document", "[store]") {
  const Scratch scratch;
  const std::string path = scratch.file("case.db");
  {
    auto store = CaseStore::open(path);
    REQUIRE(store);
    put_file(*store, "a.txt", {"mill"});
    CHECK(ids_of(*store) == "mill");
  }
  const char* damage = GENERATE("UPDATE documents SET timeline = x'00'", "UPDATE documents SET timeline = 'text'",
                                "UPDATE documents SET timeline = substr(timeline, 1, 40)");
  count(path, damage);
  auto store = CaseStore::open(path);
  REQUIRE(store);
  const auto read = store->read_all(2, [](Timeline) { return Result<void>(); });
  REQUIRE_FALSE(read);
  CHECK(read.error().message.find("the store's mill: its ") != std::string::npos);
}
