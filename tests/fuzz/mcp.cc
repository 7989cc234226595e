// Lines of an assistant: each is answered with one line of JSON or with nothing, however the bytes are cut.
#include "mcp/lines.h"
#include "mcp/server.h"
#include "tests/fuzz/fuzz.h"
#include "timeline/json/parse_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace annal;
  fuzz::Bytes bytes(data, size);
  const std::size_t step = 1 + bytes.below(64);
  const std::string_view input = bytes.rest();
  mcp::Server server{mcp::Tools()};
  const mcp::Lines::Taker take = [&](std::optional<std::string_view> line) {
    const auto answer = line ? server.answer(*line) : mcp::too_long();
    if (!answer) return true;
    fuzz::law(answer->find('\n') == std::string::npos, "an answer is one line");
    fuzz::law(parse_json(*answer, "answer").has_value(), "an answer is JSON");
    return true;
  };
  mcp::Lines lines(4000);
  for (std::size_t at = 0; at < input.size(); at += step) lines.feed(input.substr(at, step), take);
  lines.finish(take);
  return 0;
}
