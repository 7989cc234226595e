// Reading, once for all commands that take one FILE.
#include "cli/article.h"

#include "api/warning_lines.h"
#include "batch/files.h"
#include "cli/edits_file.h"
#include "cli/message.h"
#include "cli/screen.h"
#include "core/dct/name_dct.h"
#include "render/encode/escape.h"
#include "render/text/terminal.h"
#include "timeline/edits/build_edited.h"
#include "timeline/lanes.h"
#include "timeline/selection.h"

namespace annal {
namespace {

/// The name without its folders, so that the output does not depend on where the article lies.
std::string base_name(const std::string& path) {
  if (path == "-") return "stdin";
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Result<Article> read(const Arguments& arguments, std::string_view bytes) {
  ArticleOptions options;
  options.name = shown(arguments.file);
  options.default_id = base_name(arguments.file);
  options.url = arguments.url;
  options.dct = arguments.dct;
  options.fallback_dct = name_dct(options.default_id);
  options.language = arguments.language;
  return read_article(bytes, options);
}

}  // namespace

Result<Article> read_article(const Arguments& arguments) {
  return read_file(arguments.file).and_then([&](const std::string& bytes) { return read(arguments, bytes); });
}

Result<Analysis> analyse_article(const Arguments& arguments) {
  return read_article(arguments).map([](Article article) { return analyse(std::move(article)); });
}

Result<Analysis> analyse_article(const Arguments& arguments, std::string_view bytes) {
  return read(arguments, bytes).map([](Article article) { return analyse(std::move(article)); });
}

EditedArticle build_edited(Article article, const EditsFile& file) {
  if (!file.edits) return {.timeline = build_timeline(std::move(article)), .problems = {}, .toml = {}};
  EditedTimeline edited = build_timeline(std::move(article), *file.edits);
  return {.timeline = std::move(edited.timeline), .problems = std::move(edited.problems), .toml = file.toml};
}

Result<void> apply_flags(const Arguments& arguments, Timeline& timeline) {
  if (auto applied = apply_edit_flags(timeline, arguments.edits); !applied) return applied;
  if (arguments.selection)
    select_events(timeline, *arguments.selection);
  else if (arguments.edits.chooses())
    follow_visibility(timeline);
  if (arguments.selection || arguments.edits.chooses() || arguments.edits.lanes) choose_lanes(timeline);
  return {};
}

std::vector<std::string> problem_lines(const std::string& name, const std::vector<EditProblem>& problems) {
  std::vector<std::string> lines;
  for (const EditProblem& problem : problems)
    lines.push_back(name + (problem.line > 0 ? ":" + std::to_string(problem.line) : "") + ": " + problem.message);
  return lines;
}

std::vector<std::string> failure_lines(const std::string& name, std::vector<EditProblem> problems) {
  std::erase_if(problems, [](const EditProblem& problem) { return problem.kind == EditProblem::Kind::note; });
  return problem_lines(name, problems);
}

void report_problems(const std::string& name, const std::vector<EditProblem>& problems) {
  for (const std::string& line : problem_lines(name, problems)) print_message(line);
}

void report_warnings(const Arguments& arguments, const Document& document, const std::vector<Timex>& timexes,
                     const std::vector<Warning>& warnings) {
  for (const std::string& line :
       api::warning_lines(shown(arguments.file), document, timexes, warnings, "--dct YYYY-MM-DD"))
    print_message(line);
}

Result<void> write_rendered(const Arguments& arguments, const Renderer& render) {
  Output output;
  if (auto opened = output.open(arguments.output); !opened) return opened;
  Result<void> written;
  std::string text;
  const bool for_terminal = arguments.format->for_terminal;
  auto rendered = render([&](std::string_view piece) {
    if (for_terminal)
      text += piece;
    else if (written)
      written = output.write(piece);
  });
  if (!rendered) return rendered;
  if (for_terminal) {
    const bool colour = render_options(arguments).colour;
    written = output.write(annal::for_terminal(text, colour ? ink_sequences() : std::span<const std::string_view>()));
  }
  return written ? output.finish() : written;
}

}  // namespace annal
