#include "reader/html/visible.h"

#include <algorithm>
#include <array>

#include "core/unicode/ascii.h"

namespace annal {
namespace {

constexpr std::array never = {Tag::script, Tag::style,  Tag::noscript, Tag::template_, Tag::head,
                              Tag::input,  Tag::button, Tag::select,   Tag::textarea,  Tag::iframe,
                              Tag::object, Tag::embed,  Tag::applet,   Tag::link,      Tag::video,
                              Tag::audio,  Tag::canvas, Tag::noframes, Tag::map,       Tag::svg};

bool hidden_by_style(std::string_view style) {
  std::string packed;
  for (const char c : style)
    if (!is_space(c)) packed += lower_ascii(c);
  return packed.find("display:none") != std::string::npos || packed.find("visibility:hidden") != std::string::npos;
}

}  // namespace

void drop_invisible(PageTree& tree) {
  auto& nodes = tree.nodes();
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].dropped || !nodes[i].element) continue;
    const bool fallback_image = tree.attribute(i, "class").find("fallback-image") != std::string_view::npos;
    if (std::ranges::find(never, nodes[i].tag) != never.end() || tree.has_attribute(i, "hidden") ||
        (tree.attribute(i, "aria-hidden") == "true" && !fallback_image) || hidden_by_style(tree.attribute(i, "style")))
      tree.drop(i);
  }
}

}  // namespace annal
