// Files are read by the workers, JSON lines by the one reader of the pipeline, some lines a task.
#include "cli/documents.h"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "api/warning_lines.h"
#include "batch/files.h"
#include "batch/hash64.h"
#include "batch/lines.h"
#include "batch/pipeline.h"
#include "batch/progress.h"
#include "cli/article.h"
#include "core/calendar/calendar.h"
#include "core/dct/name_dct.h"
#include "core/unicode/ascii.h"
#include "render/encode/version.h"
#include "timeline/json/drawn_page.h"

namespace annal {
namespace {

constexpr std::size_t task_bytes = std::size_t{1} << 16;

struct NumberedLine {
  Lines::Line line;
  std::uint64_t number = 0;
};

/// A file, or some lines of one.
struct DocumentTask {
  std::size_t file = 0;
  std::optional<std::vector<NumberedLine>> lines;  ///< none: the whole file
  std::string fault;                               ///< why no more lines of it can be read
  std::size_t bytes = 0;
};

using DocumentDone = std::vector<BuiltUnit>;

/// Cuts the inputs into tasks.
class TaskReader {
 public:
  TaskReader(const std::vector<InputFile>& files, bool only_lines) : files_(files), only_lines_(only_lines) {}

  Result<std::optional<DocumentTask>> next() {
    while (file_ < files_.size()) {
      const InputFile& file = files_[file_];
      if (is_one_task(file)) return whole(file);
      DocumentTask task{.file = file_, .lines = std::vector<NumberedLine>(), .fault = {}, .bytes = 0};
      if (auto read = read_lines(file, task); !read) task.fault = read.error().message;
      if (!task.lines->empty() || !task.fault.empty()) return std::optional(std::move(task));
    }
    return std::optional<DocumentTask>();
  }

  bool is_one_task(const InputFile& file) const { return !only_lines_ && !is_json_lines(file.path); }

 private:
  std::optional<DocumentTask> whole(const InputFile& file) {
    std::error_code unknown;
    const auto size = file.path == "-" ? 0 : std::filesystem::file_size(file.path, unknown);
    return DocumentTask{
        .file = file_++, .lines = {}, .fault = {}, .bytes = unknown ? 0 : static_cast<std::size_t>(size)};
  }

  /// Goes on to the next file at the end of this one, and at an error.
  Result<void> read_lines(const InputFile& file, DocumentTask& task) {
    const std::size_t here = file_++;
    if (!lines_) {
      auto input = inspect_input(file.path);
      if (!input) return tl::unexpected(input.error());
      auto source = Source::open(*input, 0, nullptr);
      if (!source) return tl::unexpected(source.error());
      lines_.emplace(std::move(*source));
      number_ = 0;
    }
    while (task.bytes < task_bytes) {
      auto line = lines_->next();
      if (!line || !*line) lines_.reset();
      if (!line) return tl::unexpected(line.error());
      if (!*line) return {};
      const std::uint64_t number = ++number_;
      if (trimmed((*line)->text).empty()) continue;
      if (trimmed((*line)->text) == "{")
        if (auto whole = read_object(**line); !whole) return whole;
      task.bytes += (*line)->text.size();
      task.lines->push_back({std::move(**line), number});
    }
    file_ = here;
    return {};
  }

  /// An object that is written over several lines, as JSON for people is: `line` becomes all of it, up to the line
  /// that closes it.
  Result<void> read_object(Lines::Line& line) {
    while (line.text.size() < longest_line) {
      auto next = lines_->next();
      if (!next) return tl::unexpected(next.error());
      if (!*next) return {};
      ++number_;
      line.text += '\n' + (*next)->text;
      if ((*next)->text.starts_with('}')) return {};
    }
    line.too_long = true;
    return {};
  }

  const std::vector<InputFile>& files_;
  bool only_lines_;
  std::size_t file_ = 0;
  std::optional<Lines> lines_;  ///< of the file, where it is begun
  std::uint64_t number_ = 0;    ///< of its last line
};

class Builder {
 public:
  Builder(const std::vector<InputFile>& files, const DocumentOptions& options)
      : files_(files), options_(options), arguments_(*options.arguments) {}

  DocumentDone build(const DocumentTask& task) const {
    DocumentDone done;
    if (task.lines)
      for (const NumberedLine& line : *task.lines) done.push_back(build_line(task.file, line));
    else
      done.push_back(build_file(task.file));
    if (!task.fault.empty()) done.push_back(broken(task.file, task.fault));
    return done;
  }

 private:
  static BuiltUnit broken(std::size_t file, std::string message) {
    BuiltUnit unit{.file = file, .bad = 1, .broken = true};
    unit.faults.push_back(std::move(message));
    return unit;
  }

  ArticleOptions article_options(const InputFile& file) const {
    ArticleOptions options;
    options.name = shown(file.path);
    options.default_id = file.id;
    options.dct = file.dct;
    options.language = arguments_.language;
    if (!options_.one_file) {
      options.fallback_dct = arguments_.dct;
      return options;
    }
    if (!options.dct) options.dct = arguments_.dct;
    options.url = arguments_.url;
    return options;
  }

  BuiltUnit build_file(std::size_t index) const {
    const InputFile& file = files_[index];
    EditFlags own;
    own.no_file = arguments_.edits.no_file;
    const auto edits = read_edits_file(file.path, options_.one_file ? arguments_.edits : own);
    if (!edits) return broken(index, edits.error().message);
    if (const auto there = require_stated_file(*edits, options_.one_file ? arguments_.edits : own); !there)
      return broken(index, there.error().message);
    auto bytes = read_file(file.path);
    if (!bytes) return broken(index, bytes.error().message);
    if (file.in_folder && is_drawn_page(*bytes)) {
      BuiltUnit drawn{.file = index};
      drawn.remarks.push_back(shown(file.path) + ": a page that annal drew; left out");
      return drawn;
    }
    ArticleOptions options = article_options(file);
    if (auto day = name_dct(std::filesystem::path(file.path).filename().string())) options.fallback_dct = day;
    BuiltUnit unit{.file = index, .edits = edits->toml};
    if (is_unchanged(file, *bytes, options, *edits, unit)) return unit;
    std::vector<Result<Article>> articles = read_articles(*bytes, options);
    *bytes = std::string();  // a long text is in memory once
    add_articles(std::move(articles), options, *edits, unit);
    unit.broken = unit.timelines.empty();
    return unit;
  }

  BuiltUnit build_line(std::size_t index, const NumberedLine& line) const {
    const InputFile& file = files_[index];
    ArticleOptions options = article_options(file);
    options.name += ':' + std::to_string(line.number);
    BuiltUnit unit{.file = index};
    if (line.line.too_long) {
      unit.bad = 1;
      unit.faults.push_back(options.name + ": the line is longer than 256 MiB; split the document");
      return unit;
    }
    if (is_unchanged(file, line.line.text, options, {}, unit)) return unit;
    std::vector<Result<Article>> articles;
    articles.push_back(read_line(line.line.text, options));
    add_articles(std::move(articles), options, {}, unit);
    return unit;
  }

  /// Sets the fingerprint, where anybody wants to know it.
  bool is_unchanged(const InputFile& file, std::string_view bytes, const ArticleOptions& stated, const EditsFile& edits,
                    BuiltUnit& unit) const {
    if (!options_.is_known) return false;
    Hash64 hash;
    const auto add = [&](std::string_view part) {
      hash.add(part);
      hash.add(std::string_view("\0", 1));
    };
    const auto day = [](const std::optional<Dct>& dct) { return dct ? iso_text(dct->at, dct->has_time) : ""; };
    add(version());
    add(stated.default_id);
    add(day(stated.dct));
    add(day(stated.fallback_dct));
    add(stated.language == nullptr ? "" : stated.language->tag());
    add(edits.toml);
    add(edits.edits ? edits.edits->presentation.theme : "");
    add(bytes);
    unit.fingerprint = hexadecimal(hash.value());
    unit.unchanged = options_.is_known(file, unit.fingerprint);
    return unit.unchanged;
  }

  void add_articles(std::vector<Result<Article>> articles, const ArticleOptions& options, const EditsFile& edits,
                    BuiltUnit& unit) const {
    const bool several = articles.size() > 1;
    if (several && edits.edits && !options_.one_file)
      unit.failures.push_back(edits.edits->name + ": not used, since " + options.name + " holds several articles");
    for (Result<Article>& article : articles) {
      if (!article) {
        ++unit.bad;
        unit.faults.push_back(std::move(article.error().message));
        continue;
      }
      EditedArticle built = build_edited(std::move(*article), several ? EditsFile{} : edits);
      if (edits.edits) append(unit.failures, failure_lines(edits.edits->name, built.problems));
      unit.problems = std::move(built.problems);
      const Timeline& timeline = built.timeline;
      const std::string name = several ? options.name + " (" + shown(timeline.document.id) + ")" : options.name;
      append(unit.remarks, api::warning_lines(name, timeline.document, timeline.timexes, timeline.warnings,
                                              options.name + ":YYYY-MM-DD"));
      unit.timelines.push_back(std::move(built.timeline));
    }
  }

  static void append(std::vector<std::string>& lines, std::vector<std::string> more) {
    lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  const std::vector<InputFile>& files_;
  const DocumentOptions& options_;
  const Arguments& arguments_;
};

}  // namespace

Result<void> build_documents(const std::vector<InputFile>& files, const DocumentOptions& options,
                             const std::function<Result<void>(BuiltUnit)>& take) {
  TaskReader reader(files, options.only_lines);
  const Builder builder(files, options);
  ProgressDisplay display;
  std::size_t at = 0, documents = 0;
  const Stages<DocumentTask, DocumentDone> stages{
      [&] { return reader.next(); }, [&](const DocumentTask& task) { return builder.build(task); },
      [&](const DocumentTask& task, DocumentDone done) -> Result<bool> {
        at = task.file;
        for (BuiltUnit& unit : done) {
          documents += unit.timelines.size();
          if (!unit.faults.empty() || !unit.failures.empty() || !unit.remarks.empty()) display.clear();
          if (auto taken = take(std::move(unit)); !taken) return tl::unexpected(taken.error());
        }
        return true;
      },
      [&] {
        display.show([&](double) {
          return std::to_string(documents) + " documents; " + std::to_string(at + 1) + " of " +
                 std::to_string(files.size()) + " files, " + shown(files[at].path);
        });
      }};
  // To begin a thread for a single task would take longer than a short text does.
  const bool single = files.size() == 1 && reader.is_one_task(files.front());
  return run_pipeline(single ? 1 : options.arguments->jobs, stages);
}

}  // namespace annal
