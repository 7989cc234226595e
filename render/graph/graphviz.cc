// The plugins are handed to Graphviz, which would else look up and load all that are installed. They lie in a folder of
// their own beside its library, where the loader does not look by itself.
#include "render/graph/graphviz.h"

#include <dlfcn.h>
#include <graphviz/gvplugin.h>

#include <array>

#include "core/loaded_library.h"

namespace annal {
namespace {

/// The file of a plugin of the library that holds `function`; its name alone, which the loader looks for, where that is
/// not known.
std::string plugin(const void* function, const std::string& name) {
  Dl_info info{};
  if (function == nullptr || ::dladdr(function, &info) == 0 || info.dli_fname == nullptr) return name;
  const std::string library = info.dli_fname;
  const std::size_t slash = library.rfind('/');
  return slash == std::string::npos ? name : library.substr(0, slash) + "/graphviz/" + name;
}

struct Library {
  LoadedLibrary gvc{"libgvc.so.6"};       ///< cgraph is among those that it needs
  std::array<lt_symlist_t, 3> plugins{};  ///< ended by one without a name
  Graphviz found;

  Library() {
    find_functions();
    const auto* const anchor = reinterpret_cast<const void*>(found.layout);
    LoadedLibrary core(plugin(anchor, "libgvplugin_core.so.6").c_str());
    LoadedLibrary dot(plugin(anchor, "libgvplugin_dot_layout.so.6").c_str());
    decltype(&::gvContextPlugins) make_context = nullptr;
    gvc.find(make_context, "gvContextPlugins");
    plugins[0].name = "gvplugin_core_LTX_library";
    plugins[1].name = "gvplugin_dot_layout_LTX_library";
    core.find(plugins[0].address, plugins[0].name);
    dot.find(plugins[1].address, plugins[1].name);
    for (const LoadedLibrary* library : {&gvc, &core, &dot})
      if (found.trouble.empty()) found.trouble = library->trouble();
    if (found.trouble.empty()) found.context = make_context(plugins.data(), 0);
  }

  void find_functions() {
    gvc.find(found.agopen, "agopen");
    gvc.find(found.agclose, "agclose");
    gvc.find(found.agnode, "agnode");
    gvc.find(found.agedge, "agedge");
    gvc.find(found.agattr, "agattr");
    gvc.find(found.agset, "agset");
    gvc.find(found.agwrite, "agwrite");
    gvc.find(found.agseterrf, "agseterrf");
    gvc.find(found.layout, "gvLayout");
    gvc.find(found.render, "gvRenderData");
    gvc.find(found.free_rendered, "gvFreeRenderData");
    gvc.find(found.free_layout, "gvFreeLayout");
    gvc.find(found.directed, "Agdirected");
    gvc.find(found.memory, "AgMemDisc");
    gvc.find(found.ids, "AgIdDisc");
  }
};

}  // namespace

const Graphviz& graphviz() {
  static const Library library;
  return library.found;
}

}  // namespace annal
