// See timeml_tags.h. A sweep from left to right with a stack of the tags that are open.
#include "render/export/timeml_tags.h"

#include <algorithm>
#include <tuple>

namespace annal {
namespace {

bool cross(Span a, Span b) {
  if (b.begin < a.begin) std::swap(a, b);
  return a.begin < b.begin && b.begin < a.end && a.end < b.end;
}

/// The wishes of `sorted` that cross no earlier one of them that stays.
std::vector<TagWish> nested(const std::vector<TagWish>& sorted) {
  std::vector<TagWish> kept;
  std::vector<Span> open;
  for (const TagWish& wish : sorted) {
    while (!open.empty() && open.back().end <= wish.span.begin) open.pop_back();
    // The innermost open span ends first: who fits into it fits into all.
    if (!open.empty() && wish.span.end > open.back().end) continue;
    open.push_back(wish.span);
    kept.push_back(wish);
  }
  return kept;
}

}  // namespace

std::vector<TagWish> well_formed(std::vector<TagWish> wishes) {
  std::erase_if(wishes, [](const TagWish& wish) { return wish.span.end <= wish.span.begin; });
  std::sort(wishes.begin(), wishes.end(), [](const TagWish& a, const TagWish& b) {
    return std::tuple(a.span.begin, ~a.span.end, a.kind, a.id) < std::tuple(b.span.begin, ~b.span.end, b.kind, b.id);
  });

  std::vector<TagWish> timexes;
  std::copy_if(wishes.begin(), wishes.end(), std::back_inserter(timexes),
               [](const TagWish& wish) { return wish.kind == TagWish::Kind::timex; });
  timexes = nested(timexes);

  // Events that cross a time expression go first, so that the sweep over both drops no time expression. Kept time
  // expressions nest, so those that begin before an event's end and end after its begin are few and stand together.
  std::vector<TagWish> both;
  std::size_t first = 0;
  for (const TagWish& wish : wishes) {
    if (wish.kind == TagWish::Kind::timex) continue;
    while (first < timexes.size() && timexes[first].span.end <= wish.span.begin) ++first;
    bool crosses = false;
    for (std::size_t i = first; i < timexes.size() && timexes[i].span.begin < wish.span.end && !crosses; ++i)
      crosses = cross(timexes[i].span, wish.span);
    if (!crosses) both.push_back(wish);
  }
  both.insert(both.end(), timexes.begin(), timexes.end());
  std::sort(both.begin(), both.end(), [](const TagWish& a, const TagWish& b) {
    return std::tuple(a.span.begin, ~a.span.end, a.kind, a.id) < std::tuple(b.span.begin, ~b.span.end, b.kind, b.id);
  });
  return nested(both);
}

}  // namespace annal
