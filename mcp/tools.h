// The tools that an assistant calls: each reads its arguments as a request of api/request.h and answers in brief
// (api/brief.h). A timeline that was built is kept for a while under a handle, so that its texts need not be sent again
// to ask about it.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>

#include "api/built.h"
#include "core/result.h"

namespace annal::mcp {

/// The bytes of a file that an assistant names by its path. Errors: it may not, or cannot, be read.
using FileReader = std::function<Result<std::string>(const std::string& path)>;

class Tools {
 public:
  /// `read` reads files; empty: none may be named.
  explicit Tools(FileReader read = {});

  /// What tools/list answers, as JSON.
  std::string list() const;

  /// What tools/call answers, as JSON: an answer, or what is wrong with the arguments in one line for the assistant.
  /// Nothing where no tool is called `name`; `arguments` are an object, or null.
  std::optional<std::string> call(std::string_view name, const rapidjson::Value* arguments);

 private:
  struct Kept {
    std::string handle;
    api::Built built;
  };
  /// What a call asks for: texts, or a timeline that was kept.
  struct Question {
    api::Request request;
    const Kept* kept = nullptr;
  };

  Result<std::string> timeline(const rapidjson::Value& arguments);
  Result<std::string> dates(const rapidjson::Value& arguments);
  Result<std::string> why(const rapidjson::Value& arguments);

  Result<Question> question(std::string_view tool, const rapidjson::Value& arguments);
  /// Puts the bytes of the file that `document` names in place of its path.
  Result<void> read_path(rapidjson::Value& document, std::vector<std::string>& files,
                         rapidjson::Document::AllocatorType& allocator) const;
  Result<void> check_members(const rapidjson::Value& object, const rapidjson::Value& properties) const;
  /// Whether an object has known members, and one text.
  Result<void> check_document(const rapidjson::Value& document, const rapidjson::Value& properties) const;
  const rapidjson::Value& properties_of(std::string_view tool) const;
  /// The timeline of a handle, put in front of all that are kept. Errors: usage: the handle is none, or too old.
  Result<const Kept*> find_kept(const rapidjson::Value& handle);
  /// The timeline of a question, kept under a handle.
  Result<const Kept*> built(Question& question);

  FileReader read_;
  rapidjson::Document list_;
  std::deque<Kept> kept_;  ///< the last used one in front
  std::size_t count_ = 0;
};

}  // namespace annal::mcp
