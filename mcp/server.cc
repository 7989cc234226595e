#include "mcp/server.h"

#include <algorithm>
#include <array>

#include "core/unicode/ascii.h"
#include "mcp/json_rpc.h"
#include "render/encode/escape.h"
#include "render/encode/version.h"
#include "timeline/json/parse_json.h"

namespace annal::mcp {
namespace {

using Value = rapidjson::Value;

/// Of the protocol, the latest last.
constexpr std::array<std::string_view, 3> versions{"2024-11-05", "2025-03-26", "2025-06-18"};
/// The only one with several messages in one line.
constexpr std::string_view batch_version = "2025-03-26";
constexpr std::size_t most_of_batch = 100;

constexpr std::string_view instructions =
    "Annal reads texts and tells when things happened: it resolves dates, orders events and proves the order with "
    "words "
    "of the text. Hand over texts whole and unchanged, with dct, the date of writing, where you know it. Quote the "
    "sentences and proofs that it returns. What it leaves open, the text does not say: tell so instead of guessing.";

/// The text `name` of `params`; empty where there is none.
std::string_view text_member(const Value* params, const char* name) {
  if (params == nullptr) return {};
  const auto found = params->FindMember(name);
  if (found == params->MemberEnd() || !found->value.IsString()) return {};
  return {found->value.GetString(), found->value.GetStringLength()};
}

}  // namespace

std::string too_long() {
  return error_response("null", ErrorCode::invalid_request,
                        "the line is longer than " + std::to_string(longest_line >> 20) + " MiB; send less text");
}

std::string Server::initialize(std::string_view id, const Value* params) {
  const std::string_view asked = text_member(params, "protocolVersion");
  if (asked.empty()) return error_response(id, ErrorCode::invalid_params, "there is no \"protocolVersion\"");
  const auto known = std::ranges::find(versions, asked);
  version_ = known == versions.end() ? versions.back() : *known;
  std::string result = "{\"protocolVersion\":\"" + std::string(version_) +
                       R"(","capabilities":{"tools":{}},"serverInfo":{"name":"annal","title":"Annal","version":)";
  append_json_string(result, version());
  result += "},\"instructions\":";
  append_json_string(result, instructions);
  return response(id, result + '}');
}

std::string Server::list(std::string_view id, const Value* params) const {
  if (params != nullptr && params->HasMember("cursor"))
    return error_response(id, ErrorCode::invalid_params, "there is no further page; leave out \"cursor\"");
  return response(id, tools_.list());
}

std::string Server::call(std::string_view id, const Value* params) {
  const std::string_view name = text_member(params, "name");
  const Value* arguments = nullptr;
  if (params != nullptr)
    if (const auto found = params->FindMember("arguments"); found != params->MemberEnd()) arguments = &found->value;
  if (arguments != nullptr && !arguments->IsObject())
    return error_response(id, ErrorCode::invalid_params, "\"arguments\" must be an object");
  const auto result = tools_.call(name, arguments);
  if (result) return response(id, *result);
  return error_response(id, ErrorCode::invalid_params,
                        "there is no tool '" + visible(name) + "'; available: timeline, dates, why");
}

std::optional<std::string> Server::answer_to(const Value& json) {
  const Message message = read_message(json);
  switch (message.kind) {
    case MessageKind::invalid: return error_response(message.id, ErrorCode::invalid_request, message.fault);
    case MessageKind::notification:
    case MessageKind::response: return std::nullopt;
    case MessageKind::request: break;
  }
  if (message.method == "initialize") return initialize(message.id, message.params);
  if (message.method == "ping") return response(message.id, "{}");
  if (message.method == "tools/list") return list(message.id, message.params);
  if (message.method == "tools/call") return call(message.id, message.params);
  return error_response(message.id, ErrorCode::no_method, "there is no method '" + visible(message.method) + "'");
}

std::optional<std::string> Server::answer_batch(const Value& batch) {
  if (version_ != batch_version || batch.Empty() || batch.Size() > most_of_batch)
    return error_response("null", ErrorCode::invalid_request, "send one message a line");
  std::string answers;
  for (const Value& json : batch.GetArray())
    if (const auto one = answer_to(json)) answers += (answers.empty() ? "[" : ",") + *one;
  if (answers.empty()) return std::nullopt;
  return answers + ']';
}

std::optional<std::string> Server::answer(std::string_view line) {
  if (trimmed(line).empty()) return std::nullopt;
  const auto json = parse_json(line, "message");
  if (!json) return error_response("null", ErrorCode::parse, "a line is one message in JSON; this is none");
  return json->IsArray() ? answer_batch(*json) : answer_to(*json);
}

}  // namespace annal::mcp
