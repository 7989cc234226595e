#include "mcp/json_rpc.h"

#include <cmath>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "render/encode/escape.h"

namespace annal::mcp {
namespace {

using Value = rapidjson::Value;

const Value* member(const Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// Whether `id` is a number that is written as it was read.
bool comes_back_whole(const Value& id) {
  constexpr double largest = 9007199254740992;  // 2^53: from here on, a double is no longer each whole number
  return id.IsInt64() || id.IsUint64() || (id.IsDouble() && std::abs(id.GetDouble()) < largest);
}

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

}  // namespace

std::string written(const Value& json) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  json.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

Message read_message(const Value& json) {
  Message message;
  const auto invalid = [&](std::string_view fault) {
    message.kind = MessageKind::invalid;
    message.fault = fault;
    return message;
  };
  if (!json.IsObject()) return invalid("a message is an object");
  const Value* id = member(json, "id");
  const bool has_id = id != nullptr && (id->IsString() || comes_back_whole(*id));
  if (has_id) message.id = written(*id);
  if (const Value* version = member(json, "jsonrpc");
      version == nullptr || !version->IsString() || text_of(*version) != "2.0")
    return invalid("\"jsonrpc\" must be \"2.0\"");
  if (id != nullptr && !has_id) return invalid("\"id\" must be a text or a number of at most 15 digits");
  const Value* method = member(json, "method");
  if (method == nullptr) {
    if (member(json, "result") == nullptr && member(json, "error") == nullptr) return invalid("there is no \"method\"");
    message.kind = MessageKind::response;
    return message;
  }
  if (!method->IsString()) return invalid("\"method\" must be a text");
  message.method = text_of(*method);
  message.params = member(json, "params");
  if (message.params != nullptr && !message.params->IsObject()) return invalid("\"params\" must be an object");
  message.kind = id == nullptr ? MessageKind::notification : MessageKind::request;
  return message;
}

std::string response(std::string_view id, std::string_view result) {
  std::string out = R"({"jsonrpc":"2.0","id":)";
  out.append(id).append(",\"result\":").append(result);
  return out + '}';
}

std::string error_response(std::string_view id, ErrorCode code, std::string_view message) {
  std::string out = R"({"jsonrpc":"2.0","id":)";
  out.append(id).append(",\"error\":{\"code\":").append(std::to_string(static_cast<int>(code))).append(",\"message\":");
  append_json_string(out, message);
  return out + "}}";
}

}  // namespace annal::mcp
