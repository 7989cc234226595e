#include "mcp/tools.h"

#include <algorithm>
#include <array>
#include <utility>

#include "api/brief.h"
#include "api/find_event.h"
#include "core/unicode/edit_distance.h"
#include "mcp/json_rpc.h"
#include "mcp/tool_list.h"
#include "render/encode/escape.h"
#include "timeline/explain/why.h"
#include "timeline/selection.h"

namespace annal::mcp {
namespace {

using Value = rapidjson::Value;

constexpr std::size_t most_kept = 8;
constexpr std::size_t most_told = 30;  ///< events of an answer, where nothing else is asked: more flood an assistant
constexpr std::array<const char*, 5> texts{"text", "base64", "path", "documents", "handle"};
constexpr int deepest = 4;  ///< documents, one of them, its member

/// Whether no value lies deeper: what walks over deeper ones would need a stack without end.
bool is_flat(const Value& value, int depth) {
  if (depth == 0) return !value.IsObject() && !value.IsArray();
  const auto flat = [depth](const Value& inner) { return is_flat(inner, depth - 1); };
  if (value.IsArray()) return std::all_of(value.Begin(), value.End(), flat);
  if (!value.IsObject()) return true;
  return std::all_of(value.MemberBegin(), value.MemberEnd(), [&](const auto& member) { return flat(member.value); });
}

/// The member `name` of an object, or null.
Value* member(Value& object, const char* name) { return object.HasMember(name) ? &object[name] : nullptr; }

std::string_view text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

/// Whether `object` states one text and no more; `properties` are the members that it may have.
Result<void> check_text(const Value& object, const Value& properties) {
  std::vector<std::string_view> known, stated;
  for (const char* name : texts) {
    if (properties.HasMember(name)) known.emplace_back(name);
    if (object.HasMember(name)) stated.emplace_back(name);
  }
  if (stated.size() == 1) return {};
  if (stated.empty()) return fail(Code::usage, "there is no text; state one of: " + joined(known));
  return fail(Code::usage, "there are several texts; state only one of: " + joined(stated));
}

/// The object `json` with a member before its others.
std::string with_handle(const std::string& handle, const std::string& json) {
  return "{\"handle\":\"" + handle + "\"," + json.substr(1);
}

std::string handle_of(std::size_t number) { return "timeline-" + std::to_string(number); }

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

/// The result of a call: `text` for the assistant, and as `structured` content where that is not empty.
std::string call_result(std::string_view text, std::string_view structured) {
  std::string out = R"({"content":[{"type":"text","text":)";
  append_json_string(out, text);
  out += "}],";
  if (structured.empty())
    out += "\"isError\":true}";
  else
    out.append("\"structuredContent\":").append(structured).append("}");
  return out;
}

}  // namespace

Tools::Tools(FileReader read) : read_(std::move(read)), list_(tool_list(read_ != nullptr)) {}

std::string Tools::list() const { return written(list_); }

std::optional<std::string> Tools::call(std::string_view name, const Value* arguments) {
  const Value none(rapidjson::kObjectType);
  const Value& given = arguments == nullptr ? none : *arguments;
  Result<std::string> answer;
  if (name == "timeline")
    answer = timeline(given);
  else if (name == "dates")
    answer = dates(given);
  else if (name == "why")
    answer = why(given);
  else
    return std::nullopt;
  return answer ? call_result(*answer, *answer) : call_result(answer.error().message, {});
}

const Value& Tools::properties_of(std::string_view tool) const {
  const auto all = list_["tools"].GetArray();
  return (*std::find_if(all.begin(), all.end(),
                        [&](const Value& one) { return text_of(one["name"]) == tool; }))["inputSchema"]["properties"];
}

Result<void> Tools::check_members(const Value& object, const Value& properties) const {
  std::vector<std::string_view> known;
  for (const auto& property : properties.GetObject()) known.push_back(text_of(property.name));
  for (const auto& member : object.GetObject()) {
    const std::string_view name = text_of(member.name);
    if (name == "path" && !read_)
      return fail(Code::usage,
                  "no folder is open to you; hand over the text, or ask the user to start annal mcp "
                  "--files FOLDER");
    if (std::ranges::find(known, name) == known.end())
      return fail(Code::usage, "there is no '" + visible(name) + "'; known: " + joined(known) +
                                   did_you_mean(std::string(name), known));
  }
  return {};
}

Result<void> Tools::check_document(const Value& document, const Value& properties) const {
  auto known = check_members(document, properties);
  return known ? check_text(document, properties) : known;
}

Result<void> Tools::read_path(Value& document, std::vector<std::string>& files,
                              rapidjson::Document::AllocatorType& allocator) const {
  const Value* named = member(document, "path");
  if (named == nullptr) return {};
  if (!named->IsString()) return fail(Code::usage, "'path' is no text");
  const std::string path(text_of(*named));
  auto bytes = read_(path);
  if (!bytes) return tl::unexpected(bytes.error());
  document.RemoveMember("path");
  document.AddMember("attachment", static_cast<std::uint64_t>(files.size()), allocator);
  files.push_back(std::move(*bytes));
  if (!document.HasMember("name")) document.AddMember("name", Value(base_name(path).c_str(), allocator), allocator);
  return {};
}

Result<Tools::Question> Tools::question(std::string_view tool, const Value& arguments) {
  if (!is_flat(arguments, deepest)) return fail(Code::usage, "the arguments are nested too deep");
  if (auto fine = check_document(arguments, properties_of(tool)); !fine) return tl::unexpected(fine.error());
  rapidjson::Document own;
  own.CopyFrom(arguments, own.GetAllocator());
  std::vector<std::string> files;
  Question question;
  if (const Value* handle = member(own, "handle"); handle != nullptr) {
    for (const char* other : {"name", "title", "url", "dct", "lang", "edits"})
      if (own.HasMember(other)) return fail(Code::usage, std::string("with 'handle' leave out '") + other + "'");
    const auto kept = find_kept(*handle);
    if (!kept) return tl::unexpected(kept.error());
    question.kept = *kept;
    own.RemoveMember("handle");
    own.AddMember("text", "", own.GetAllocator());
  }
  if (auto read = read_path(own, files, own.GetAllocator()); !read) return tl::unexpected(read.error());
  if (Value* documents = member(own, "documents"); documents != nullptr && documents->IsArray())
    for (rapidjson::SizeType i = 0; i < documents->Size(); ++i) {
      Value& document = (*documents)[i];
      if (!document.IsObject()) continue;  // which the reader of requests tells
      if (auto fine = check_document(document, properties_of(tool)["documents"]["items"]["properties"]); !fine)
        return fail(Code::usage, "documents[" + std::to_string(i) + "]: " + fine.error().message);
      if (auto read = read_path(document, files, own.GetAllocator()); !read) return tl::unexpected(read.error());
    }
  const FormatUse use = tool == "dates" ? FormatUse::dates : tool == "timeline" ? FormatUse::build : FormatUse::order;
  auto request = api::read_request(written(own), use, files);
  if (!request) return tl::unexpected(request.error());
  question.request = std::move(*request);
  return question;
}

Result<const Tools::Kept*> Tools::find_kept(const Value& handle) {
  if (!handle.IsString()) return fail(Code::usage, "'handle' is no text; state the one that an answer gave");
  const std::string_view name = text_of(handle);
  const auto kept = std::ranges::find(kept_, name, &Kept::handle);
  if (kept != kept_.end()) {
    std::rotate(kept_.begin(), kept, kept + 1);
    return &kept_.front();
  }
  for (std::size_t number = 1; number <= count_; ++number)
    if (name == handle_of(number))
      return fail(Code::usage, "the timeline of this handle is no longer kept; hand over the text again");
  return fail(Code::usage,
              "no answer gave the handle '" + visible(name) + "'; state one that an answer gave, or the text");
}

Result<const Tools::Kept*> Tools::built(Question& question) {
  if (question.kept != nullptr) return question.kept;
  question.request.selection.reset();  // which answers choose anew, each of the whole
  auto built = api::build(question.request);
  if (!built) return tl::unexpected(built.error());
  kept_.push_front({handle_of(++count_), std::move(*built)});
  if (kept_.size() > most_kept) kept_.pop_back();
  return &kept_.front();
}

Result<std::string> Tools::timeline(const Value& arguments) {
  auto asked = question("timeline", arguments);
  if (!asked) return tl::unexpected(asked.error());
  const std::optional<SelectionOptions> selection = asked->request.selection;
  const auto kept = built(*asked);
  if (!kept) return tl::unexpected(kept.error());
  api::Built told = (*kept)->built;
  if (selection)
    select_events(told.timeline, *selection);
  else if (std::cmp_greater(std::ranges::count_if(told.timeline.events, &Event::shown), most_told))
    select_events(told.timeline, {.top = most_told});
  return with_handle((*kept)->handle, api::brief_timeline(told));
}

Result<std::string> Tools::dates(const Value& arguments) {
  auto asked = question("dates", arguments);
  if (!asked) return tl::unexpected(asked.error());
  const auto analysis = api::analyse(asked->request);
  if (!analysis) return tl::unexpected(analysis.error());
  return api::brief_dates(*analysis);
}

Result<std::string> Tools::why(const Value& arguments) {
  auto asked = question("why", arguments);
  if (!asked) return tl::unexpected(asked.error());
  const auto kept = built(*asked);
  if (!kept) return tl::unexpected(kept.error());
  const Timeline& timeline = (*kept)->built.timeline;
  const auto pair = api::find_pair(timeline, *asked->request.pair, "the tool timeline, \"all\": true");
  if (!pair) return tl::unexpected(pair.error());
  return with_handle((*kept)->handle, api::brief_proof(annal::why(timeline, pair->first, pair->second), timeline));
}

}  // namespace annal::mcp
