#include "timeline/network/conflict.h"

#include <optional>

namespace annal::graph {

std::vector<std::uint32_t> contradiction(ChainFinder& chains, std::span<const Piece> pieces, std::uint32_t refused) {
  const Piece& piece = pieces[refused];
  std::optional<std::vector<ChainEdge>> best;
  /// The edge tail -> head of `weight` and a way back that is shorter than -weight by an instant.
  const auto close = [&](Vertex tail, Vertex head, Weight weight) {
    auto back = chains.find(head, tail, Weight{-weight.seconds, -weight.instants - 1});
    if (back && (!best || pieces_on(*back) < pieces_on(*best))) best = std::move(back);
  };
  // A piece whose own sides exclude each other needs no other.
  if (piece.has_low() && piece.has_high() && piece.least() > Weight{piece.high, 0}) return {refused};
  if (piece.has_high()) close(piece.from, piece.to, {piece.high, 0});
  if (piece.has_low()) close(piece.to, piece.from, Weight{} - piece.least());
  std::vector<std::uint32_t> cycle{refused};
  if (best)
    for (const ChainEdge& edge : *best)
      if (edge.piece != no_piece) cycle.push_back(edge.piece);
  return cycle;
}

}  // namespace annal::graph
