// annal dates: the time expressions alone; no event is looked for.
#include "batch/files.h"
#include "cli/article.h"
#include "cli/commands.h"
#include "cli/message.h"
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

}  // namespace

Result<Exit> run_dates(const Arguments& arguments) {
  const auto analysis = analyse_article(arguments);
  if (!analysis) return tl::unexpected(analysis.error());
  const Format& format = *arguments.format;
  const DatesOptions options{.explain = arguments.explain, .language = Language::find(analysis->document.language)};
  const auto written = write_rendered(arguments, [&](const TextSink& sink) -> Result<void> {
    if (arguments.explain) sink(known_before(analysis->document));
    sink(format.dates(*analysis, options));
    return {};
  });
  if (!written) return tl::unexpected(written.error());
  report_warnings(arguments, analysis->document, analysis->timexes,
                  format.for_terminal ? std::vector<Warning>() : analysis->warnings);
  if (!analysis->timexes.empty()) return Exit::done;
  print_message(shown(arguments.file) + ": no time expression found");
  return Exit::nothing_found;
}

}  // namespace annal
