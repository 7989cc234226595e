#include "core/html/visible.h"

#include <algorithm>
#include <array>

#include "core/html/ascii.h"

namespace annal {
namespace {

constexpr std::array never = {GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                              GUMBO_TAG_HEAD,     GUMBO_TAG_INPUT,    GUMBO_TAG_BUTTON,   GUMBO_TAG_SELECT,
                              GUMBO_TAG_TEXTAREA, GUMBO_TAG_IFRAME,   GUMBO_TAG_OBJECT,   GUMBO_TAG_EMBED,
                              GUMBO_TAG_APPLET,   GUMBO_TAG_LINK,     GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,
                              GUMBO_TAG_CANVAS,   GUMBO_TAG_NOFRAMES, GUMBO_TAG_MAP,      GUMBO_TAG_SVG};

bool hidden_by_style(std::string_view style) {
  std::string packed;
  for (const char c : style)
    if (!is_space(c)) packed += lower(c);
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
