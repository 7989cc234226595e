#include "timeline/edits/build_edited.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "core/dct/parse_dct.h"
#include "core/normalize/explain.h"
#include "timeline/edits/apply_edits.h"
#include "timeline/edits/moved_dates.h"
#include "timeline/edits/time_overrides.h"
#include "timeline/pipeline.h"

namespace annal {
namespace {

/// Says of every edit of a time expression why it cannot be.
void refuse_times(const Edits& edits, const char* reason, std::vector<EditProblem>& problems) {
  for (const TimeEdit& edit : edits.times) problems.push_back({edit.line, reason});
}

/// The timeline of `document` read with `overrides`, which its readings name.
Timeline build_text(const Document& document, const Language& language, const std::vector<TimexOverride>& overrides) {
  Analysis analysis = analyse(document, language, overrides);
  std::vector<std::pair<std::size_t, std::string>> readings;
  for (std::size_t t = 0; t < analysis.timexes.size(); ++t)
    if (const TimexOverride* const override = find_override(overrides, analysis.timexes[t].span))
      readings.emplace_back(t, explain(analysis, t, *override));
  Timeline timeline = build_timeline(std::move(analysis), language);
  for (auto& [timex, reading] : readings) timeline.readings[timex] = std::move(reading);
  return timeline;
}

/// The document with the day of writing that its owner states, unless the command does.
Document written(Document document, const Edits& edits) {
  const auto day = edits.written.empty() ? Result<Dct>(Dct{}) : parse_dct(edits.written);
  if (day && day->known() && document.dct.source != DctSource::given) document.dct = *day;
  return document;
}

Timeline build_text(const Document& document, const Language& language, const Edits& edits,
                    std::vector<EditProblem>& problems) {
  Timeline timeline = build_text(document, language, std::vector<TimexOverride>());
  std::vector<TimexOverride> overrides = overrides_of_times(timeline, edits, problems);
  if (!overrides.empty()) timeline = build_text(document, language, overrides);

  const std::vector<MovedDate> moved = find_moved_dates(timeline, edits, document, language, overrides);
  report_moved_dates(timeline, moved, problems);
  const std::size_t stated = overrides.size();
  for (const MovedDate& date : moved)
    if (date.moves()) overrides.insert(overrides.end(), date.reading.begin(), date.reading.end());
  return overrides.size() > stated ? build_text(document, language, overrides) : timeline;
}

}  // namespace

EditedTimeline build_timeline(Article article, const Edits& edits) {
  std::vector<EditProblem> problems;
  Timeline timeline;
  if (const auto* const document = std::get_if<Document>(&article.content)) {
    timeline = build_text(written(*document, edits), *article.language, edits, problems);
  } else {
    const bool finished = std::holds_alternative<Timeline>(article.content);
    refuse_times(edits,
                 finished
                     ? "time expressions of a finished timeline cannot be resolved again; build it from the article"
                     : "time expressions that people annotated keep their values; change the annotation",
                 problems);
    if (!edits.written.empty())
      problems.push_back({0, "the day of writing of a finished timeline stays; build it from the article"});
    const Language& language = *article.language;
    timeline = build_timeline(std::move(article));
    report_unmoved_dates(timeline, edits, language, problems);
  }
  EditedTimeline edited = apply_edits(std::move(timeline), edits);
  edited.problems.insert(edited.problems.end(), std::make_move_iterator(problems.begin()),
                         std::make_move_iterator(problems.end()));
  std::stable_sort(edited.problems.begin(), edited.problems.end(),
                   [](const EditProblem& a, const EditProblem& b) { return a.line < b.line; });
  return edited;
}

}  // namespace annal
