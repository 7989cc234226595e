// The transitive reduction of relations: what it drops follows from what it keeps.
#include "timeline/network/reduce.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <bitset>
#include <catch2/catch.hpp>
#include <random>
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

TEST_CASE("what is trusted is left out only where it follows from what is trusted", "[graph]") {
  constexpr auto before = RelationType::before;
  const std::vector<Relation> doubtful{relation(0, before, 2, 0.8), relation(0, before, 1, 0.8),
                                       relation(1, before, 2, 0.2)};
  CHECK(text(reduce(doubtful, 0.3)) == "0<2 0<1 1<2");
  const std::vector<Relation> follows{relation(0, before, 2, 0.2), relation(0, before, 1, 0.8),
                                      relation(1, before, 2, 0.2)};
  CHECK(text(reduce(follows, 0.3)) == "0<1 1<2");
}

TEST_CASE("the reduction keeps the order and holds nothing that follows", "[graph][property]") {
  rc::prop("of random orders without cycles", [] {
    std::vector<Relation> relations;
    const int n = *rc::gen::inRange(0, 20);
    for (int i = 0; i < n; ++i) {
      const std::uint32_t a = *rc::gen::inRange(0u, 7u), b = *rc::gen::inRange(0u, 7u);
      const double trust = *rc::gen::element(0.2, 0.8);
      if (a != b) relations.push_back(relation(std::min(a, b), RelationType::before, std::max(a, b), trust));
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
    const auto trusted = [](std::vector<Relation> all) {
      std::erase_if(all, [](const Relation& r) { return r.trust < 0.3; });
      return all;
    };
    const std::vector<Relation> of_two = reduce(relations, 0.3);
    RC_ASSERT(closure(of_two) == closure(relations));
    RC_ASSERT(closure(trusted(of_two)) == closure(trusted(relations)));
  });
}

TEST_CASE("what follows from others is dropped of a long text too", "[graph]") {
  // A story of 30,000 events, each of which comes before the next two and before the day of writing.
  constexpr std::uint32_t events = 30'000;
  std::vector<Relation> relations;
  for (std::uint32_t e = 0; e < events; ++e) {
    if (e + 2 < events) relations.push_back(relation(e, RelationType::before, e + 2));
    if (e + 1 < events) relations.push_back(relation(e + 1, RelationType::after, e));
    relations.push_back(relation(e, RelationType::before, 0));
    relations.back().to.kind = Entity::Kind::document;
  }
  const std::vector<Relation> kept = reduce(relations);
  REQUIRE(kept.size() == events);
  CHECK(kept.back().to.kind == Entity::Kind::document);
  CHECK(std::all_of(kept.begin(), kept.end() - 1, [](const Relation& r) { return r.type == RelationType::after; }));
}

TEST_CASE("the reduction of thousands of relations holds what a search for each would leave", "[graph]") {
  std::mt19937 random(26);
  for (int round = 0; round < 20; ++round) {
    constexpr std::uint32_t events = 300;
    std::uniform_int_distribution<std::uint32_t> event(0, events - 1), step(1, round % 2 == 0 ? 6 : events);
    std::vector<Relation> relations;
    std::vector<std::bitset<events>> after(events);  // of each event those that come after it
    std::set<std::pair<std::uint32_t, std::uint32_t>> said;
    for (int i = 0; i < 2'000; ++i) {
      const std::uint32_t a = event(random), b = a + step(random);
      if (b < events && said.emplace(a, b).second) relations.push_back(relation(a, RelationType::before, b));
    }
    // In half of the rounds most events are told to be before or after one of them.
    constexpr std::uint32_t often_told = events / 2;
    for (std::uint32_t e = 0; e < events && round % 4 < 2; ++e) {
      const auto pair = std::minmax(e, often_told);
      if (e != often_told && e % 5 != 0 && said.insert(pair).second)
        relations.push_back(relation(pair.first, RelationType::before, pair.second));
    }
    for (auto pair = said.rbegin(); pair != said.rend(); ++pair)
      after[pair->first] |= after[pair->second] | std::bitset<events>().set(pair->second);
    std::vector<Relation> needed;
    for (const Relation& r : relations) {
      const bool follows = std::any_of(said.lower_bound({r.from.index, 0}), said.lower_bound({r.from.index + 1, 0}),
                                       [&](const auto& other) { return after[other.second].test(r.to.index); });
      if (!follows) needed.push_back(r);
    }
    CHECK(text(reduce(relations)) == text(needed));
  }
}

TEST_CASE("where searches end before all is found, what is dropped still follows from what is kept", "[graph]") {
  constexpr std::uint32_t events = 4'000, each = 40, far = 1'000, samples = 200;
  std::mt19937 random(7);
  std::vector<Relation> relations;
  std::set<std::pair<std::uint32_t, std::uint32_t>> kept, dropped;
  for (std::uint32_t e = 0; e + 1 < events; ++e)
    for (std::uint32_t i = 0; i < each; ++i)
      if (const auto later = static_cast<std::uint32_t>(e + 1 + random() % far);
          later < events && dropped.emplace(e, later).second)
        relations.push_back(relation(e, RelationType::before, later));
  for (const Relation& r : reduce(relations)) {
    kept.emplace(r.from.index, r.to.index);
    dropped.erase({r.from.index, r.to.index});
  }
  // Whether the second follows from what is kept but for the relation of the two itself.
  const auto follows = [&](std::uint32_t first, std::uint32_t second) {
    std::vector<char> after(second - first + 1, 0);
    after[0] = 1;
    for (std::uint32_t e = first; e < second; ++e)
      if (after[e - first] != 0)
        for (auto pair = kept.lower_bound({e, 0}); pair != kept.end() && pair->first == e; ++pair)
          if (pair->second <= second && *pair != std::pair(first, second)) after[pair->second - first] = 1;
    return after.back() != 0;
  };
  const auto count = [&](const auto& pairs) {
    std::uint32_t found = 0;
    const std::size_t step = std::max<std::size_t>(pairs.size() / samples, 1);
    std::size_t at = 0;
    for (const auto& [first, second] : pairs)
      if (at++ % step == 0) found += follows(first, second) ? 1 : 0;
    return std::pair(found, static_cast<std::uint32_t>((pairs.size() + step - 1) / step));
  };
  const auto [implied, asked] = count(dropped);
  CHECK(asked >= samples);
  CHECK(implied == asked);
  CHECK(count(kept).first > 0);  // so the searches did end before
}
