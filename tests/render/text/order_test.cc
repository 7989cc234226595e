#include "render/text/order.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "render/text/wrap.h"
#include "tests/render/made_timeline.h"

using namespace annal;
using nlohmann::json;

TEST_CASE("the order is a table with the words that say so and marks of what is open", "[render][order]") {
  RenderOptions options;
  options.width = 90;
  CHECK(to_order_text(testing::ferry().timeline, options) ==
        R"(  id  when            event                                    in the words
  e1  1986            The Aurelia first sails
  e2  8 Nov 2016      A storm tears the ramp off               After the storm
  e3  8–14 Nov 2016   Inspectors find rust                     After the storm
? e4  by 14 Nov 2016  Passengers complain                      complained
  e5  early Mar 2017  The Aurelia is to return (expected)

? its place in the order is not known
)");
}

TEST_CASE("the order's lines keep to the width", "[render][order]") {
  testing::Made made = testing::ferry();
  made.timeline.events[0].title = std::string(120, 'm') + " 渡船";
  for (std::size_t width = 40; width <= 160; width += 9) {
    RenderOptions options;
    options.width = width;
    std::istringstream in(to_order_text(made.timeline, options));
    for (std::string line; std::getline(in, line);) {
      INFO(width << ": " << line);
      CHECK(cells(line) <= width);
    }
  }
}

TEST_CASE("the strongest evidence is trusted, has words and was not set aside", "[render][order]") {
  struct Row {
    const char* why;
    EvidenceKind kind;
    double trust;
    bool set_aside, has_words;
    bool wins;
  };
  const auto row = GENERATE(values<Row>({
      {"more trust", EvidenceKind::tense, 0.95, false, true, true},
      {"less trust", EvidenceKind::stated, 0.5, false, true, false},
      {"as much trust, of a better kind", EvidenceKind::stated, 0.9, false, true, true},
      {"as much trust, of a worse kind", EvidenceKind::tense, 0.9, false, true, false},
      {"set aside", EvidenceKind::stated, 1, true, true, false},
      {"without words", EvidenceKind::stated, 1, false, false, false},
  }));
  INFO(row.why);
  testing::Made made = testing::ferry();
  Evidence other = made.timeline.evidence[0];
  other.kind = row.kind;
  other.trust = row.trust;
  other.set_aside = row.set_aside;
  if (!row.has_words) other.words = {};
  made.timeline.evidence.push_back(other);
  CHECK(strongest_evidence(made.timeline, 1) == (row.wins ? 3u : 0u));
  CHECK(strongest_evidence(made.timeline, 0) == std::nullopt);
}

TEST_CASE("events that are not shown stand in the JSON alone", "[render][order]") {
  testing::Made made = testing::ferry();
  made.timeline.events[2].shown = false;
  CHECK(to_order_text(made.timeline).find("Inspectors") == std::string::npos);
  CHECK(to_order_text(made.timeline).find("\n  e5") != std::string::npos);
  made.timeline.events[3].shown = false;
  CHECK(to_order_text(made.timeline).find("Passengers") == std::string::npos);
  CHECK(json::parse(to_order_json(made.timeline))["events"].size() == 5);
  CHECK(to_order_text(Timeline{}).empty());
}

TEST_CASE("the order for programs names each event, its bounds and its evidence", "[render][order]") {
  const json order = json::parse(to_order_json(testing::ferry().timeline));
  CHECK(order["schema"] == "annal-order/2");
  CHECK(
      order["events"][2] ==
      json::parse(
          R"({"id":"e3","position":2,"rank":2,"precedes":["e5"],"when":"8–14 Nov 2016","title":"Inspectors find rust","factuality":"fact","salience":0.9,
    "start":{"earliest":"2016-11-08","latest":"2016-11-14"},"end":{"earliest":"2016-11-08","latest":"2016-11-14"},
    "evidence":{"kind":"signal","rule":"signal-after","trust":0.9,"text":"After the storm","span":{"begin":100,"end":115}}})"));
  CHECK_FALSE(order["events"][0].contains("evidence"));
}

TEST_CASE("a hostile title cannot steer the terminal from the table", "[render][order]") {
  testing::Made made = testing::ferry();
  made.timeline.events[0].title = "a\x1b[2J\u202Ez";
  const std::string text = to_order_text(made.timeline);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
}
