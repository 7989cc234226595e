// The life of a connection: read the head, admit or refuse, read the body, answer, close. Each arrow of it is a
// callback that holds the connection alive.
#include "serve/server.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <list>
#include <memory>
#include <utility>

#include "batch/files.h"
#include "render/encode/escape.h"

namespace annal::serve {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;
using ErrorCode = boost::system::error_code;

constexpr std::uint32_t largest_head = 8192;            // bytes, of request line and fields
constexpr std::size_t most_connections = 64;            // at a time; each may hold a body
constexpr std::size_t most_drained = 2 * largest_body;  // bytes of a refused body that are read and dropped

using Request = http::request<http::string_body>;

RequestHead head_of(const Request& request) {
  RequestHead head;
  const auto view = [](beast::string_view text) { return std::string_view(text.data(), text.size()); };
  const auto field = [&](const auto& name) -> std::optional<std::string_view> {
    const auto found = request.find(name);
    if (found == request.end()) return {};
    if (request.count(name) > 1) head.repeated = true;
    return view(found->value());
  };
  head.method = view(request.method_string());
  head.target = view(request.target());
  head.host = field(http::field::host);
  head.origin = field(http::field::origin);
  head.fetch_site = field("Sec-Fetch-Site");
  head.token = field("X-Annal-Token");
  head.authorization = field(http::field::authorization);
  head.content_type = field(http::field::content_type);
  head.chunked = request.find(http::field::transfer_encoding) != request.end();
  return head;
}

/// The answer to what Beast does not take for a request; status 0 where nobody waits for one.
Answer answer_to(ErrorCode error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow)
    return error_answer(431, "the head of the request is larger than 8 KiB");
  if (error == http::error::body_limit) return error_answer(413, "the body is larger than 4 MiB");
  if (error == http::error::end_of_stream || error == http::error::partial_message ||
      error.category() != http::make_error_code(http::error::bad_method).category())
    return {.status = 0};
  return error_answer(400, "this is no request of HTTP/1.1");
}

http::response<http::string_body> response_of(Answer answer) {
  http::response<http::string_body> response;
  response.version(11);
  response.result(answer.status);
  response.keep_alive(false);
  response.set(http::field::content_type, answer.type);
  response.set("Content-Security-Policy", std::string(answer.policy) + "; frame-ancestors 'none'");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
  response.set(http::field::cache_control, "no-store");
  if (answer.status == 401) response.set(http::field::www_authenticate, "Bearer");
  if (!answer.allow.empty())
    response.set(http::field::allow, beast::string_view(answer.allow.data(), answer.allow.size()));
  if (!answer.location.empty()) response.set(http::field::location, answer.location);
  if (!answer.file_name.empty())
    response.set(http::field::content_disposition, "attachment; filename=\"" + answer.file_name + '"');
  response.body() = std::move(answer.body);
  response.prepare_payload();
  return response;
}

/// What all connections share.
struct Shared {
  const Listening& where;
  const Admit& admit;
  const std::function<void()>& admitted;  ///< called for each request that is admitted
};

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Tcp::socket socket, const Shared& shared) : stream_(std::move(socket)), shared_(shared) {
    parser_.header_limit(largest_head);
    parser_.body_limit(largest_body);
  }

  void read_head() {
    stream_.expires_after(shared_.where.patience);
    http::async_read_header(stream_, buffer_, parser_, [self = shared_from_this()](ErrorCode error, std::size_t) {
      if (error) return self->answer(answer_to(error));
      self->admit();
    });
  }

  /// Whether its request has not come in yet.
  bool waits() const { return waits_; }

  void close() { stream_.close(); }

 private:
  void admit() {
    RequestHead head = head_of(parser_.get());
    if (parser_.content_length()) head.length = *parser_.content_length();
    auto admitted = shared_.admit(head);
    if (const Refusal* refusal = std::get_if<Refusal>(&admitted)) {
      Answer refused = error_answer(refusal->status, refusal->reason);
      refused.allow = refusal->allow;
      return answer(std::move(refused));
    }
    shared_.admitted();
    http::async_read(stream_, buffer_, parser_,
                     [self = shared_from_this(), make = std::get<Answerer>(admitted)](ErrorCode error, std::size_t) {
                       if (error) return self->answer(answer_to(error));
                       self->answer(self->made(make));
                     });
  }

  Answer made(const Answerer& make) {
    try {
      return make(parser_.get().body());
    } catch (const std::exception& error) {
      return error_answer(500, std::string("internal error: ") + error.what());
    }
  }

  void answer(Answer answer) {
    waits_ = false;
    if (answer.status == 0) return;
    response_ = response_of(std::move(answer));
    if (parser_.get().method() == http::verb::head) response_.body().clear();  // its length stays stated
    stream_.expires_after(3 * shared_.where.patience);
    http::async_write(stream_, response_, [self = shared_from_this()](ErrorCode error, std::size_t) {
      if (error) return;
      ErrorCode ignored;
      self->stream_.socket().shutdown(Tcp::socket::shutdown_send, ignored);
      self->stream_.expires_after(std::chrono::seconds(1));
      self->drain();
    });
  }

  /// Reads what is still on its way: a connection that is closed before would be reset, and the answer lost with it.
  void drain() {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(largest_head), [self = shared_from_this()](ErrorCode error, std::size_t n) {
      self->drained_ += n;
      if (!error && self->drained_ < most_drained) self->drain();
    });
  }

  beast::tcp_stream stream_;
  const Shared& shared_;
  beast::flat_buffer buffer_{std::size_t{1} << 16};
  http::request_parser<http::string_body> parser_;
  http::response<http::string_body> response_;
  std::size_t drained_ = 0;
  bool waits_ = true;
};

class Listener {
 public:
  Listener(asio::io_context& context, Tcp::acceptor& acceptor, const Shared& shared)
      : acceptor_(acceptor), pause_(context), shared_(shared) {}

  void accept() {
    acceptor_.async_accept([this](ErrorCode error, Tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (error) {  // no descriptor is free: some will be
        pause_.expires_after(std::chrono::milliseconds(100));
        pause_.async_wait([this](ErrorCode stopped) {
          if (!stopped) accept();
        });
        return;
      }
      if (make_room()) {
        const auto connection = std::make_shared<Connection>(std::move(socket), shared_);
        open_.push_back(connection);
        connection->read_head();
      }
      accept();
    });
  }

 private:
  /// Closes the connection that has waited longest for its request, where there are too many.
  bool make_room() {
    open_.remove_if([](const std::weak_ptr<Connection>& connection) { return connection.expired(); });
    if (open_.size() < most_connections) return true;
    const auto waiting = std::ranges::find_if(open_, [](const auto& weak) { return weak.lock()->waits(); });
    if (waiting == open_.end()) return false;
    waiting->lock()->close();
    open_.erase(waiting);
    return true;
  }

  Tcp::acceptor& acceptor_;
  asio::steady_timer pause_;
  const Shared& shared_;
  std::list<std::weak_ptr<Connection>> open_;
};

Result<void> listen(Tcp::acceptor& acceptor, std::uint16_t port) {
  const Tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  ErrorCode error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);  // no port waits for its last packets
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(most_connections, error);
  if (!error) return {};
  const std::string where = "127.0.0.1:" + std::to_string(port);
  if (error == asio::error::address_in_use)
    return fail(Code::unreadable, "port " + std::to_string(port) + " is in use; state another with --port");
  return fail(Code::unreadable, "cannot listen on " + where + ": " + reason_of(error.value()));
}

}  // namespace

Answer error_answer(unsigned status, std::string_view message) {
  std::string body = "{\"error\":";
  append_json_string(body, message);
  return {.status = status, .body = body + "}"};
}

Result<End> run_gated(const Listening& where, const std::function<Admit(std::uint16_t port)>& admit_at,
                      const std::function<Result<void>(std::uint16_t port)>& ready) {
  asio::io_context context(1);
  asio::signal_set signals(context, SIGINT, SIGTERM);
  signals.async_wait([&](ErrorCode, int) { context.stop(); });
  Tcp::acceptor acceptor(context);
  if (auto listening = listen(acceptor, where.port); !listening) return tl::unexpected(listening.error());
  const std::uint16_t port = acceptor.local_endpoint().port();
  const Admit admit = admit_at(port);

  End end = End::signalled;
  asio::steady_timer idle(context);
  const std::function<void()> admitted = [&] {
    if (where.idle.count() == 0) return;
    idle.expires_after(where.idle);
    idle.async_wait([&](ErrorCode stopped) {
      if (stopped) return;
      end = End::idle;
      context.stop();
    });
  };
  admitted();
  const Shared shared{where, admit, admitted};
  Listener listener(context, acceptor, shared);
  listener.accept();
  if (auto told = ready(port); !told) return tl::unexpected(told.error());
  context.run();
  return end;
}

Result<End> run(const ServerOptions& options, const Handler& handler,
                const std::function<Result<void>(const std::string& address)>& ready) {
  const auto gate_at = [&](std::uint16_t port) { return Gate(options.token, port, options.articles); };
  const auto admit_at = [&](std::uint16_t port) -> Admit {
    return [&, gate = gate_at(port)](const RequestHead& head) -> std::variant<Answerer, Refusal> {
      auto admitted = gate.admit(head);
      if (const Refusal* refusal = std::get_if<Refusal>(&admitted)) return *refusal;
      return [&, route = std::get<Route>(admitted)](const std::string& body) { return handler(route, body); };
    };
  };
  return run_gated({options.port, options.idle, options.patience}, admit_at,
                   [&](std::uint16_t port) { return ready(gate_at(port).address()); });
}

}  // namespace annal::serve
