#include "reader/html/article.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/unicode/ascii.h"
#include "reader/html/clean.h"
#include "reader/html/title.h"
#include "reader/html/visible.h"
#include "reader/html/words.h"

namespace annal {
namespace {

constexpr std::uint32_t shortest_paragraph = 25;  // characters; shorter ones earn nothing
constexpr std::uint32_t shortest_article = 500;   // below it, a laxer reading of the page is tried
constexpr int levels = 5;                         // how far up a paragraph passes its points

/// How strictly elements are judged; a page that yields too little is read again with less.
struct Strictness {
  bool strip_unlikely = true;
  bool weigh_classes = true;
  bool clean = true;
};

bool has_ancestor(const PageTree& tree, std::uint32_t i, Tag tag, int depth) {
  for (; i != 0 && depth > 0; --depth) {
    i = tree.nodes()[i].parent;
    if (tree.nodes()[i].tag == tag && tree.nodes()[i].element) return true;
  }
  return false;
}

void drop_unlikely(PageTree& tree) {
  auto& nodes = tree.nodes();
  const PageWords& words = class_words();
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].dropped || !nodes[i].element) continue;
    const Tag tag = nodes[i].tag;
    if (tag == Tag::body || tag == Tag::html || tag == Tag::a) continue;
    const std::string names = tree.names(i);
    const bool unlikely = words.within("unlikely", names) && !words.within("maybe", names) &&
                          !has_ancestor(tree, i, Tag::table, 3) && !has_ancestor(tree, i, Tag::code, 3);
    if (unlikely || words.is("role", tree.attribute(i, "role"))) tree.drop(i);
  }
}

/// Bylines go: who wrote it is no part of what is told.
void drop_byline(PageTree& tree) {
  auto& nodes = tree.nodes();
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].dropped || !nodes[i].element || nodes[i].length == 0 || nodes[i].length >= 100) continue;
    if (tree.attribute(i, "rel") != "author" &&
        tree.attribute(i, "itemprop").find("author") == std::string_view::npos &&
        !class_words().within("byline", tree.names(i)))
      continue;
    tree.drop(i);
    return;
  }
}

float first_score(Tag tag) {
  switch (tag) {
    case Tag::div: return 5;
    case Tag::pre:
    case Tag::td:
    case Tag::blockquote: return 3;
    case Tag::address:
    case Tag::ol:
    case Tag::ul:
    case Tag::dl:
    case Tag::dd:
    case Tag::dt:
    case Tag::li:
    case Tag::form: return -3;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::th: return -5;
    default: return 0;
  }
}

bool is_paragraph_tag(Tag tag) {
  return tag == Tag::p || tag == Tag::td || tag == Tag::pre || tag == Tag::section ||
         (tag >= Tag::h2 && tag <= Tag::h6);
}

/// A div whose text is its own, or the runs of text between the blocks of one, count as paragraphs.
void score_paragraph(PageTree& tree, std::uint32_t parent, std::uint32_t length, std::uint32_t commas, bool weigh) {
  if (length < shortest_paragraph) return;
  auto& nodes = tree.nodes();
  const float points = 2.0F + static_cast<float>(commas) + static_cast<float>(std::min(length / 100, 3U));
  // One row of a table is no article, though its cell may be the longest.
  const auto is_row = [&](std::uint32_t i) { return html::is_any(nodes[i].tag, Tag::tr, Tag::tbody, Tag::thead); };
  for (int level = 0; level < levels && parent != 0; ++level, parent = nodes[parent].parent) {
    while (is_row(parent)) parent = nodes[parent].parent;
    PageNode& node = nodes[parent];
    if (!node.element) break;
    if (!node.candidate) {
      node.candidate = true;
      node.score = first_score(node.tag) + (weigh ? static_cast<float>(class_weight(tree, parent)) : 0.0F);
    }
    node.score += points / (level == 0 ? 1.0F : level == 1 ? 2.0F : static_cast<float>(level) * 3.0F);
    if (node.tag == Tag::body) break;
  }
}

void score_all(PageTree& tree, bool weigh) {
  auto& nodes = tree.nodes();
  std::vector<bool> holds_block(nodes.size(), false);
  for (std::size_t i = nodes.size(); i-- > 1;) {
    if (nodes[i].dropped) continue;
    if (nodes[i].block || holds_block[i]) holds_block[nodes[i].parent] = true;
  }
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const PageNode& node = nodes[i];
    if (node.dropped || !node.element) continue;
    if (is_paragraph_tag(node.tag)) score_paragraph(tree, node.parent, node.length, node.commas, weigh);
    if (node.tag != Tag::div) continue;
    if (!holds_block[i]) {
      score_paragraph(tree, node.parent, node.length, node.commas, weigh);
      continue;
    }
    std::uint32_t length = 0, commas = 0;
    for (std::uint32_t child = i + 1; child < node.end; child = nodes[child].end) {
      if (nodes[child].dropped) continue;
      if (!nodes[child].block && !holds_block[child]) {
        length += nodes[child].length;
        commas += nodes[child].commas;
        continue;
      }
      score_paragraph(tree, i, length, commas, weigh);
      length = commas = 0;
    }
    score_paragraph(tree, i, length, commas, weigh);
  }
  for (PageNode& node : nodes)
    if (node.candidate) node.score *= 1.0F - link_density(node);
}

/// The best element, or a common ancestor of several good ones, or a parent that gathers more; 0 where none scored.
std::uint32_t best_candidate(const PageTree& tree) {
  const auto& nodes = tree.nodes();
  std::vector<std::uint32_t> top;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].dropped || !nodes[i].candidate) continue;
    const auto place = std::ranges::find_if(top, [&](std::uint32_t t) { return nodes[i].score > nodes[t].score; });
    top.insert(place, i);
    if (top.size() > 5) top.pop_back();
  }
  if (top.empty()) return 0;
  std::uint32_t best = top.front();
  if (nodes[best].tag == Tag::body) return best;

  std::vector<std::uint32_t> rivals;
  for (std::size_t t = 1; t < top.size(); ++t)
    if (nodes[top[t]].score / nodes[best].score >= 0.75F) rivals.push_back(top[t]);
  if (rivals.size() >= 3) {
    for (std::uint32_t up = nodes[best].parent; up != 0 && nodes[up].tag != Tag::body; up = nodes[up].parent) {
      const auto held = std::ranges::count_if(rivals, [&](std::uint32_t r) { return up < r && r < nodes[up].end; });
      if (held < 3) continue;
      best = up;
      break;
    }
  }
  float last = nodes[best].score;
  const float least = last / 3.0F;
  for (std::uint32_t up = nodes[best].parent; up != 0 && nodes[up].tag != Tag::body; up = nodes[up].parent) {
    if (!nodes[up].candidate) continue;
    if (nodes[up].score < least) break;
    if (nodes[up].score > last) {
      best = up;
      break;
    }
    last = nodes[up].score;
  }
  // An only child brings its parent's other children no loss, and its siblings are looked at from there.
  for (std::uint32_t up = nodes[best].parent; up != 0 && nodes[up].tag != Tag::body; up = nodes[up].parent) {
    std::size_t children = 0;
    for (std::uint32_t c = up + 1; c < nodes[up].end; c = nodes[c].end)
      children += nodes[c].element && !nodes[c].dropped ? 1 : 0;
    if (children != 1) break;
    best = up;
  }
  return best;
}

bool goes_with(const PageTree& tree, std::uint32_t sibling, std::uint32_t best) {
  const auto& nodes = tree.nodes();
  const PageNode& node = nodes[sibling];
  if (sibling == best) return true;
  if (!node.element) return false;
  const float threshold = std::max(10.0F, nodes[best].score * 0.2F);
  const std::string_view own = tree.attribute(sibling, "class");
  const float bonus = !own.empty() && own == tree.attribute(best, "class") ? nodes[best].score * 0.2F : 0.0F;
  if (node.candidate && node.score + bonus >= threshold) return true;
  if (node.tag != Tag::p) return false;
  const float density = link_density(node);
  if (node.length > 80) return density < 0.25F;
  const std::string text = tree.text(sibling);
  return node.length > 0 && density == 0.0F && (text.find(". ") != std::string::npos || trimmed(text).ends_with('.'));
}

void keep_only(PageTree& tree, std::uint32_t best) {
  auto& nodes = tree.nodes();
  const std::uint32_t parent = nodes[best].parent;
  const bool whole = nodes[best].tag == Tag::body || best == 0;
  for (std::uint32_t i = 1; i < nodes.size();) {
    const bool above = i <= best && best < nodes[i].end && i != best;
    const bool kept = whole || (nodes[i].parent == parent && goes_with(tree, i, best));
    if (above || (whole && i <= best)) {
      ++i;
      continue;
    }
    if (!kept) tree.drop(i);
    i = nodes[i].end;
  }
}

std::uint32_t read_once(PageTree& tree, Strictness strictness) {
  drop_invisible(tree);
  tree.measure();
  if (strictness.strip_unlikely) drop_unlikely(tree);
  drop_byline(tree);
  tree.measure();
  score_all(tree, strictness.weigh_classes);
  keep_only(tree, best_candidate(tree));
  tree.measure();
  clean_article(tree, {.by_content = strictness.clean, .weigh_classes = strictness.weigh_classes});
  tree.measure();
  return tree.nodes().front().length;
}

void forget(PageTree& tree) {
  for (PageNode& node : tree.nodes()) {
    node.dropped = node.candidate = false;
    node.score = 0;
  }
}

}  // namespace

std::string keep_article(PageTree& tree) {
  std::string title = page_title(tree);
  constexpr std::array<Strictness, 4> tries = {
      {{true, true, true}, {false, true, true}, {false, false, true}, {false, false, false}}};
  // A short article is no failure: a laxer reading has to find more than twice as much to be believed.
  std::size_t best = 0;
  std::uint32_t longest = 0;
  for (std::size_t t = 0; t < tries.size() && longest < shortest_article; ++t) {
    forget(tree);
    const std::uint32_t length = read_once(tree, tries[t]);
    if (length <= longest * 2) continue;
    longest = length;
    best = t;
  }
  forget(tree);
  if (longest > 0) {
    read_once(tree, tries[best]);
  } else {
    drop_invisible(tree);
  }
  drop_repeated_title(tree, title);
  tree.measure();
  return title;
}

std::string keep_visible(PageTree& tree) {
  std::string title = page_title(tree);
  drop_invisible(tree);
  drop_repeated_title(tree, title);
  tree.measure();
  return title;
}

}  // namespace annal
