// See request.h. A member that nobody reads is an error: a misspelt option would else do nothing without a word.
#include "api/request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/calendar/calendar.h"
#include "core/dct/parse_dct.h"
#include "core/lang/find_language.h"
#include "core/unicode/ascii.h"
#include "core/unicode/edit_distance.h"
#include "reader/mail/transfer.h"
#include "render/encode/escape.h"
#include "timeline/edits/read_edits.h"
#include "timeline/json/json_reader.h"
#include "timeline/json/parse_json.h"

namespace annal::api {
namespace {

using Value = JsonReader::Value;

constexpr std::string_view request_name = "request", default_name = "text";
constexpr std::array<std::string_view, 7> document_members{"text",  "base64", "attachment", "name",
                                                           "title", "url",    "dct"};
constexpr std::array<std::string_view, 2> texts_members{"documents", "edits"};
constexpr std::array<std::string_view, 2> pair_members{"a", "b"};
constexpr std::array<std::string_view, 5> display_members{"format", "layout", "width", "ascii", "editor"};
constexpr std::array<std::string_view, 6> selection_members{"all", "top", "dated", "about", "from", "to"};
constexpr std::array layouts{SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical};
constexpr std::int64_t widest = 20'000, most_top = 1'000'000;

/// A place as programs write it, in place of a JSON pointer: "documents[0].dct: ..." of "/documents/0/dct: ...".
std::string readable(std::string_view fault) {
  if (!fault.starts_with('/')) return std::string(fault);
  const std::size_t end = fault.find(": ");
  std::string place;
  for (std::size_t at = 0; at < end;) {
    const std::size_t next = std::min(fault.find('/', at + 1), end);
    const std::string_view key = fault.substr(at + 1, next - at - 1);
    const bool is_index = is_digit(key.front());
    if (is_index)
      place.append("[").append(key).append("]");
    else
      place.append(place.empty() ? "" : ".").append(key);
    at = next;
  }
  return place.append(fault.substr(end));
}

class RequestReader {
 public:
  RequestReader(FormatUse use, std::span<std::string> attachments) : use_(use), attachments_(attachments) {}

  Result<Request> read(const Value& json) {
    if (!json.IsObject()) return fail(Code::syntax, "the request is no object");
    const bool several = in_.member(json, "documents") != nullptr;
    std::vector<std::string_view> known = request_members(use_);
    if (several) {
      const auto is_of_one = [](std::string_view name) {
        return name != "dct" && std::ranges::find(document_members, name) != document_members.end();
      };
      for (const std::string_view name : document_members)
        if (is_of_one(name) && in_.member(json, std::string(name).c_str()) != nullptr)
          in_.note_fault("", "'" + std::string(name) + "' belongs into one of 'documents'");
      std::erase_if(known, is_of_one);
    }
    check_members(json, known);
    read_documents(json, several);
    read_language(json);
    read_format(json);
    read_display(json);
    read_selection(json);
    read_pair(json);
    read_edits(json);
    return finished();
  }

  Result<Request> read_only_display(const Value& json) {
    if (!json.IsObject()) return fail(Code::syntax, "the request is no object");
    check_members(json, display_members);
    read_format(json);
    read_display(json);
    return finished();
  }

 private:
  Result<Request> finished() {
    if (fault_) return tl::unexpected(*fault_);
    if (!in_.fault().empty()) return fail(Code::usage, readable(in_.fault()));
    return std::move(request_);
  }

  /// Keeps the first error.
  void note(Error error) {
    if (!fault_) fault_ = std::move(error);
  }

  void check_members(const Value& object, std::span<const std::string_view> known) {
    for (const auto& member : object.GetObject()) {
      const std::string_view name(member.name.GetString(), member.name.GetStringLength());
      if (std::ranges::find(known, name) != known.end()) continue;
      const std::vector<std::string_view> told = without_bytes(object, known);
      in_.note_fault("", "there is no '" + visible(name) + "'; known: " + joined(told) + did_you_mean(name, told));
    }
  }

  /// The members that the caller writes himself: where bytes are attached, none of those that hold a text.
  std::vector<std::string_view> without_bytes(const Value& object, std::span<const std::string_view> known) {
    const bool attached = in_.member(object, "attachment") != nullptr;
    std::vector<std::string_view> told;
    std::ranges::copy_if(known, std::back_inserter(told), [&](std::string_view name) {
      return name != "attachment" && !(attached && (name == "text" || name == "base64"));
    });
    return told;
  }

  std::optional<Dct> dct(const Value& object) {
    const std::string text = in_.text(object, "dct");
    if (text.empty()) return std::nullopt;
    const auto dct = parse_dct(text);
    if (!dct) in_.note_fault("dct", dct.error().message);
    return dct ? std::optional(*dct) : std::nullopt;
  }

  /// `is_whole`: the object is the request itself, and no document of it.
  std::string bytes(const Value& object, bool is_whole) {
    const std::array<const char*, 3> sources{"text", "base64", "attachment"};
    const auto stated = std::ranges::count_if(sources, [&](const char* key) { return in_.member(object, key); });
    if (stated == 0 && is_whole) in_.note_fault("", "there is no text; state 'text', 'base64' or 'documents'");
    if (stated == 0) in_.note_fault("", "there is no text; state 'text' or 'base64'");
    if (stated > 1) in_.note_fault("", "there are several texts; state only one of 'text' and 'base64'");
    if (stated != 1) return {};
    if (in_.member(object, "text") != nullptr) return in_.text(object, "text");
    if (in_.member(object, "base64") != nullptr) {
      const std::string encoded = in_.text(object, "base64");
      if (const auto fault = base64_fault(encoded)) in_.note_fault("base64", *fault);
      return undo_transfer(encoded, "base64").bytes;
    }
    const std::int64_t index = in_.integer(object, "attachment", -1);
    if (index >= 0 && std::cmp_less(index, attachments_.size()))
      return std::move(attachments_[static_cast<std::size_t>(index)]);
    in_.note_fault("attachment", "there is none of this number");
    return {};
  }

  void read_document(const Value& object, bool is_whole) {
    InputDocument document;
    document.bytes = bytes(object, is_whole);
    document.name = in_.text(object, "name");
    if (document.name.empty()) document.name = default_name;
    document.url = in_.text(object, "url");
    if (in_.member(object, "title") != nullptr) document.title = in_.text(object, "title");
    document.dct = dct(object);
    request_.documents.push_back(std::move(document));
  }

  void read_documents(const Value& json, bool several) {
    if (!several) return read_document(json, true);
    request_.dct = dct(json);
    in_.each(json, "documents", true, [&](const Value& item, std::size_t) {
      if (!item.IsObject()) return in_.note_fault("", "is no object");
      check_members(item, document_members);
      read_document(item, false);
    });
    if (request_.documents.empty()) in_.note_fault("documents", "there must be one at least");
  }

  void read_language(const Value& json) {
    const std::string tag = in_.text(json, "lang");
    if (tag.empty()) return;
    const auto language = find_language(tag);
    if (language)
      request_.language = *language;
    else
      in_.note_fault("lang", language.error().message);
  }

  void read_format(const Value& json) {
    const std::string name = in_.text(json, "format");
    const auto format = choose_format(name.empty() ? "json" : name, "-", formats_for(use_));
    if (format)
      request_.format = *format;
    else
      in_.note_fault("format", format.error().message);
    request_.brief = in_.flag(json, "brief");
    if (request_.brief && !name.empty() && name != "json") in_.note_fault("brief", "is for json; leave out 'format'");
    if (use_ == FormatUse::order && !name.empty() && name != "json" && name != "text")
      in_.note_fault("format", "the order of two events is told in json or text");
  }

  /// The names of the two events that are asked about.
  void read_pair(const Value& json) {
    if (use_ == FormatUse::order) request_.pair.emplace(in_.text(json, "a", true), in_.text(json, "b", true));
  }

  void read_layout(const std::string& name) {
    for (const SvgLayout layout : layouts) {
      if (layout_name(layout) != name) continue;
      request_.render.layout = layout;
      return;
    }
    std::string known;
    for (const SvgLayout layout : layouts) known.append(layout_name(layout)).append(", ");
    in_.note_fault("layout", "'" + visible(name) + "' is no layout; known: " + known + "story");
  }

  void read_display(const Value& json) {
    const std::string layout = in_.text(json, "layout");
    if (layout == "story")
      request_.render.story = true;
    else if (!layout.empty())
      read_layout(layout);
    if (const std::int64_t width = in_.integer(json, "width", 0); width < 0 || width > widest)
      in_.note_fault("width", "is no number from 1 to " + std::to_string(widest));
    else if (width > 0)
      request_.render.width = static_cast<std::size_t>(width);
    request_.render.ascii = in_.flag(json, "ascii");
    request_.render.editor = in_.member(json, "editor") == nullptr || in_.flag(json, "editor");
  }

  std::optional<CivilSeconds> moment(const Value& json, const char* key, bool end) {
    const std::string text = in_.text(json, key);
    if (text.empty()) return std::nullopt;
    const auto value = parse_iso(text);
    if (!value) {
      in_.note_fault(key, "'" + visible(text) + "' is no date; write it as 2016, 2016-11 or 2016-11-14");
      return std::nullopt;
    }
    const Interval interval = interval_of(*value);
    return end ? interval.end : interval.begin;
  }

  void read_selection(const Value& json) {
    const auto states = [&](std::string_view key) { return in_.member(json, std::string(key).c_str()) != nullptr; };
    if (std::ranges::none_of(selection_members, states)) return;
    SelectionOptions selection{.all = in_.flag(json, "all"), .dated = in_.flag(json, "dated")};
    if (const std::int64_t top = in_.integer(json, "top", most_top); top < 1 || top > most_top)
      in_.note_fault("top", "is no number from 1");
    else if (in_.member(json, "top") != nullptr)
      selection.top = static_cast<std::size_t>(top);
    if (const std::string about = in_.text(json, "about"); !about.empty()) selection.about = about;
    selection.from = moment(json, "from", false);
    selection.to = moment(json, "to", true);
    if (selection.from && selection.to && *selection.from >= *selection.to)
      in_.note_fault("from", "is after 'to'; swap them");
    request_.selection = selection;
  }

  void read_edits(const Value& json) {
    request_.toml = in_.text(json, "edits");
    if (request_.toml.empty()) return;
    auto edits = annal::read_edits(request_.toml, "edits");
    if (!edits) return note(edits.error());
    request_.edits = std::move(*edits);
  }

  FormatUse use_;
  std::span<std::string> attachments_;
  JsonReader in_;
  std::optional<Error> fault_;
  Request request_;
};

}  // namespace

std::vector<std::string_view> request_members(FormatUse use) {
  std::vector<std::string_view> names;
  const auto add = [&](const auto& some) { names.insert(names.end(), some.begin(), some.end()); };
  add(document_members);
  names.push_back("lang");
  if (use != FormatUse::dates) add(texts_members);
  if (use == FormatUse::order) add(pair_members);
  if (use == FormatUse::order || use == FormatUse::dates) names.push_back("format");
  if (use != FormatUse::order) names.push_back("brief");
  if (use != FormatUse::build) return names;
  add(display_members);
  add(selection_members);
  return names;
}

Result<Request> read_request(std::string_view json, FormatUse use, std::span<std::string> attachments) {
  const auto parsed = parse_json(json, request_name);
  if (!parsed) return tl::unexpected(parsed.error());
  return RequestReader(use, attachments).read(*parsed);
}

Result<Request> read_display(std::string_view json, FormatUse use) {
  const auto parsed = parse_json(json, request_name);
  if (!parsed) return tl::unexpected(parsed.error());
  return RequestReader(use, {}).read_only_display(*parsed);
}

}  // namespace annal::api
