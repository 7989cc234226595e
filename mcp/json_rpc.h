// Messages of JSON-RPC 2.0, of which the Model Context Protocol puts one on each line.
#pragma once

#include <string>
#include <string_view>

#include <rapidjson/document.h>

namespace annal::mcp {

enum class ErrorCode : int {
  parse = -32700,            ///< no JSON
  invalid_request = -32600,  ///< no message
  no_method = -32601,
  invalid_params = -32602,
  internal = -32603,
};

enum class MessageKind : std::uint8_t { request, notification, response, invalid };

/// A message. What it points to holds as long as its JSON.
struct Message {
  MessageKind kind = MessageKind::invalid;
  std::string id = "null";  ///< as JSON: a text or a number; "null" where there is none that can be read
  std::string_view method;
  const rapidjson::Value* params = nullptr;  ///< an object, or null
  std::string_view fault;                    ///< of an invalid one
};

/// The message that `json` is.
Message read_message(const rapidjson::Value& json);

/// `json` on one line.
std::string written(const rapidjson::Value& json);

/// A response without a line break; `id` and `result` are JSON.
std::string response(std::string_view id, std::string_view result);
std::string error_response(std::string_view id, ErrorCode code, std::string_view message);

}  // namespace annal::mcp
