// One file that holds one article is built as it is; whatever else is named goes through a collection.
#include "cli/case.h"

#include <optional>
#include <utility>

#include "api/warning_lines.h"
#include "batch/files.h"
#include "cli/documents.h"
#include "cli/inputs.h"
#include "cli/message.h"
#include "cli/stored_case.h"
#include "timeline/collection/combine.h"

namespace annal {
namespace {

/// More remarks about documents than anybody reads.
constexpr std::size_t most_remarks = 20;

std::string documents_words(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " document" : " documents");
}

/// Tells what is wrong with documents as they come.
class Reporter {
 public:
  void add(const BuiltUnit& unit) {
    for (const std::string& fault : unit.faults)
      if (++faults_ <= most_remarks) print_message(fault);
    for (const std::string& failure : unit.failures) print_message(failure);
    for (const std::string& remark : unit.remarks)
      if (++remarks_ <= most_remarks) print_message(remark);
    bad_ += unit.bad;
  }

  /// Sums up, where some of them were read.
  void finish(std::size_t documents) const {
    if (remarks_ > most_remarks)
      print_message(std::to_string(remarks_ - most_remarks) + " more remarks of this kind are not shown");
    if (faults_ > most_remarks)
      print_message(std::to_string(faults_ - most_remarks) + " more that cannot be read are not shown");
    if (bad_ > 0 && documents > 0)
      print_message(documents_words(documents) + " read, " + std::to_string(bad_) + " cannot be read");
  }

  std::size_t bad() const { return bad_; }

 private:
  std::size_t faults_ = 0, remarks_ = 0, bad_ = 0;
};

/// The timeline of several with the edits of the case: of its own file, or beside the file that holds them all.
Result<EditedArticle> edit_joined(Timeline timeline, const std::string& article, const EditFlags& flags) {
  auto file = read_edits_file(article, flags);
  if (!file) return tl::unexpected(file.error());
  const Language* language = Language::find(timeline.document.language);
  Article joined{std::move(timeline), language != nullptr ? language : &Language::fallback()};
  EditedArticle built = build_edited(std::move(joined), *file);
  if (file->edits)
    for (const std::string& line : failure_lines(file->edits->name, built.problems)) print_message(line);
  return built;
}

/// Takes in what the inputs hold.
class CaseBuilder {
 public:
  CaseBuilder(const Arguments& arguments, const InputList& inputs) : arguments_(arguments), inputs_(inputs) {
    const bool merge = arguments.command == Command::merge;
    const bool one_file = inputs.one_file && !is_json_lines(inputs.files.front().path);
    options_ = {
        .arguments = &arguments, .only_lines = merge, .one_file = one_file && !merge && arguments.store.empty()};
  }

  Result<BuiltCase> build() {
    if (auto read = arguments_.store.empty() ? read_inputs() : read_store(); !read) return tl::unexpected(read.error());
    if (article_) return std::move(*article_);
    reporter_.finish(collection_.size());
    if (collection_.size() == 0)
      return fail(Code::unreadable,
                  options_.only_lines ? "no timeline can be read; articles are for annal build, and annal merge takes "
                                        "the timelines that annal batch wrote"
                                      : "no document can be read");
    BuiltCase built{.name = documents_words(collection_.size()),
                    .operands = "...",
                    .several = true,
                    .bad = reporter_.bad() + inputs_.faults.size()};
    Timeline joined = std::move(collection_).finish();
    for (std::size_t w = warnings_; w < joined.warnings.size(); ++w) print_message(joined.warnings[w].message);
    auto edited =
        edit_joined(std::move(joined), options_.one_file ? inputs_.files.front().path : "-", arguments_.edits);
    if (!edited) return tl::unexpected(edited.error());
    built.edited = std::move(*edited);
    return built;
  }

 private:
  Result<void> read_inputs() {
    return build_documents(inputs_.files, options_, [&](BuiltUnit unit) -> Result<void> {
      if (options_.one_file && unit.timelines.size() + unit.bad == 1) return take_article(std::move(unit));
      reporter_.add(unit);
      for (Timeline& timeline : unit.timelines)
        if (auto added = add(std::move(timeline)); !added) return added;
      return {};
    });
  }

  /// Brings the store up to what the inputs hold, and reads all that it has.
  Result<void> read_store() {
    auto store = update_store(arguments_, inputs_.files, options_, [&](const BuiltUnit& unit) { reporter_.add(unit); });
    if (!store) return tl::unexpected(store.error());
    return store->read_all(arguments_.jobs, [&](Timeline timeline) { return add(std::move(timeline)); });
  }

  Result<void> add(Timeline timeline) {
    warnings_ += timeline.warnings.size();
    if (collection_.add(std::move(timeline))) return {};
    return fail(Code::out_of_range, "the texts are larger than 4 GiB together; build fewer of them at once");
  }

  /// Of a file that holds one article.
  Result<void> take_article(BuiltUnit unit) {
    if (unit.bad > 0) return fail(Code::unreadable, unit.faults.front());
    for (const std::string& line : unit.failures) print_message(line);
    const std::string name = shown(inputs_.files.front().path);
    article_ = BuiltCase{.edited = {.timeline = std::move(unit.timelines.front()),
                                    .problems = std::move(unit.problems),
                                    .toml = std::move(unit.edits)},
                         .name = name,
                         .operands = name};
    return {};
  }

  const Arguments& arguments_;
  const InputList& inputs_;
  DocumentOptions options_;
  Reporter reporter_;
  Collection collection_;
  std::size_t warnings_ = 0;  ///< of its documents, which are told as they are read
  std::optional<BuiltCase> article_;
};

}  // namespace

Result<InputList> named_inputs(const Arguments& arguments) {
  InputList inputs = expand_inputs(arguments.files, arguments.output);
  for (const std::string& line : inputs.remarks) print_message(line);
  if (inputs.files.empty() && inputs.faults.size() == 1) return fail(Code::unreadable, inputs.faults.front());
  for (const std::string& line : inputs.faults) print_message(line);
  if (inputs.files.size() > 1 && !arguments.url.empty())
    return fail(Code::usage, "--url is the address of one page; pages of a collection state their own");
  return inputs;
}

Result<BuiltCase> build_case(const Arguments& arguments) {
  const auto inputs = named_inputs(arguments);
  if (!inputs) return tl::unexpected(inputs.error());
  auto built = CaseBuilder(arguments, *inputs).build();
  if (!built) return built;
  if (auto applied = apply_flags(arguments, built->edited.timeline); !applied) return tl::unexpected(applied.error());
  return built;
}

Result<bool> store_case(const Arguments& arguments) {
  const auto inputs = named_inputs(arguments);
  if (!inputs) return tl::unexpected(inputs.error());
  Reporter reporter;
  std::size_t built = 0, unchanged = 0;
  auto store = update_store(arguments, inputs->files, {.arguments = &arguments}, [&](const BuiltUnit& unit) {
    reporter.add(unit);
    built += unit.timelines.size();
    unchanged += unit.unchanged ? 1 : 0;
  });
  if (!store) return tl::unexpected(store.error());
  if (auto kept = store->commit(); !kept) return tl::unexpected(kept.error());
  reporter.finish(built + unchanged);
  if (built + unchanged == 0) return fail(Code::unreadable, "no document can be read");
  print_message(shown(arguments.store) + ": " + documents_words(built) + " added or changed, " +
                std::to_string(unchanged) + " unchanged; draw all with annal build --store " + shown(arguments.store) +
                " -o OUT");
  return reporter.bad() + inputs->faults.size() == 0;
}

void report_warnings(const BuiltCase& built, bool with_own) {
  if (built.several) return;  // told as they were read
  const Timeline& timeline = built.edited.timeline;
  const std::vector<Warning> warnings = with_own ? timeline.warnings : std::vector<Warning>();
  for (const std::string& line :
       api::warning_lines(built.name, timeline.document, timeline.timexes, warnings, "--dct YYYY-MM-DD"))
    print_message(line);
}

}  // namespace annal
