#include "timeline/network/guesses.h"

#include "timeline/network/network.h"

namespace annal::graph {

namespace {

/// The frame of a fixed point.
annal::Frame frame_of(const Point& point) {
  switch (point.kind) {
    case Point::Kind::origin: return annal::Frame::calendar;
    case Point::Kind::open_year: return annal::Frame::open_year;
    case Point::Kind::document: return annal::Frame::document;
    default: return annal::Frame::none;
  }
}

/// The calendar first, no frame last.
int rank_of(annal::Frame frame) {
  switch (frame) {
    case annal::Frame::calendar: return 0;
    case annal::Frame::open_year: return 1;
    case annal::Frame::document: return 2;
    default: return 3;
  }
}

}  // namespace

std::vector<char> without_guesses(const ConsistentGraph& network, std::span<const Evidence> evidence,
                                  std::span<const std::uint32_t> indices) {
  std::vector<char> sure = network.accepted;
  for (std::size_t i = 0; i < indices.size(); ++i)
    if (is_guess(evidence[indices[i]].kind)) sure[i] = 0;
  return sure;
}

std::vector<annal::Frame> frames_of_dates(std::span<const Evidence> evidence, std::size_t timexes, std::size_t events) {
  using Kind = Point::Kind;
  std::vector<annal::Frame> of_timex(timexes, annal::Frame::none), of_event(events, annal::Frame::none);
  for (const Evidence& e : evidence)
    if (e.kind == EvidenceKind::calendar && e.to.kind == Kind::timex) of_timex[e.to.index] = frame_of(e.from);
  for (const Evidence& e : evidence) {
    if (e.set_aside) continue;
    const bool from_event = e.from.kind == Kind::event, to_event = e.to.kind == Kind::event;
    if (from_event == to_event) continue;
    const Point &event = from_event ? e.from : e.to, &other = from_event ? e.to : e.from;
    annal::Frame frame = annal::Frame::none;
    if (e.kind == EvidenceKind::edited) frame = frame_of(other);
    if (e.kind == EvidenceKind::stated && other.kind == Kind::timex) frame = of_timex[other.index];
    annal::Frame& known = of_event[event.index];
    if (rank_of(frame) < rank_of(known)) known = frame;
  }
  return of_event;
}

bool guesses_place_writing(const ConsistentGraph& network, const std::vector<char>& sure) {
  if (sure == network.accepted) return false;
  const ConsistentGraph known{network.graph, sure, network.potential};
  const auto place = [](const ConsistentGraph& of) {
    return std::pair(at_most_before(of, PointNumbers::origin)[PointNumbers::document_start],
                     at_most_after(of, PointNumbers::origin)[PointNumbers::document_start]);
  };
  return place(network) != place(known);
}

std::vector<std::uint32_t> guesses_about_writing(const ConsistentGraph& network, std::span<const Evidence> evidence,
                                                 std::span<const std::uint32_t> indices) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < indices.size(); ++i) {
    const Evidence& e = evidence[indices[i]];
    const bool about = e.from.kind == Point::Kind::document || e.to.kind == Point::Kind::document;
    if (about && is_guess(e.kind) && network.accepted[i] != 0) found.push_back(i);
  }
  return found;
}

}  // namespace annal::graph
