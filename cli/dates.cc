// annal dates: the time expressions alone; no event is looked for. Of several articles one after the other.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "api/warning_lines.h"
#include "batch/files.h"
#include "cli/article.h"
#include "cli/case.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/message.h"
#include "core/dct/name_dct.h"
#include "render/encode/escape.h"
#include "render/labels/extent.h"

namespace annal {
namespace {

/// The language that the text was read in, and the days that a page or a file states for itself, with how far each is
/// believed: the one taken first, if one is.
std::string known_before(const Document& document) {
  constexpr std::size_t most = 8;
  std::string out = "language   " + document.language + '\n';
  std::size_t shown_days = 0;
  for (const DctCandidate& candidate : document.dct_candidates) {
    if (shown_days == most) break;
    const std::int64_t percent = static_cast<std::int64_t>(candidate.trust * 100 + 0.5);
    const bool taken = document.dct.known() && document.dct.source != DctSource::dateline;
    out += (shown_days > 0 ? "       or  "
            : taken        ? "published  "
                           : "perhaps    ") +
           text_of(candidate.dct) + "  " + std::to_string(percent) + "%  " + (candidate.changed ? "changed; " : "") +
           one_line(candidate.dct.reason) + '\n';
    ++shown_days;
  }
  return out + '\n';
}

/// The time expressions of an article in the format asked for.
void write_dates(const Analysis& analysis, const Arguments& arguments, bool one_of_several, const TextSink& sink) {
  const DatesOptions options{.explain = arguments.explain,
                             .language = Language::find(analysis.document.language),
                             .one_of_several = one_of_several};
  if (arguments.explain && arguments.format->for_terminal) sink(known_before(analysis.document));
  sink(arguments.format->dates(analysis, options));
}

Result<Exit> dates_of_one(const Arguments& arguments) {
  const auto analysis = analyse_article(arguments);
  if (!analysis) return tl::unexpected(analysis.error());
  const auto written = write_rendered(arguments, [&](const TextSink& sink) -> Result<void> {
    write_dates(*analysis, arguments, false, sink);
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  report_warnings(arguments, analysis->document, analysis->timexes,
                  arguments.format->for_terminal ? std::vector<Warning>() : analysis->warnings);
  if (!analysis->timexes.empty()) return Exit::done;
  print_message(shown(arguments.file) + ": no time expression found");
  return Exit::nothing_found;
}

/// Writes the articles of several inputs one after the other.
class SeveralDates {
 public:
  SeveralDates(const Arguments& arguments, const TextSink& sink) : arguments_(arguments), sink_(sink) {}

  void add(const InputFile& file) {
    const auto bytes = read_file(file.path);
    if (!bytes) return add_bad(bytes.error().message);
    ArticleOptions options;
    options.name = shown(file.path);
    options.default_id = file.id;
    options.dct = file.dct;
    options.fallback_dct = name_dct(std::filesystem::path(file.path).filename().string());
    if (!options.fallback_dct) options.fallback_dct = arguments_.dct;
    options.language = arguments_.language;
    for (Result<Article>& article : read_articles(*bytes, options)) {
      if (!article)
        add_bad(article.error().message);
      else
        add(options.name, analyse(std::move(*article)));
    }
  }

  std::size_t read() const { return read_; }
  std::size_t bad() const { return bad_; }
  bool found() const { return found_; }

 private:
  void add_bad(const std::string& message) {
    ++bad_;
    print_message(message);
  }

  void add(const std::string& name, const Analysis& analysis) {
    const bool for_terminal = arguments_.format->for_terminal;
    if (for_terminal) sink_((read_ > 0 ? "\n" : "") + one_line(analysis.document.id) + '\n');
    ++read_;
    found_ = found_ || !analysis.timexes.empty();
    write_dates(analysis, arguments_, true, sink_);
    for (const std::string& line :
         api::warning_lines(name, analysis.document, analysis.timexes,
                            for_terminal ? std::vector<Warning>() : analysis.warnings, name + ":YYYY-MM-DD"))
      print_message(line);
  }

  const Arguments& arguments_;
  const TextSink& sink_;
  std::size_t read_ = 0, bad_ = 0;
  bool found_ = false;
};

Result<Exit> dates_of_several(const Arguments& arguments, const InputList& inputs) {
  if (arguments.format->name == "timeml")
    return fail(Code::usage, "-f timeml is of one article; give one, or choose -f text or json");
  std::size_t bad = inputs.faults.size();
  bool found = false;
  const auto written = write_rendered(arguments, [&](const TextSink& sink) -> Result<void> {
    SeveralDates several(arguments, sink);
    for (const InputFile& file : inputs.files) several.add(file);
    bad += several.bad();
    found = several.found();
    return several.read() > 0 ? Result<void>() : fail(Code::unreadable, "no document can be read");
  });
  if (!written) return tl::unexpected(written.error());
  if (!found) print_message("no time expression found");
  return found && bad == 0 ? Exit::done : Exit::nothing_found;
}

}  // namespace

Result<Exit> run_dates(const Arguments& arguments) {
  const auto inputs = named_inputs(arguments);
  if (!inputs) return tl::unexpected(inputs.error());
  if (!inputs->one_file) return dates_of_several(arguments, *inputs);
  Arguments one = arguments;
  one.file = inputs->files.front().path;
  if (inputs->files.front().dct) one.dct = inputs->files.front().dct;
  return dates_of_one(one);
}

}  // namespace annal
