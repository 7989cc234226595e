// annal serve: the editing pages of articles, on this machine alone. Each route of serve/gate.h has a function here.
#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <vector>

#include <rapidjson/document.h>

#include "batch/files.h"
#include "cli/commands.h"
#include "cli/editing_session.h"
#include "cli/message.h"
#include "cli/serve_api.h"
#include "render/encode/escape.h"
#include "render/labels/date_words.h"
#include "render/labels/extent.h"
#include "render/page/page.h"
#include "render/text/terminal.h"
#include "serve/server.h"
#include "timeline/entries/stated_date.h"

namespace annal {
namespace {

using serve::Answer;
using serve::error_answer;

constexpr std::string_view html_type = "text/html; charset=utf-8";

/// Appends `, "name": "text"` to a JSON object that is open.
void append_member(std::string& json, std::string_view name, std::string_view text) {
  json += json.back() == '{' ? "\"" : ",\"";
  json.append(name).append("\":");
  append_json_string(json, text);
}

RenderOptions options_of(const EditingSession& session) { return {.edits = session.toml()}; }

Answer index_page(const std::vector<EditingSession>& sessions, const std::string& base) {
  if (sessions.size() == 1) return {.status = 303, .location = base + "1/"};
  std::string body =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>annal</title>\n</head>\n"
      "<body>\n<main>\n<h1>Articles</h1>\n<ul>\n";
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    body += "<li><a href=\"" + std::to_string(i + 1) + "/\">";
    append_xml_text(body, shown(sessions[i].arguments().file));
    body += "</a></li>\n";
  }
  return {.type = std::string(html_type), .body = body + "</ul>\n</main>\n</body>\n</html>\n"};
}

Answer page(const EditingSession& session, const std::string& token) {
  Answer answer{.type = std::string(html_type),
                .policy = "base-uri 'none'; form-action 'none'"};  // the rest is in the page
  write_served_html([&](std::string_view piece) { answer.body += piece; }, session.edited().timeline,
                    {.token = token, .base = session.base(), .problems = session.edited().problems},
                    options_of(session));
  return answer;
}

/// What a page sends to be saved.
struct SaveRequest {
  std::string text, base;
};

Result<SaveRequest> read_save_request(const std::string& body) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(body.data(), body.size());
  const auto text_of = [&](const char* name) -> std::optional<std::string> {
    if (json.HasParseError() || !json.IsObject()) return {};
    const auto found = json.FindMember(name);
    if (found == json.MemberEnd() || !found->value.IsString()) return {};
    return std::string(found->value.GetString(), found->value.GetStringLength());
  };
  auto text = text_of("text"), base = text_of("base");
  if (!text || !base) return fail(Code::syntax, "the body is no JSON object with the texts \"text\" and \"base\"");
  return SaveRequest{std::move(*text), std::move(*base)};
}

Answer save(EditingSession& session, const std::string& body) {
  const auto request = read_save_request(body);
  if (!request) return error_answer(400, request.error().message);
  if (request->base != session.base())
    return error_answer(409, "the edits file was changed since this page was opened; reload the page to see it");
  if (request->text != session.toml()) {
    if (auto saved = session.save(request->text); !saved)
      return error_answer(saved.error().code == Code::unreadable ? 500 : 400, saved.error().message);
  }
  const EditedTimeline& edited = session.edited();
  std::vector<EditProblem> problems = edited.problems;
  if (session.take_reread())
    problems.insert(problems.begin(), {0, "the article was changed on the disk and has been read again"});
  std::string main;
  write_main([&](std::string_view piece) { main += piece; }, edited.timeline, options_of(session));
  Answer answer{.body = "{\"problems\":" + problems_json(problems)};
  append_member(answer.body, "base", session.base());
  append_member(answer.body, "html", main);
  append_member(answer.body, "style", page_style_of(edited.timeline, options_of(session)));
  answer.body += ",\"data\":";
  write_page_data([&](std::string_view piece) { answer.body += piece; }, edited.timeline, options_of(session));
  answer.body += '}';
  return answer;
}

Answer date(const EditingSession& session, const std::string& wording) {
  const Document& document = session.edited().timeline.document;
  const Language* language = Language::find(document.language);
  const auto stated = read_stated_date(wording, language == nullptr ? Language::fallback() : *language, document.dct);
  if (!stated) return error_answer(200, stated.error().message);
  const auto known =
      extent(stated->window.begin, stated->window.end, stated->frame, stated->precision < Granularity::day);
  Answer answer{.body = "{"};
  append_member(answer.body, "when", labels::date_words(stated->label, Labels(document.language)));
  append_member(answer.body, "edtf", stated->edtf);
  append_member(answer.body, "earliest", known.earliest);
  append_member(answer.body, "latest", known.latest);
  answer.body += '}';
  return answer;
}

Answer download(const EditingSession& session, const Format& format) {
  Answer answer{.type = "application/octet-stream", .file_name = "timeline" + std::string(format.extensions.front())};
  // A page that is saved is for readers; its owner has this one.
  const auto rendered =
      format.build([&](std::string_view piece) { answer.body += piece; }, session.edited().timeline, {.editor = false});
  if (!rendered) return error_answer(500, rendered.error().message);
  if (format.for_terminal) answer.body = for_terminal(answer.body);
  return answer;
}

Answer answer_of(std::vector<EditingSession>& sessions, const serve::Route& route, const std::string& token,
                 const std::string& body) {
  if (route.resource == serve::Resource::index) return index_page(sessions, '/' + token + '/');
  EditingSession& session = sessions[route.article];
  const auto lock = route.resource == serve::Resource::edits ? session.lock() : nullptr;
  if (auto fresh = session.refresh(); !fresh) return error_answer(500, fresh.error().message);
  switch (route.resource) {
    case serve::Resource::page: return page(session, token);
    case serve::Resource::edits: return save(session, body);
    case serve::Resource::date: return date(session, route.wording);
    case serve::Resource::download: return download(session, *route.format);
    case serve::Resource::index: break;
  }
  return error_answer(404, "there is nothing here");
}

/// Whether there is a screen for a browser, and a person before it.
bool has_browser() {
  const auto is_set = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  return ::isatty(STDOUT_FILENO) != 0 && (is_set("DISPLAY") || is_set("WAYLAND_DISPLAY"));
}

/// Opens `address` in the browser of the desktop; where there is none, the address that is printed is enough.
void open_browser(std::string address) {
  std::string program = "xdg-open";
  const std::array<char*, 3> words{program.data(), address.data(), nullptr};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    ::posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
  ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);  // the port is not the browser's
  pid_t child = 0;
  ::posix_spawnp(&child, program.c_str(), &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
}

Result<void> announce(const std::string& address, const std::vector<EditingSession>& sessions, bool may_open) {
  for (const EditingSession& session : sessions)
    print_message("edits of " + shown(session.arguments().file) + " are saved to " + shown(session.edits_file()));
  print_message("press Ctrl-C to end");
  Output output;
  auto done = output.open("-");
  if (done) done = output.write(address + '\n');
  if (done) done = output.finish();
  if (done && may_open && has_browser()) open_browser(address);
  return done;
}

/// The pages of the articles that the arguments name.
Result<serve::End> serve_pages(const Arguments& arguments) {
  std::vector<EditingSession> sessions;
  for (const std::string& file : arguments.serve.files) {
    Arguments own = arguments;
    own.file = file;
    EditingSession& session = sessions.emplace_back(std::move(own));
    if (auto read = session.refresh(); !read) return tl::unexpected(read.error());
  }
  auto token = serve::random_token();
  if (!token) return tl::unexpected(token.error());
  const auto handler = [&](const serve::Route& route, const std::string& body) {
    return answer_of(sessions, route, *token, body);
  };
  const auto ready = [&](const std::string& address) { return announce(address, sessions, arguments.serve.open); };
  const serve::ServerOptions options{
      .token = *token, .articles = sessions.size(), .port = arguments.serve.port, .idle = arguments.serve.idle};
  return serve::run(options, handler, ready);
}

}  // namespace

Result<Exit> run_serve(const Arguments& arguments) {
  const auto served = arguments.serve.api ? serve_api(arguments.serve) : serve_pages(arguments);
  if (!served) return tl::unexpected(served.error());
  if (*served == serve::End::idle)
    print_message("ended, since there was no request for " + std::to_string(arguments.serve.idle.count()) +
                  " minutes; --idle states another time");
  return Exit::done;
}

}  // namespace annal
