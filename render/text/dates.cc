// See dates.h.
#include "render/text/dates.h"

#include <algorithm>
#include <vector>

#include "core/grammar/expression.h"
#include "core/normalize/explain.h"
#include "render/encode/escape.h"
#include "render/encode/line_column.h"
#include "render/labels/extent.h"
#include "render/text/terminal.h"
#include "render/text/wrap.h"

namespace annal {
namespace {

constexpr std::size_t widest_words = 40;

struct Line {
  std::string place, words, type, value, more;
};

std::string modifiers(const TimeValue& value) {
  std::string out;
  const auto add = [&](std::string_view key, std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += ' ';
    out += key;
    out += '=';
    out += text;
  };
  add("mod", name(value.mod));
  add("quant", value.quant.view());
  add("freq", value.freq.view());
  return out;
}

std::string anchor_text(const Analysis& analysis, const Timex& timex) {
  switch (timex.value.anchor_kind) {
    case AnchorKind::none: return {};
    case AnchorKind::document: {
      const std::string at = text_of(analysis.document.dct);
      return at.empty() ? "t0, the day of writing, which is not known" : "t0, the day of writing, " + at;
    }
    case AnchorKind::reference: {
      if (timex.anchor < 0) return {};
      const auto index = static_cast<std::size_t>(timex.anchor);
      const Timex& anchor = analysis.timexes[index];
      return timex_id(index) + ", \"" + one_line(slice(analysis.document.text, anchor.span)) + "\", " +
             std::string(anchor.value.value.view());
    }
    case AnchorKind::event: return "an event";
  }
  return {};
}

std::string covers(const TimeValue& value) {
  const Extent known = extent(value);
  if (known.earliest.empty() && known.latest.empty()) return {};
  if (known.earliest == known.latest) return known.earliest;
  return known.earliest + " to " + known.latest;
}

void append_explanation(std::string& out, const Analysis& analysis, std::size_t index, const DatesOptions& options) {
  const Timex& timex = analysis.timexes[index];
  const auto line = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) append_line(out, "        " + pad(name, 9) + one_line(text));
  };
  const std::string how = explain(analysis, index);
  line("reading", how);
  line("not", explain_alternative(analysis, index));
  line("covers", covers(timex.value));
  line("anchor", anchor_text(analysis, timex));
  if (const std::string tree = tree_of(analysis, index); how.find(tree) == std::string::npos) line("tree", tree);
  if (options.language != nullptr) line("rule", std::string(options.language->rule_name(timex.rule)));
}

}  // namespace

std::string to_dates_text(const Analysis& analysis, const DatesOptions& options) {
  const LineColumnIndex positions(analysis.document.text);
  std::vector<Line> lines;
  std::size_t place = 0, words = 0, value = 0;
  for (const Timex& timex : analysis.timexes) {
    Line line{positions.at(timex.span.begin),
              cut(one_line(slice(analysis.document.text, timex.span)), widest_words, "..."),
              std::string(name(timex.value.type)), one_line(timex.value.value.view()), modifiers(timex.value)};
    place = std::max(place, line.place.size());
    words = std::max(words, cells(line.words));
    value = std::max(value, line.value.size());
    lines.push_back(std::move(line));
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    append_line(out, pad_left(line.place, place) + "  " + pad(line.words, words) + "  " + pad(line.type, 8) + "  " +
                         pad(line.value, value) + "  " + line.more);
    if (options.explain) append_explanation(out, analysis, i, options);
  }
  for (const Warning& warning : analysis.warnings)
    append_line(out, positions.at(warning.span.begin) + ": warning: " + one_line(warning.message));
  return out;
}

}  // namespace annal
