// annal serve --api: requests of programs on this machine, in JSON over HTTP. Each route of serve/api_gate.h is a
// function of api/answer.h.
#include "cli/serve_api.h"
#include "api/answer.h"
#include "api/description.h"
#include "batch/files.h"
#include "cli/message.h"
#include "cli/token_file.h"
#include "render/encode/escape.h"
#include "serve/api_gate.h"
#include "serve/server.h"

namespace annal {
namespace {

using serve::Answer;
using serve::ApiRoute;
using serve::error_answer;

FormatUse use_of(ApiRoute route) {
  if (route == ApiRoute::dates) return FormatUse::dates;
  return route == ApiRoute::why ? FormatUse::order : FormatUse::build;
}

Result<api::Answer> answered(ApiRoute route, api::Request request) {
  if (route == ApiRoute::dates) return api::dates(std::move(request));
  return route == ApiRoute::why ? api::why(std::move(request)) : api::timeline(std::move(request));
}

Answer answer_of(ApiRoute route, const std::string& body) {
  if (route == ApiRoute::description) return {.body = std::string(api::openapi())};
  auto request = api::read_request(body, use_of(route));
  if (!request) return error_answer(400, request.error().message);
  const Format& format = *request->format;
  auto answer = answered(route, std::move(*request));
  if (!answer) return error_answer(400, answer.error().message);
  // Nobody reads a message beside the answer: what is asked for is made whole, or not.
  if (!answer->faults.empty()) return error_answer(400, answer->faults.front() + "; leave it out");
  for (const EditProblem& problem : answer->problems)
    if (problem.kind != EditProblem::Kind::note) return error_answer(400, "edits: " + problem.message);
  std::string type(format.media_type);
  if (type.starts_with("text/")) type += "; charset=utf-8";
  return {.type = std::move(type),
          .body = format.for_terminal ? for_terminal(answer->output) : std::move(answer->output)};
}

Result<void> announce(std::uint16_t port, const std::string& token, const std::string& file) {
  if (!file.empty()) print_message("the token of requests is in " + shown(file));
  print_message("press Ctrl-C to end");
  Output output;
  auto done = output.open("-");
  if (done) done = output.write("http://127.0.0.1:" + std::to_string(port) + "/\n");
  if (done && file.empty()) done = output.write(token + '\n');
  return done ? output.finish() : done;
}

}  // namespace

Result<serve::End> serve_api(const ServeFlags& flags) {
  const auto token = flags.token_file.empty() ? serve::random_token() : token_of(flags.token_file);
  if (!token) return tl::unexpected(token.error());
  const auto admit_at = [&](std::uint16_t port) -> serve::Admit {
    return [gate = serve::ApiGate(*token, port)](
               const serve::RequestHead& head) -> std::variant<serve::Answerer, serve::Refusal> {
      const auto admitted = gate.admit(head);
      if (const auto* refusal = std::get_if<serve::Refusal>(&admitted)) return *refusal;
      return [route = std::get<ApiRoute>(admitted)](const std::string& body) { return answer_of(route, body); };
    };
  };
  return serve::run_gated({.port = flags.port, .idle = flags.idle}, admit_at,
                          [&](std::uint16_t port) { return announce(port, *token, flags.token_file); });
}

}  // namespace annal
