// See graph.h. What Graphviz asks of its callers, found by running 2.42: its own two plugins alone (no fonts of the
// machine, no leak); one lock for everything; labels are escape strings, so backslashes are doubled and
// ampersands escaped; text must be valid UTF-8 without control characters; a default before every attribute; network
// simplex and crossing reduction kept short.
#include "render/graph/graph.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "render/encode/escape.h"
#include "render/graph/graph_model.h"
#include "render/graph/graphviz.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/labels/heading.h"
#include "render/text/wrap.h"
#include "timeline/entries/address.h"
#include "timeline/entries/colour.h"

namespace annal {
namespace {

/// All of Graphviz, cgraph too, keeps global state without a lock of its own.
std::mutex& graphviz_mutex() {
  static std::mutex mutex;
  return mutex;
}

/// Graphviz 2.42 takes char* where it means const char*.
char* c(const char* text) { return const_cast<char*>(text); }
char* c(const std::string& text) { return const_cast<char*>(text.c_str()); }

/// Collects what Graphviz has to say, in the pieces in which it says it. Guarded by graphviz_mutex.
std::string& messages() {
  static std::string text;
  return text;
}

int collect_message(char* piece) {
  messages() += piece;
  return 0;
}

struct GraphCloser {
  void operator()(Agraph_t* graph) const { graphviz().agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, GraphCloser>;

/// A text as an escape string that shows as it stands.
std::string label_text(std::string_view text) {
  std::string out;
  for (const char character : one_line(text)) {
    if (character == '\\') out += '\\';
    out += character;
    if (character == '&') out += "amp;";
  }
  return out;
}

/// The lines of a title in a box; the last ends in an ellipsis where more would follow.
std::vector<std::string> box_lines(std::string_view title) {
  constexpr std::size_t width = 30, most = 4;
  std::vector<std::string> lines = wrap(one_line(title), width);
  if (lines.size() > most) {
    lines.resize(most);
    lines.back() = cut(lines.back(), width - 2, "") + " …";
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty()) out += "\\n";
    out += label_text(line);
  }
  return out;
}

int append_to_string(void* channel, const char* text) {
  *static_cast<std::string*>(channel) += text;
  return 0;
}

int no_flush(void*) { return 0; }

class Drawing {
 public:
  Drawing(const Timeline& timeline, const RenderOptions& options)
      : timeline_(timeline), options_(options), model_(graph_model(timeline, options)) {}

  /// The graph, or null. `disc` outlives it.
  Graph build(Agdisc_t* disc) const {
    Graph graph(graphviz().agopen(c("timeline"), *graphviz().directed, disc));
    if (!graph) return graph;
    declare(graph.get());
    std::vector<Agnode_t*> nodes;
    for (const GraphNode& node : model_.nodes) nodes.push_back(add(graph.get(), node));
    for (std::size_t i = 0; i < model_.edges.size(); ++i) {
      const GraphEdge& edge = model_.edges[i];
      const std::string key = 'r' + std::to_string(i + 1);
      style(graphviz().agedge(graph.get(), nodes[edge.from], nodes[edge.to], c(key), 1), edge);
    }
    return graph;
  }

 private:
  void declare(Agraph_t* graph) const {
    const auto set = [&](int kind, const char* name, const std::string& value) {
      graphviz().agattr(graph, kind, c(name), c(value));
    };
    set(AGRAPH, "rankdir", options_.left_to_right ? "LR" : "TB");
    set(AGRAPH, "label", caption());
    set(AGRAPH, "labelloc", "b");
    set(AGRAPH, "labeljust", "l");
    set(AGRAPH, "fontname", "Helvetica");
    set(AGRAPH, "fontsize", "10");
    set(AGRAPH, "fontcolor", "#555555");
    set(AGRAPH, "ranksep", options_.left_to_right ? "0.45" : "0.3");
    set(AGRAPH, "nodesep", "0.18");
    // Else cgraph breaks long strings over lines, inside escapes too.
    set(AGRAPH, "linelength", "0");
    set(AGRAPH, "nslimit", "2");
    set(AGRAPH, "nslimit1", "2");
    set(AGRAPH, "mclimit", "0.1");
    if (model_.edges.size() > 150) set(AGRAPH, "splines", "line");
    set(AGNODE, "label", "");
    set(AGNODE, "shape", "box");
    set(AGNODE, "style", "rounded");
    set(AGNODE, "color", "#444444");
    set(AGNODE, "fillcolor", "#ffffff");
    set(AGNODE, "fontname", "Helvetica");
    set(AGNODE, "fontsize", "11");
    set(AGNODE, "fontcolor", "#111111");
    // Room for fonts wider than Graphviz's own table of Helvetica.
    set(AGNODE, "margin", "0.2,0.07");
    set(AGNODE, "height", "0.3");
    set(AGNODE, "tooltip", "");
    if (has_links()) {
      set(AGNODE, "URL", "");
      set(AGNODE, "target", "_blank");
    }
    set(AGEDGE, "style", "solid");
    set(AGEDGE, "color", "#222222");
    set(AGEDGE, "dir", "forward");
    set(AGEDGE, "arrowsize", "0.7");
    set(AGEDGE, "constraint", "true");
    set(AGEDGE, "weight", "1");
    set(AGEDGE, "minlen", "1");
    set(AGEDGE, "tooltip", "");
  }

  std::string caption() const {
    std::size_t events = 0;
    for (const GraphNode& node : model_.nodes)
      if (node.entity.kind == Entity::Kind::event) ++events;
    std::string text = heading();
    if (events < model_.events)
      text = "the " + std::to_string(events) + " most salient of " + std::to_string(model_.events) + " events\\l";
    if (model_.times_left_out > 0)
      text += std::to_string(model_.times_left_out) + " times of these events are left out\\l";
    // Several short lines: Graphviz gives the caption no more room than its own table of Helvetica asks for.
    return text + "an arrow runs from earlier to later\\l" + "solid: the text says so\\l" +
           "dashed: by the tense of a verb\\l" + "dotted: follows from the rest\\l" + "grey: by the calendar\\l" +
           foot();
  }

  /// What the owner states; a title of the document alone does not stand over the graph.
  std::string heading() const {
    const Presentation& stated = timeline_.presentation;
    return flush_left(stated.title) + flush_left(stated.subtitle);
  }
  std::string foot() const {
    const Presentation& stated = timeline_.presentation;
    return flush_left(stated.note) + flush_left(stated.credit);
  }
  static std::string flush_left(const std::string& words) {
    constexpr std::size_t width = 60;
    std::string out;
    if (const std::string line = one_line(words); !line.empty())
      for (const std::string& part : wrap(line, width)) out += label_text(part) + "\\l";
    return out;
  }

  Agnode_t* add(Agraph_t* graph, const GraphNode& node) const {
    Agnode_t* const out = graphviz().agnode(graph, c(id_of(node.entity)), 1);
    const auto set = [&](const char* name, const std::string& value) { graphviz().agset(out, c(name), c(value)); };
    switch (node.entity.kind) {
      case Entity::Kind::event: {
        const Event& event = timeline_.events[node.entity.index];
        std::vector<std::string> lines = box_lines(event.title);
        if (!event.when.empty()) lines.push_back(labels::date_words(event.when, labels::labels_of(timeline_)));
        set("label", joined(lines));
        const std::string note = one_line(event.note);
        set("tooltip", label_text(note.empty() ? sentence_of(event) : note + " " + sentence_of(event)));
        if (const auto colour = read_colour(event.colour)) set("color", hexadecimal(*colour));
        if (is_link(event.link)) set("URL", label_text(event.link));
        if (!holds(event.status)) {
          set("style", "rounded,dashed");
          set("fontcolor", "#444444");
        }
        break;
      }
      case Entity::Kind::timex: {
        const Timex& timex = timeline_.timexes[node.entity.index];
        const std::string_view value = timex.value.value.view();
        std::vector<std::string> lines = box_lines(slice(timeline_.document.text, timex.span));
        if (lines.size() != 1 || lines.front() != value) lines.emplace_back(value);
        set("label", joined(lines));
        if (node.entity.index < timeline_.readings.size())
          set("tooltip", label_text(timeline_.readings[node.entity.index]));
        small(out);
        break;
      }
      case Entity::Kind::document: {
        const std::string at = text_of(timeline_.document.dct);
        set("label", at.empty() ? "written" : "written\\n" + at);
        set("tooltip", "the document creation time");
        small(out);
        break;
      }
    }
    return out;
  }

  static void small(Agnode_t* node) {
    const auto set = [&](const char* name, const char* value) { graphviz().agset(node, c(name), c(value)); };
    set("style", "filled");
    set("fillcolor", "#f3efe2");
    set("color", "#a59a75");
    set("fontsize", "9");
    set("margin", "0.12,0.04");
    set("height", "0.2");
  }

  void style(Agedge_t* out, const GraphEdge& edge) const {
    const auto set = [&](const char* name, const char* value) { graphviz().agset(out, c(name), c(value)); };
    if (!edge.ranked) set("constraint", "false");
    if (edge.length > 1) set("minlen", std::to_string(edge.length).c_str());
    switch (edge.line) {
      case GraphLine::stated: set("weight", "2"); break;
      case GraphLine::tense: set("style", "dashed"); break;
      case GraphLine::inferred: set("style", "dotted"); break;
      case GraphLine::calendar: set("color", "#b0b0b0"); break;
      case GraphLine::within:
        set("color", "#a59a75");
        set("dir", "none");
        set("weight", "3");
        break;
      case GraphLine::beside:
        set("color", "#a59a75");
        set("dir", "none");
        set("style", "dashed");
        break;
      case GraphLine::guide:
        set("style", "invis");
        set("weight", "0");
        return;
    }
    std::string why = label_text(edge.rule);
    if (edge.words.size() > 0) {
      if (!why.empty()) why += ": ";
      why += label_text(slice(timeline_.document.text, edge.words));
    }
    set("tooltip", why.c_str());
  }

  bool has_links() const {
    return std::ranges::any_of(timeline_.events, [](const Event& event) { return is_link(event.link); });
  }

  std::string sentence_of(const Event& event) const {
    if (event.sentence >= timeline_.sentences.size()) return event.title;
    return std::string(slice(timeline_.document.text, timeline_.sentences[event.sentence].span));
  }

  const Timeline& timeline_;
  const RenderOptions& options_;
  GraphModel model_;
};

std::string refusal() {
  std::string said = one_line(messages());
  return "graphviz refuses the graph: " + (said.empty() ? std::string("it gives no reason") : said);
}

/// Runs `work` with the lock held and Graphviz's messages caught.
template <class Work>
Result<std::string> alone(Work work) {
  if (!graphviz().trouble.empty()) {
    return fail(Code::unreadable, "graphs need Graphviz (Debian's libgvc6), which cannot be loaded: " +
                                      graphviz().trouble + "; install it, or write svg instead");
  }
  const std::lock_guard<std::mutex> lock(graphviz_mutex());
  messages().clear();
  const agusererrf before = graphviz().agseterrf(collect_message);
  auto result = work();
  graphviz().agseterrf(before);
  return result;
}

}  // namespace

Result<std::string> to_dot(const Timeline& timeline, const RenderOptions& options) {
  const Drawing drawing(timeline, options);
  return alone([&]() -> Result<std::string> {
    Agiodisc_t io{nullptr, append_to_string, no_flush};
    Agdisc_t disc{graphviz().memory, graphviz().ids, &io};
    const Graph graph = drawing.build(&disc);
    std::string out;
    if (!graph || graphviz().agwrite(graph.get(), &out) != 0) return fail(Code::out_of_range, refusal());
    return out;
  });
}

Result<std::string> to_graph_svg(const Timeline& timeline, const RenderOptions& options) {
  const Drawing drawing(timeline, options);
  return alone([&]() -> Result<std::string> {
    const Graphviz& g = graphviz();
    const Graph graph = drawing.build(nullptr);
    if (g.context == nullptr || !graph || g.layout(g.context, graph.get(), "dot") != 0)
      return fail(Code::out_of_range, refusal());
    char* data = nullptr;
    unsigned int size = 0;
    const int failed = g.render(g.context, graph.get(), "svg", &data, &size);
    std::string drawn = failed == 0 && data != nullptr ? std::string(data, size) : std::string();
    g.free_rendered(data);
    g.free_layout(g.context, graph.get());
    // Its prologue names an outside DTD and its own version; an SVG needs neither.
    const std::size_t root = drawn.find("<svg");
    if (root == std::string::npos) return fail(Code::out_of_range, refusal());
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawn.substr(root);
  });
}

}  // namespace annal
