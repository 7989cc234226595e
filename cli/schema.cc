// annal schema: the schema of the timeline, or the description of the requests, byte for byte.
#include "api/description.h"
#include "batch/files.h"
#include "cli/commands.h"
#include "render/encode/version.h"

namespace annal {

Result<Exit> run_schema(const Arguments& arguments) {
  Output output;
  if (auto opened = output.open(arguments.output); !opened) return tl::unexpected(opened.error());
  if (auto written = output.write(arguments.api ? api::openapi() : timeline_schema()); !written)
    return tl::unexpected(written.error());
  if (auto finished = output.finish(); !finished) return tl::unexpected(finished.error());
  return Exit::done;
}

}  // namespace annal
