// One table: each form's name and the endings of its files. Two forms may share an ending (a timeline and its graph are
// both .svg); the first that the command knows is meant.
#include "render/formats.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/unicode/edit_distance.h"

namespace annal {
namespace {

struct Entry {
  Format format;
  std::string_view name;
  std::array<std::string_view, 3> endings;
};

constexpr std::array<Entry, 18> entries{{
    {Format::svg, "svg", {".svg"}},
    {Format::html, "html", {".html", ".htm"}},
    {Format::png, "png", {".png"}},
    {Format::pdf, "pdf", {".pdf"}},
    {Format::json, "json", {".json", ".jsonl"}},
    {Format::timeml, "timeml", {".tml", ".timeml", ".xml"}},
    {Format::dot, "dot", {".dot", ".gv"}},
    {Format::graph_svg, "graph-svg", {".graph.svg"}},
    {Format::text, "text", {".txt", ".text"}},
    {Format::timelinejs, "timelinejs", {".timelinejs.json"}},
    {Format::vis, "vis", {".vis.json"}},
    {Format::markwhen, "markwhen", {".mw", ".markwhen"}},
    {Format::mermaid, "mermaid", {".mmd", ".mermaid"}},
    {Format::mermaid_gantt, "mermaid-gantt", {".gantt.mmd"}},
    {Format::icalendar, "ics", {".ics"}},
    {Format::csv, "csv", {".csv"}},
    {Format::graphml, "graphml", {".graphml"}},
    {Format::jsonld, "jsonld", {".jsonld"}},
}};

const Entry& entry(Format format) { return *std::ranges::find(entries, format, &Entry::format); }

std::string list(std::span<const Format> allowed) {
  std::vector<std::string_view> names;
  for (const Format format : allowed) names.push_back(name(format));
  return joined(names);
}

}  // namespace

std::string_view name(Format format) { return entry(format).name; }

Result<Format> choose_format(std::string_view stated, std::string_view output, std::span<const Format> allowed) {
  if (!stated.empty()) {
    std::vector<std::string_view> names;
    for (const Format format : allowed) {
      if (name(format) == stated) return format;
      names.push_back(name(format));
    }
    return fail(Code::usage, "'" + std::string(stated) + "' is not a format of this command; formats are " +
                                 list(allowed) + did_you_mean(stated, names));
  }
  if (output == "-") return allowed[0];
  // The longest ending wins, so that x.graph.svg is a graph.
  const Format* found = nullptr;
  std::size_t longest = 0;
  for (const Format& format : allowed) {
    for (const std::string_view ending : entry(format).endings) {
      if (ending.size() > longest && output.ends_with(ending)) {
        longest = ending.size();
        found = &format;
      }
    }
  }
  if (found != nullptr) return *found;
  return fail(Code::usage, "the name " + std::string(output) +
                               " does not tell the format; state it with --format; formats are " + list(allowed));
}

}  // namespace annal
