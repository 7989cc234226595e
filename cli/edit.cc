// annal edit: writes changes into the edits file of an article, or tells what its edits are and what they change.
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <variant>

#include "api/find_event.h"
#include "batch/file_lock.h"
#include "batch/files.h"
#include "cli/article.h"
#include "cli/commands.h"
#include "cli/edit_diff.h"
#include "cli/edit_list.h"
#include "cli/edits_file.h"
#include "cli/message.h"
#include "cli/screen.h"
#include "render/encode/escape.h"
#include "render/labels/extent.h"
#include "timeline/edits/build_edited.h"
#include "timeline/edits/edited_conflicts.h"
#include "timeline/edits/erase_edits.h"
#include "timeline/edits/read_edits.h"
#include "timeline/edits/write_edits.h"

namespace annal {
namespace {

/// The first lines of a new file.
constexpr const char* head =
    "# Corrections to the timeline of an article. annal reads this file whenever it builds the timeline.\n"
    "# An event is named by words quoted from the article, or by its title. A later block wins over an earlier one.\n"
    "# List what is here with: annal edit ARTICLE      All keys: docs/edits.md\n";

Result<void> write_file(const std::string& path, std::string_view bytes) {
  Output output;
  if (auto opened = output.open(path); !opened) return opened;
  if (auto written = output.write(bytes); !written) return written;
  return output.finish();
}

Result<void> print(const Arguments& arguments, const std::string& text) {
  return write_rendered(arguments, [&](const TextSink& sink) -> Result<void> {
    sink(text);
    return {};
  });
}

/// The article and its edits file, and the timeline with and without them.
struct Work {
  std::unique_ptr<FileLock> lock;  ///< of the edits file, where it is to be written
  EditsFile file;
  Article article;
  EditedTimeline edited;            ///< with the edits of the file
  std::vector<std::string> former;  ///< titles that the file changes, by event; empty where it changes none
};

EditedTimeline built(Article article, const std::optional<Edits>& edits) {
  if (edits) return build_timeline(std::move(article), *edits);
  return {.timeline = build_timeline(std::move(article)), .problems = {}};
}

/// The titles of events before their edits.
std::vector<std::string> former_titles(const Work& work) {
  const auto& events = work.edited.timeline.events;
  const auto is_renamed = [](const Event& event) { return std::ranges::count(event.edited, EditedField::title) > 0; };
  if (std::ranges::none_of(events, is_renamed)) return {};
  std::vector<std::string> former(events.size());
  const Timeline before = build_timeline(work.article);
  for (const EventPair& pair : event_pairs(before, work.edited.timeline))
    if (pair.before && pair.after) former[*pair.after] = before.events[*pair.before].title;
  return former;
}

Result<Work> begin(const Arguments& arguments) {
  auto file = locate_edits_file(arguments.file, arguments.edits);
  if (!file) return tl::unexpected(file.error());
  if (file->path.empty())
    return fail(Code::usage, "an article from standard input has no edits file beside it; state one with --edits FILE");
  // Before the lock: the article may come from a program that waits for it.
  auto article = read_article(arguments);
  if (!article) return tl::unexpected(article.error());
  Work work{.lock = {}, .file = {}, .article = std::move(*article), .edited = {}, .former = {}};
  if (!arguments.changes.empty() && !arguments.dry_run) work.lock = std::make_unique<FileLock>(file->path);
  file = read_edits_file(arguments.file, arguments.edits);
  if (!file) return tl::unexpected(file.error());
  work.file = std::move(*file);
  work.edited = built(work.article, work.file.edits);
  if (!arguments.changes.empty()) work.former = former_titles(work);
  return work;
}

/// The events that the changes name.
std::vector<std::uint32_t> meant_events(const Work& work, const std::vector<RawChange>& changes) {
  std::vector<std::uint32_t> meant;
  for (const RawChange& change : changes) {
    if (!change.option->operands.starts_with("EVENT")) continue;
    if (const auto event =
            api::find_event(work.edited.timeline, change.words.front(), preferred(change.option->kind), work.former))
      meant.push_back(*event);
  }
  return meant;
}

/// The lines of the edits of the events that --reset names.
Result<std::vector<std::uint32_t>> reset_lines(const Work& work, const std::vector<RawChange>& changes) {
  std::vector<std::uint32_t> lines;
  const Timeline& timeline = work.edited.timeline;
  for (const RawChange& change : changes) {
    if (change.option->kind != ChangeKind::reset) continue;
    const auto event = api::find_event(timeline, change.words.front(), api::Prefer::shown, work.former);
    if (!event) return tl::unexpected(event.error());
    const auto own = work.file.edits ? lines_of(*work.file.edits, work.edited, *event) : std::vector<std::uint32_t>();
    if (own.empty())
      return fail(Code::usage,
                  "--reset: " + event_id(*event) + " \"" + one_line(timeline.events[*event].title) + "\" has no edits");
    lines.insert(lines.end(), own.begin(), own.end());
  }
  return lines;
}

/// What the changes make of the file: what they take back goes first, and last what then changes nothing.
Result<std::string> changed_file(const Work& work, const Arguments& arguments) {
  const std::string name = shown(work.file.path);
  const Edits* known = work.file.edits ? &*work.file.edits : nullptr;
  const auto change = edits_of(work.edited, known, work.former, arguments.changes);
  if (!change) return tl::unexpected(change.error());
  const auto lines = reset_lines(work, arguments.changes);
  if (!lines) return tl::unexpected(lines.error());
  std::vector<std::string_view> keys;
  for (const RawChange& stated : arguments.changes)
    if (!stated.option->key.empty() && stated.words.front().empty()) keys.push_back(stated.option->key);
  return erase_edits(work.file.exists ? work.file.toml : head, *lines, keys, name)
      .and_then([&](const std::string& kept) { return write_edits(kept, *change, name); })
      .and_then([&](const std::string& written) -> Result<std::string> {
        const auto edits = read_edits(written, name);
        if (!edits) return tl::unexpected(edits.error());
        return erase_edits(written, lines_of_empty(*edits), {}, name);
      });
}

/// What is told of --accept.
std::string accepted_words(const Timeline& timeline, const std::vector<RawChange>& changes) {
  const auto accepts = [](const RawChange& change) { return change.option->kind == ChangeKind::accept; };
  if (std::ranges::none_of(changes, accepts)) return {};
  const auto count = std::ranges::count_if(timeline.events, &Event::shown);
  return "accepted: " + std::to_string(count) + (count == 1 ? " event stays" : " events stay") + " as shown\n";
}

Result<void> print_diff(const Arguments& arguments, const Work& work, const EditedTimeline& edited) {
  const Timeline before = build_timeline(work.article);
  if (!arguments.format->for_terminal) return print(arguments, diff_json(before, edited, shown(work.file.path)));
  return print(arguments, diff_text(before, edited.timeline, render_options(arguments)));
}

/// Those of `now` that are not in `before`: the line of a problem changes with the file.
std::vector<EditProblem> new_problems(const std::vector<EditProblem>& before, const std::vector<EditProblem>& now) {
  std::vector<EditProblem> found;
  std::ranges::copy_if(now, std::back_inserter(found), [&](const EditProblem& problem) {
    return std::ranges::find(before, problem.message, &EditProblem::message) == before.end();
  });
  return found;
}

/// Refuses the changes that only a text which is read anew can follow.
Result<void> refuse_times(const Article& article, const std::vector<RawChange>& changes) {
  if (std::holds_alternative<Document>(article.content)) return {};
  constexpr std::array of_times{ChangeKind::drop_time, ChangeKind::count_from, ChangeKind::written};
  for (const RawChange& change : changes)
    if (std::ranges::count(of_times, change.option->kind) > 0 && !change.words.front().empty())
      return fail(Code::usage, std::string(change.option->flag) +
                                   ": the times of a finished timeline and of annotations are not read again; edit the "
                                   "article that it was built of, or the annotation");
  return {};
}

Result<Exit> change(const Arguments& arguments, Work& work) {
  if (auto can = refuse_times(work.article, arguments.changes); !can) return tl::unexpected(can.error());
  const auto toml = changed_file(work, arguments);
  if (!toml) return tl::unexpected(toml.error());
  const auto edits = edits_in(*toml, work.file.path);
  if (!edits) return tl::unexpected(edits.error());
  const EditedTimeline edited = built(work.article, *edits);
  if (!arguments.dry_run) {
    if (auto written = write_file(work.file.path, *toml); !written) return tl::unexpected(written.error());
  }
  work.lock.reset();
  const Timeline& before = work.edited.timeline;
  const Result<void> told =
      arguments.diff ? print_diff(arguments, work, edited)
                     : print(arguments, change_report(before, edited.timeline, meant_events(work, arguments.changes)) +
                                            accepted_words(edited.timeline, arguments.changes) + summary_line(edited));
  if (!told) return tl::unexpected(told.error());
  report_problems(edits->name, new_problems(work.edited.problems, edited.problems));
  if (arguments.dry_run) print_message("nothing is written, because of --dry-run");
  return Exit::done;
}

}  // namespace

Result<Exit> run_edit(const Arguments& arguments) {
  auto work = begin(arguments);
  if (!work) return tl::unexpected(work.error());
  if (!arguments.changes.empty()) return change(arguments, *work);
  if (auto there = require_stated_file(work->file, arguments.edits); !there) return tl::unexpected(there.error());
  Result<void> told;
  if (arguments.diff) told = print_diff(arguments, *work, work->edited);
  if (!arguments.diff && !arguments.check)
    told = print(arguments, edit_list(work->edited, work->file, render_options(arguments)));
  if (!told) return tl::unexpected(told.error());
  report_problems(shown(work->file.path), work->edited.problems);
  return arguments.check && count_problems(work->edited.problems) > 0 ? Exit::nothing_found : Exit::done;
}

}  // namespace annal
