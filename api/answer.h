// The answers to requests of other programs: what the command line writes for the same texts and options, byte for
// byte; or, where it is asked for in brief, what api/brief.h tells of it.
#pragma once

#include <string>
#include <vector>

#include "api/request.h"
#include "core/result.h"
#include "timeline/edits/edits.h"

namespace annal::api {

struct Answer {
  std::string output;                   ///< in the format of the request
  std::vector<EditProblem> problems{};  ///< of the edits
  std::vector<std::string> faults{};    ///< a line for each of several documents that cannot be read
};

/// The timeline of the texts, as `annal build` writes it.
///
///   errors   as read_articles of the only document; unreadable: none of several can be read; those of the format
Result<Answer> timeline(Request request);

/// The time expressions of the only text, as `annal dates` writes them. Errors: as read_article; usage: several texts.
Result<Answer> dates(Request request);

/// How the two events that the request names lie: in text the proof as `annal order --why` writes it, in JSON what
/// brief_proof tells. Errors: as timeline and find_pair; usage: no two events are named.
Result<Answer> why(Request request);

}  // namespace annal::api
