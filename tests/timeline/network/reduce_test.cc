// The transitive reduction of relations: what it drops follows from what it keeps.
#include "timeline/network/reduce.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <set>
#include <string>

using namespace annal;

namespace {

Relation relation(std::uint32_t from, RelationType type, std::uint32_t to, double trust = 0.5) {
  Relation r;
  r.from.index = from;
  r.to.index = to;
  r.type = type;
  r.trust = trust;
  return r;
}

/// "0<1 1<2": before-like relations as the order they say, others by name.
std::string text(const std::vector<Relation>& relations) {
  std::string out;
  for (const Relation& r : relations) {
    const std::string a = std::to_string(r.from.index), b = std::to_string(r.to.index);
    if (!out.empty()) out += ' ';
    if (r.type == RelationType::before)
      out += a + "<" + b;
    else if (r.type == RelationType::after)
      out += a + ">" + b;
    else
      out += a + " " + std::string(name(r.type)) + " " + b;
  }
  return out;
}

}  // namespace

TEST_CASE("before-like relations that follow from others are dropped", "[graph]") {
  constexpr auto before = RelationType::before, after = RelationType::after;
  struct Row {
    const char* why;
    std::vector<Relation> relations;
    const char* kept;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"nothing", {}, ""},
      {"a chain stays", {relation(0, before, 1), relation(1, before, 2)}, "0<1 1<2"},
      {"its short cut goes", {relation(0, before, 2), relation(0, before, 1), relation(1, before, 2)}, "0<1 1<2"},
      {"said with after", {relation(2, after, 0), relation(1, after, 0), relation(1, before, 2)}, "1>0 1<2"},
      {"said twice: the most trusted",
       {relation(0, before, 1, 0.3), relation(1, after, 0, 0.8), relation(0, before, 1, 0.8)},
       "1>0"},
      {"through an inclusion",
       {relation(0, before, 1), relation(0, before, 2), relation(2, RelationType::is_included, 1)},
       "0<1 2 IS_INCLUDED 1"},
      {"through an identity",
       {relation(0, before, 1), relation(0, before, 2), relation(2, RelationType::identity, 1)},
       "0<1 2 IDENTITY 1"},
      {"an inclusion says nothing the other way",
       {relation(0, before, 1), relation(0, before, 2), relation(1, RelationType::is_included, 2)},
       "0<2 1 IS_INCLUDED 2"},
      {"sharing time is no order",
       {relation(0, before, 1), relation(0, before, 2), relation(1, RelationType::begins, 2)},
       "0<1 1 BEGINS 2"},
      {"a cycle stays whole",
       {relation(0, before, 1), relation(1, before, 0), relation(1, before, 2), relation(0, before, 2)},
       "0<1 1<0 1<2"},
  }));
  INFO(row.why);
  CHECK(text(reduce(row.relations)) == row.kept);
}

TEST_CASE("an event and a time expression of one index are two", "[graph]") {
  std::vector<Relation> relations{relation(0, RelationType::before, 1), relation(1, RelationType::before, 2)};
  relations.push_back(relation(0, RelationType::before, 2));
  relations[1].from.kind = Entity::Kind::timex;
  CHECK(reduce(relations).size() == 3);
}

TEST_CASE("the reduction keeps the order and holds nothing that follows", "[graph][property]") {
  rc::prop("of random orders without cycles", [] {
    std::vector<Relation> relations;
    const int n = *rc::gen::inRange(0, 20);
    for (int i = 0; i < n; ++i) {
      const std::uint32_t a = *rc::gen::inRange(0u, 7u), b = *rc::gen::inRange(0u, 7u);
      if (a != b) relations.push_back(relation(std::min(a, b), RelationType::before, std::max(a, b)));
    }
    const auto closure = [](const std::vector<Relation>& all) {
      std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
      for (const Relation& r : all) pairs.emplace(r.from.index, r.to.index);
      for (std::uint32_t k = 0; k < 7; ++k)
        for (std::uint32_t i = 0; i < 7; ++i)
          for (std::uint32_t j = 0; j < 7; ++j)
            if (pairs.contains({i, k}) && pairs.contains({k, j})) pairs.emplace(i, j);
      return pairs;
    };
    const std::vector<Relation> kept = reduce(relations);
    RC_ASSERT(closure(kept) == closure(relations));
    for (std::size_t i = 0; i < kept.size(); ++i) {
      std::vector<Relation> others = kept;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      RC_ASSERT(closure(others) != closure(kept));
    }
  });
}
