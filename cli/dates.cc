// annal dates: the time expressions alone; no event is looked for.
#include "render/dates.h"
#include "cli/article.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/message.h"
#include "render/json.h"
#include "render/timeml.h"

namespace annal {

Result<Exit> run_dates(const Arguments& arguments) {
  const auto analysis = analyse_article(arguments);
  if (!analysis) return tl::unexpected(analysis.error());
  std::string bytes;
  if (arguments.format == Format::json) {
    bytes = to_dates_json(*analysis, JsonLayout::indented) + '\n';
  } else if (arguments.format == Format::timeml) {
    bytes = to_timeml(*analysis);
  } else {
    bytes = to_dates_text(*analysis, {.explain = arguments.explain, .language = arguments.language});
  }
  if (auto written = write_output(arguments, bytes); !written) return tl::unexpected(written.error());
  // The text shows the warnings itself, below the lines that they are about.
  const bool shown_already = arguments.format == Format::text;
  tell_open_ends(arguments, analysis->document, analysis->timexes,
                 shown_already ? std::vector<Warning>() : analysis->warnings);
  if (!analysis->timexes.empty()) return Exit::done;
  say(shown(arguments.file) + ": no time expression found");
  return Exit::nothing_found;
}

}  // namespace annal
