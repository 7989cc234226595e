// From the article that the arguments name to its analysis or its timeline, and what the reader should be told about
// it.
#pragma once

#include <functional>
#include <vector>

#include "cli/arguments.h"
#include "cli/edits_file.h"
#include "core/pipeline.h"
#include "core/result.h"
#include "render/encode/json_layout.h"
#include "timeline/edits/edits.h"
#include "timeline/read_article.h"

namespace annal {

/// The time expressions of the article. Errors: it cannot be read or is no text.
Result<Analysis> analyse_article(const Arguments& arguments);

/// The same of its bytes, read before.
Result<Analysis> analyse_article(const Arguments& arguments, std::string_view bytes);

/// The article as the arguments state it. Errors: it cannot be read or is no text.
Result<Article> read_article(const Arguments& arguments);

/// The timeline of an article with the edits of its file.
struct EditedArticle {
  Timeline timeline;
  std::vector<EditProblem> problems;
  std::string toml;  ///< the text of the edits file; empty where there is none
};

/// The timeline of `article` with the edits of `file`.
EditedArticle build_edited(Article article, const EditsFile& file);

/// Puts what the flags state into a timeline, and chooses the events that are shown. Errors: as apply_edit_flags.
Result<void> apply_flags(const Arguments& arguments, Timeline& timeline);

/// A line for each edit of the file called `name` that could not be carried out or is contradicted.
std::vector<std::string> problem_lines(const std::string& name, const std::vector<EditProblem>& problems);

/// The same of those that are no mere notes.
std::vector<std::string> failure_lines(const std::string& name, std::vector<EditProblem> problems);

/// Tells on standard error the problems of the edits file called `name`.
void report_problems(const std::string& name, const std::vector<EditProblem>& problems);

/// Tells on standard error the warnings of the article.
void report_warnings(const Arguments& arguments, const Document& document, const std::vector<Timex>& timexes,
                     const std::vector<Warning>& warnings);

/// Renders into the sink that it is given.
using Renderer = std::function<Result<void>(const TextSink& sink)>;

/// Writes what `render` makes to where the arguments say. Lines for people are made safe for a terminal: all text that
/// is not in a file format goes through here. Errors: unreadable; those of `render`.
Result<void> write_rendered(const Arguments& arguments, const Renderer& render);

}  // namespace annal
