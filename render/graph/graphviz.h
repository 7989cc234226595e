// Graphviz, loaded when a graph is first drawn, with its plugins core and dot and no others: those that measure text by
// the fonts of the machine would make the picture depend on them.
#pragma once

#include <graphviz/gvc.h>

#include <string>

namespace annal {

/// The functions and values of Graphviz 2.42 that are used, with the types that its headers declare. Its state,
/// cgraph's too, is global and has no lock of its own.
struct Graphviz {
  decltype(&::agopen) agopen = nullptr;
  decltype(&::agclose) agclose = nullptr;
  decltype(&::agnode) agnode = nullptr;
  decltype(&::agedge) agedge = nullptr;
  decltype(&::agattr) agattr = nullptr;
  decltype(&::agset) agset = nullptr;
  decltype(&::agwrite) agwrite = nullptr;
  decltype(&::agseterrf) agseterrf = nullptr;
  decltype(&::gvLayout) layout = nullptr;
  decltype(&::gvRenderData) render = nullptr;
  decltype(&::gvFreeRenderData) free_rendered = nullptr;
  decltype(&::gvFreeLayout) free_layout = nullptr;
  Agdesc_t* directed = nullptr;
  Agmemdisc_t* memory = nullptr;
  Agiddisc_t* ids = nullptr;
  GVC_t* context = nullptr;  ///< one for the process: making one registers the plugins anew
  std::string trouble;       ///< why it cannot be used; empty where it can
};

/// Graphviz; safe to call from several threads.
const Graphviz& graphviz();

}  // namespace annal
