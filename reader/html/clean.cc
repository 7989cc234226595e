// Counts of a subtree (paragraphs, pictures, list items, fields) come from prefix sums over the flat tree, so that
// judging every element costs no more than one pass.
#include "reader/html/clean.h"

#include <array>

#include "core/unicode/ascii.h"
#include "reader/html/words.h"

namespace annal {
namespace {

constexpr std::uint32_t longest_share_bar = 500;  // characters

struct Counts {
  std::uint32_t paragraphs = 0, images = 0, items = 0, fields = 0, commas = 0, figures = 0, headings = 0, list = 0;
  std::uint32_t cells = 0, rows = 0;
};

class Sums {
 public:
  explicit Sums(const PageTree& tree) : nodes_(tree.nodes()), before_(nodes_.size() + 1) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      Counts sum = before_[i];
      if (nodes_[i].element && !nodes_[i].dropped) add(sum, nodes_[i]);
      before_[i + 1] = sum;
    }
  }
  Counts of(std::uint32_t i) const {
    const Counts& a = before_[i + 1];
    const Counts& b = before_[nodes_[i].end];
    return {
        b.paragraphs - a.paragraphs, b.images - a.images,     b.items - a.items, b.fields - a.fields, 0,
        b.figures - a.figures,       b.headings - a.headings, b.list - a.list,   b.cells - a.cells,   b.rows - a.rows};
  }

 private:
  static void add(Counts& sum, const PageNode& node) {
    switch (node.tag) {
      case Tag::p: ++sum.paragraphs; break;
      case Tag::img: ++sum.images; break;
      case Tag::li: ++sum.items; break;
      case Tag::input: ++sum.fields; break;
      case Tag::figure: ++sum.figures; break;
      case Tag::ul:
      case Tag::ol: sum.list += node.length; break;
      case Tag::td: ++sum.cells; break;
      case Tag::tr: ++sum.rows; break;
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
      case Tag::h4:
      case Tag::h5:
      case Tag::h6: sum.headings += node.length; break;
      default: break;
    }
  }
  const std::vector<PageNode>& nodes_;
  std::vector<Counts> before_;
};

bool is_data_table(const PageTree& tree, std::uint32_t i, const Counts& counts) {
  if (tree.attribute(i, "role") == "presentation" || tree.attribute(i, "datatable") == "0") return false;
  if (tree.has_attribute(i, "summary")) return true;
  const auto& nodes = tree.nodes();
  for (std::uint32_t n = i + 1; n < nodes[i].end; ++n) {
    const Tag tag = nodes[n].tag;
    if (!nodes[n].element) continue;
    if (tag == Tag::table) return false;
    if (tag == Tag::caption || tag == Tag::col || tag == Tag::colgroup || tag == Tag::tfoot || tag == Tag::thead ||
        tag == Tag::th)
      return true;
  }
  const std::uint32_t columns = counts.rows == 0 ? 0 : counts.cells / counts.rows;
  return columns > 1 && (counts.rows >= 10 || columns > 4 || counts.cells > 10);
}

bool poor(const PageTree& tree, std::uint32_t i, const Counts& counts, Cleaning cleaning, bool in_figure) {
  const PageNode& node = tree.nodes()[i];
  const int weight = cleaning.weigh_classes ? class_weight(tree, i) : 0;
  if (weight < 0) return true;
  if (node.commas >= 10) return false;
  bool list = node.tag == Tag::ul || node.tag == Tag::ol;
  if (!list && node.length > 0) list = static_cast<float>(counts.list) / static_cast<float>(node.length) > 0.9F;
  const float density = link_density(node);
  const float headings =
      node.length == 0 ? 0.0F : static_cast<float>(counts.headings) / static_cast<float>(node.length);
  const auto p = static_cast<float>(counts.paragraphs);
  const bool remove = (!in_figure && counts.images > 1 && p / static_cast<float>(counts.images) < 0.5F) ||
                      (!list && counts.items > counts.paragraphs + 100) ||
                      (counts.fields > counts.paragraphs / 3 && counts.fields > 0) ||
                      (!list && !in_figure && headings < 0.9F && node.length < 25 &&
                       (counts.images == 0 || counts.images > 2) && density > 0) ||
                      (!list && weight < 25 && density > 0.2F) || (weight >= 25 && density > 0.5F);
  // A list of pictures is a gallery, and goes with the article.
  if (list && remove && counts.items > 0 && counts.images == counts.items) return false;
  return remove;
}

bool judged_by_content(Tag tag) {
  return tag == Tag::form || tag == Tag::fieldset || tag == Tag::table || tag == Tag::ul || tag == Tag::ol ||
         tag == Tag::div;
}

}  // namespace

int class_weight(const PageTree& tree, std::uint32_t i) {
  int weight = 0;
  for (const char* name : {"class", "id"}) {
    const std::string value = lowered(tree.attribute(i, name));
    if (value.empty()) continue;
    if (class_words().within("negative", value)) weight -= 25;
    if (class_words().within("positive", value)) weight += 25;
  }
  return weight;
}

float link_density(const PageNode& node) {
  return node.length == 0 ? 0.0F : static_cast<float>(node.link_length) / static_cast<float>(node.length);
}

void clean_article(PageTree& tree, Cleaning cleaning) {
  auto& nodes = tree.nodes();
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const PageNode& node = nodes[i];
    if (node.dropped || !node.element) continue;
    const bool gone = node.tag == Tag::footer || node.tag == Tag::aside;
    const bool share = node.length < longest_share_bar && node.tag != Tag::body && node.tag != Tag::html &&
                       class_words().within("share", tree.names(i));
    const bool heading =
        (node.tag == Tag::h1 || node.tag == Tag::h2) && cleaning.weigh_classes && class_weight(tree, i) < 0;
    if (gone || share || heading) tree.drop(i);
  }
  if (!cleaning.by_content) return;
  tree.measure();
  const Sums sums(tree);
  std::uint32_t table_end = 0, figure_end = 0, code_end = 0;
  for (std::uint32_t i = 1; i < nodes.size(); ++i) {
    const PageNode& node = nodes[i];
    if (node.dropped || !node.element) continue;
    if (node.tag == Tag::figure) figure_end = std::max(figure_end, node.end);
    if (node.tag == Tag::code || node.tag == Tag::pre) code_end = std::max(code_end, node.end);
    if (node.tag == Tag::table && is_data_table(tree, i, sums.of(i))) table_end = std::max(table_end, node.end);
    if (!judged_by_content(node.tag) || i < table_end || i < code_end) continue;
    if (node.length == 0) continue;
    if (poor(tree, i, sums.of(i), cleaning, i < figure_end)) tree.drop(i);
  }
}

}  // namespace annal
