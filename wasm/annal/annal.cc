// What JavaScript calls (web/module/annal.ts): bytes of documents and a request in JSON (api/request.h) come in, and
// one text is left until the next call: the answer, or what is wrong. Nothing else is kept but the parts.
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "api/answer.h"
#include "render/encode/escape.h"
#include "render/page/draw_module.h"
#include "render/page/page.h"
#include "wasm/annal/parts.h"

namespace annal {
namespace {

/// What a call returns. Of 2 the output is the names of parts, each on a line.
enum Outcome : int { done = 0, failed = 1, needs_parts = 2 };

std::string output, notes;
std::vector<std::string> attachments;

/// The problems of edits and the documents that cannot be read, for annal_notes.
std::string notes_json(const api::Answer& answer) {
  std::string out = "{\"problems\":" + problems_json(answer.problems) + ",\"faults\":[";
  for (std::size_t i = 0; i < answer.faults.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, answer.faults[i]);
  }
  return out + "]}";
}

int hand_out(Result<api::Answer> answer) {
  attachments.clear();
  if (std::string names = take_missing_parts(); !names.empty()) {
    output = std::move(names);
    return needs_parts;
  }
  notes = answer ? notes_json(*answer) : std::string("{}");
  output = answer ? std::move(answer->output) : std::move(answer.error().message);
  return answer ? done : failed;
}

Result<api::Answer> answered(std::string_view json, FormatUse use) {
  auto request = api::read_request(json, use, attachments);
  if (!request) return tl::unexpected(request.error());
  // What the request alone tells to be missing is asked for before a text is read in vain.
  if (request->format != nullptr && request->format->uses(DisplayOption::editor)) page::draw_module();  // of pages
  if (has_missing_parts()) return api::Answer{};
  return use == FormatUse::dates ? api::dates(std::move(*request)) : api::timeline(std::move(*request));
}

}  // namespace
}  // namespace annal

#define ANNAL_EXPORT(name) extern "C" __attribute__((export_name(#name)))

/// Aligned as models must be.
ANNAL_EXPORT(annal_allocate) void* annal_allocate(std::size_t size) {
  constexpr std::size_t alignment = 64;
  return std::aligned_alloc(alignment, (size + alignment) / alignment * alignment);
}
ANNAL_EXPORT(annal_free) void annal_free(void* bytes) { std::free(bytes); }

/// Keeps a copy of the bytes of a document for the next request, which names it by its place.
ANNAL_EXPORT(annal_attach) void annal_attach(const char* bytes, std::size_t size) {
  annal::attachments.emplace_back(bytes, size);
}

/// Takes a part, whose bytes stay where they are, before the first request. Returns 0 where they are none.
ANNAL_EXPORT(annal_add_part)
int annal_add_part(const char* name, std::size_t length, const unsigned char* bytes, std::size_t size) {
  return annal::add_part({name, length}, {bytes, size}) ? 1 : 0;
}

/// Answers a request for a timeline. Returns an Outcome.
ANNAL_EXPORT(annal_timeline) int annal_timeline(const char* json, std::size_t size) {
  return annal::hand_out(annal::answered({json, size}, annal::FormatUse::build));
}

/// Answers a request for time expressions. Returns an Outcome.
ANNAL_EXPORT(annal_dates) int annal_dates(const char* json, std::size_t size) {
  return annal::hand_out(annal::answered({json, size}, annal::FormatUse::dates));
}

/// Makes what the last answer says of edits and documents the output: {"problems": [...], "faults": [...]}.
ANNAL_EXPORT(annal_notes) void annal_notes() { annal::output = annal::notes; }

ANNAL_EXPORT(annal_output) const char* annal_output() { return annal::output.data(); }
ANNAL_EXPORT(annal_output_size) std::size_t annal_output_size() { return annal::output.size(); }
