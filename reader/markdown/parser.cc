#include "reader/markdown/parser.h"

#include <algorithm>
#include <functional>

namespace annal {
namespace {

struct Run {
  std::string_view markdown;
  MarkdownHandler& handler;
  std::size_t effort_left;  ///< callbacks, and bytes of the addresses that md4c copies for them
  std::uint32_t last = 0;   ///< offset behind the last piece of the source
  bool spend(std::size_t effort) {
    if (effort > effort_left) return false;
    effort_left -= effort;
    return true;
  }
};

Run& run_of(void* user) { return *static_cast<Run*>(user); }

template <class Use>
int call(void* user, Use use, std::size_t effort = 1) {
  Run& run = run_of(user);
  if (!run.spend(effort)) return 1;
  use(run);
  return 0;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  return call(user, [&](Run& run) {
    const char* const begin = run.markdown.data();
    const bool own = std::greater_equal<>()(text, begin) && std::less<>()(text, begin + run.markdown.size());
    const std::uint32_t source = own ? static_cast<std::uint32_t>(text - begin) : run.last;
    run.handler.text(type, {text, size}, source);
    if (own) run.last = source + size;
  });
}

/// A link takes its address with it each time that it is referred to.
std::size_t effort_of(MD_SPANTYPE type, const void* detail) {
  if (type == MD_SPAN_A) return 1 + static_cast<const MD_SPAN_A_DETAIL*>(detail)->href.size;
  if (type == MD_SPAN_IMG) return 1 + static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src.size;
  return 1;
}

}  // namespace

bool parse_markdown(std::string_view markdown, MarkdownHandler& handler) {
  // md4c 0.4.8 takes quadratic time for some texts of brackets alone; no article has so many.
  constexpr std::ptrdiff_t most_brackets = 20'000;
  for (const char bracket : {'[', '<'})
    if (std::ranges::count(markdown, bracket) > most_brackets) return false;
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return call(user, [&](Run& run) { run.handler.enter_block(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return call(user, [&](Run& run) { run.handler.leave_block(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return call(
        user, [&](Run& run) { run.handler.enter_span(type, detail); }, effort_of(type, detail));
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    return call(user, [&](Run& run) { run.handler.leave_span(type); });
  };
  parser.text = on_text;
  constexpr std::size_t few = 64, most_of_a_byte = 8;
  Run run{markdown, handler, few + most_of_a_byte * markdown.size()};
  return md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &run) == 0;
}

}  // namespace annal
