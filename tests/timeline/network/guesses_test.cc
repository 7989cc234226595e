// What guesses may do: bound what the text leaves open, and nothing that it dates.
#include "timeline/network/guesses.h"

#include <catch2/catch.hpp>

#include "core/calendar/calendar.h"
#include "tests/timeline/network/naive.h"
#include "timeline/network/network.h"

using namespace annal;
using naive::bound;
using naive::end;
using naive::start;
using naive::timex_end;
using naive::timex_start;

namespace {

constexpr Point written_start{Point::Kind::document, 0, false}, written_end{Point::Kind::document, 0, true};

CivilSeconds date(int year) { return days_from_civil(year, 1, 1) * seconds_per_day; }

/// Timex `t` is the year `year`.
void place(std::vector<Evidence>& evidence, std::uint32_t t, int year) {
  for (const bool is_end : {false, true}) {
    const CivilSeconds at = date(year + is_end);
    evidence.push_back(bound(Point{}, {Point::Kind::timex, t, is_end}, at, at, 1.0));
    evidence.back().kind = EvidenceKind::calendar;
  }
}

/// `later` is not before `earlier`, by a statement of the text or by a guess.
void order(std::vector<Evidence>& evidence, Point earlier, Point later, EvidenceKind kind) {
  evidence.push_back(bound(earlier, later, 0, unbounded_future, kind == EvidenceKind::stated ? 0.9 : 0.32));
  evidence.back().kind = kind;
}

/// Event 0 lies in 1066, event 1 in 1752; nothing dates event 2.
std::vector<Evidence> chronicle() {
  std::vector<Evidence> evidence;
  place(evidence, 0, 1066);
  place(evidence, 1, 1752);
  for (const std::uint32_t e : {0u, 1u}) {
    order(evidence, timex_start(e), start(e), EvidenceKind::stated);
    order(evidence, end(e), timex_end(e), EvidenceKind::stated);
  }
  return evidence;
}

/// A guess: the event lies on the day of writing.
void guess_written(std::vector<Evidence>& evidence, std::uint32_t event) {
  order(evidence, written_start, start(event), EvidenceKind::model);
  order(evidence, end(event), written_end, EvidenceKind::model);
}

}  // namespace

TEST_CASE("what the text dates keeps its date whatever is guessed", "[graph]") {
  for (const EvidenceKind kind : {EvidenceKind::model, EvidenceKind::narrative}) {
    for (std::uint32_t guess = 0; guess < 64; ++guess) {
      std::vector<Evidence> evidence = chronicle();
      if (guess & 1) guess_written(evidence, 0);
      if (guess & 2) guess_written(evidence, 1);
      if (guess & 4) guess_written(evidence, 2);
      if (guess & 8) order(evidence, end(1), start(2), kind);
      if (guess & 16) order(evidence, end(2), start(0), kind);
      if (guess & 32) order(evidence, start(0), written_start, kind);
      const Solution solution = solve(2, 3, evidence, Dct{});
      CAPTURE(guess);
      for (const auto& [event, year] : {std::pair(0u, 1066), std::pair(1u, 1752)}) {
        CHECK(solution.bounds[event].start.frame == Frame::calendar);
        CHECK(solution.bounds[event].start.earliest == date(year));
        CHECK(solution.bounds[event].end.latest == date(year + 1));
        CHECK_FALSE(solution.guessed[event]);
      }
      CHECK(solution.order.rank[0] <= solution.order.rank[1]);
    }
  }
}

TEST_CASE("no guess puts an unknown day of writing on the calendar", "[graph]") {
  std::vector<Evidence> evidence = chronicle();
  guess_written(evidence, 2);
  order(evidence, end(2), start(0), EvidenceKind::model);
  const Solution solution = solve(2, 3, evidence, Dct{});
  CHECK(solution.set_aside.size() == 2);
  CHECK(solution.conflicts.empty());
  CHECK(solution.bounds[2].start.earliest == unbounded_past);

  std::vector<Evidence> apart = chronicle();
  guess_written(apart, 2);
  const Solution open = solve(2, 3, apart, Dct{});
  CHECK(open.set_aside.empty());
  CHECK(open.bounds[2].start.frame == Frame::document);
}

TEST_CASE("a date is told in its own frame, though less is known there", "[graph]") {
  std::vector<Evidence> evidence = chronicle();
  place(evidence, 2, 2031);
  order(evidence, start(2), timex_end(2), EvidenceKind::stated);
  order(evidence, timex_start(2), end(2), EvidenceKind::stated);
  order(evidence, written_start, start(2), EvidenceKind::tense);
  const Solution solution = solve(3, 3, evidence, Dct{});
  CHECK(solution.bounds[2].start.frame == Frame::calendar);
  CHECK(solution.bounds[2].start.earliest == unbounded_past);
}
