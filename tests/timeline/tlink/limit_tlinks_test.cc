// Which links stay where a text has more than it may.
#include "timeline/tlink/limit_tlinks.h"

#include <catch2/catch.hpp>

using namespace annal;

namespace {

TLink link(EvidenceKind kind, double trust, std::uint32_t place) {
  TLink made;
  made.kind = kind;
  made.trust = trust;
  made.words = {place, place + 1};
  return made;
}

std::vector<std::uint32_t> places(const std::vector<TLink>& links) {
  std::vector<std::uint32_t> out;
  for (const TLink& l : links) out.push_back(l.words.begin);
  return out;
}

}  // namespace

TEST_CASE("the least trusted links are left out, comparisons of dates before them, and the order stays", "[timeline]") {
  const std::vector<TLink> all = {link(EvidenceKind::calendar, 1, 0), link(EvidenceKind::model, 0.1, 1),
                                  link(EvidenceKind::stated, 0.9, 2), link(EvidenceKind::model, 0.2, 3),
                                  link(EvidenceKind::model, 0.2, 4),  link(EvidenceKind::signal, 0.8, 5)};
  struct Row {
    std::size_t most;
    std::vector<std::uint32_t> kept;
  };
  const auto row = GENERATE(values<Row>({
      {9, {0, 1, 2, 3, 4, 5}},
      {6, {0, 1, 2, 3, 4, 5}},
      {5, {1, 2, 3, 4, 5}},
      {4, {2, 3, 4, 5}},
      {3, {2, 3, 5}},
      {2, {2, 5}},
      {0, {}},
  }));
  CAPTURE(row.most);
  std::vector<TLink> links = all;
  CHECK(limit_tlinks(links, row.most) == all.size() - std::min(all.size(), row.most));
  CHECK(places(links) == row.kept);
}
