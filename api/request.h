// A request of another program, in JSON: texts, and what is to be made of them. All that offer Annal to programs read
// their requests here; docs/api.md lists the members.
//
//   {"text": "The bridge opened yesterday.", "dct": "2016-11-14", "format": "svg", "top": 10}
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/lang/language.h"
#include "core/result.h"
#include "core/text/document.h"
#include "render/formats.h"
#include "render/render_options.h"
#include "timeline/edits/edits.h"
#include "timeline/selection.h"

namespace annal::api {

/// A text, page, mail or file, as its bytes.
struct InputDocument {
  std::string bytes;
  std::string name;  ///< of its file, whose ending may say what it is; "text" where none is stated
  std::string url;
  std::optional<std::string> title;
  std::optional<Dct> dct;
};

struct Request {
  std::vector<InputDocument> documents;  ///< at least one
  std::optional<Dct> dct;                ///< of those of several documents that state none
  const Language* language = nullptr;    ///< null: that of each text
  std::optional<Edits> edits;
  std::string toml;  ///< of the edits
  const Format* format = nullptr;
  RenderOptions render;
  std::optional<SelectionOptions> selection;                ///< none: the default
  bool brief = false;                                       ///< JSON, as api/brief.h tells it, in place of a format
  std::optional<std::pair<std::string, std::string>> pair;  ///< the names of two events, where they are asked about
};

/// The members that a request of this use may have: those of its text, of which only "dct" stands beside "documents",
/// and the others.
std::vector<std::string_view> request_members(FormatUse use);

/// Reads a request for something in one of the formats of `use`, by default the JSON: a timeline (build), time
/// expressions (dates), or how two events lie (order), which is told in json or text.
///
///   attachments  the bytes that a document may name by their index, "attachment": 0, in place of "text" or "base64"
///   errors       syntax: no JSON, or a value of another kind; usage: an unknown member or value, no text, a date that
///                is none; as read_edits
Result<Request> read_request(std::string_view json, FormatUse use, std::span<std::string> attachments = {});

/// Reads how a timeline that is there already is to be shown: the members of a request from "format" to "editor", and
/// no text. Errors: as read_request.
Result<Request> read_display(std::string_view json, FormatUse use);

}  // namespace annal::api
