// One function a command, each in its own file: it does what the arguments say and returns the program's exit code.
// Errors of the input go up as Result; main puts them on standard error.
#pragma once

#include "cli/arguments.h"
#include "core/result.h"

namespace annal {

Result<Exit> run_build(const Arguments& arguments);   ///< article to timeline
Result<Exit> run_dates(const Arguments& arguments);   ///< article to time expressions
Result<Exit> run_order(const Arguments& arguments);   ///< article to order, proofs, conflicts
Result<Exit> run_days(const Arguments& arguments);    ///< articles to the days that matter most
Result<Exit> run_edit(const Arguments& arguments);    ///< changes to the edits file, or what it holds
Result<Exit> run_syntax(const Arguments& arguments);  ///< article or CoNLL-U to trees
Result<Exit> run_batch(const Arguments& arguments);   ///< JSON lines to JSON lines
Result<Exit> run_serve(const Arguments& arguments);   ///< articles to pages that edit them
Result<Exit> run_mcp(const Arguments& arguments);     ///< tools for an assistant
Result<Exit> run_schema(const Arguments& arguments);  ///< the JSON Schema

}  // namespace annal
