// A server of the Model Context Protocol: lines in, lines out. It opens nothing and keeps no time; cli/mcp.cc moves the
// bytes. Requests are answered in order, one at a time, so what cancels one comes when it is answered, and is ignored,
// as the protocol allows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <rapidjson/document.h>

#include "mcp/tools.h"

namespace annal::mcp {

/// So long may a line be, in bytes; a longer one is answered with an error.
inline constexpr std::size_t longest_line = std::size_t{16} << 20;

class Server {
 public:
  explicit Server(Tools tools) : tools_(std::move(tools)) {}

  /// The answer to a line, without a line break; nothing for a notification, a response or a blank line.
  std::optional<std::string> answer(std::string_view line);

 private:
  std::optional<std::string> answer_to(const rapidjson::Value& json);
  std::optional<std::string> answer_batch(const rapidjson::Value& batch);
  std::string initialize(std::string_view id, const rapidjson::Value* params);
  std::string list(std::string_view id, const rapidjson::Value* params) const;
  std::string call(std::string_view id, const rapidjson::Value* params);

  Tools tools_;
  std::string_view version_;  ///< of the protocol, as agreed on; empty before
};

/// The answer to a line that is longer than `longest_line`.
std::string too_long();

}  // namespace annal::mcp
