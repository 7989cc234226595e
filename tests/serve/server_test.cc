// The server as a client sees it, over its socket: what it takes for a request, how long it waits, when it ends.
#include "serve/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <csignal>

#include <catch2/catch.hpp>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace annal;
using namespace annal::serve;

namespace {

const std::string token = "00112233445566778899aabbccddeeff";

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      throw std::runtime_error("cannot connect");
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// As much of `bytes` as the server takes before it closes.
  void send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
  }

  /// All that comes until the server closes.
  std::string receive() const {
    std::string all;
    std::vector<char> chunk(65536);
    for (ssize_t n = 0; (n = ::recv(socket_, chunk.data(), chunk.size(), 0)) > 0;)
      all.append(chunk.data(), static_cast<std::size_t>(n));
    return all;
  }

 private:
  int socket_;
};

/// A server in a thread of its own, which ends with the test.
class Running {
 public:
  explicit Running(ServerOptions options = {.token = token}) {
    std::promise<std::uint16_t> ready;
    auto port = ready.get_future();
    thread_ = std::thread([this, options, told = std::move(ready)]() mutable {
      const auto answer = [](const Route& route, const std::string& body) -> Answer {
        if (route.resource == Resource::index) throw std::runtime_error("no list");
        return {.body = body.empty() ? "read" : body};
      };
      result_ = run(options, answer, [&](const std::string& address) -> Result<void> {
        told.set_value(static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
        return {};
      });
    });
    port_ = port.get();
  }
  ~Running() { stop(); }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// Waits until it has ended, by SIGTERM where it does not end by itself.
  Result<End> stop(bool by_signal = true) {
    if (thread_.joinable()) {
      if (by_signal) ::kill(::getpid(), SIGTERM);
      thread_.join();
    }
    return result_;
  }

  std::uint16_t port() const { return port_; }
  std::string host() const { return "Host: 127.0.0.1:" + std::to_string(port_) + "\r\n"; }
  std::string ask(std::string_view bytes) const {
    const Client client(port_);
    client.send(bytes);
    return client.receive();
  }
  std::string get(const std::string& path) const {
    return ask("GET /" + token + "/" + path + " HTTP/1.1\r\n" + host() + "\r\n");
  }
  /// The head of a request that saves, up to its length.
  std::string post() const {
    return "POST /" + token + "/1/edits HTTP/1.1\r\n" + host() + "Origin: http://127.0.0.1:" + std::to_string(port_) +
           "\r\nX-Annal-Token: " + token + "\r\nContent-Type: application/json\r\n";
  }

 private:
  std::thread thread_;
  std::uint16_t port_ = 0;
  Result<End> result_;
};

int status(const std::string& answer) { return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0; }

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an answer may be neither framed, kept, guessed at nor read by another page", "[serve][server]") {
  const Running server;
  for (const std::string& answer : {server.get("1/"), server.get("nothing")}) {
    for (const char* field :
         {"Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n",
          "X-Content-Type-Options: nosniff\r\n", "Cache-Control: no-store\r\n", "Referrer-Policy: no-referrer\r\n",
          "Connection: close\r\n", "Cross-Origin-Resource-Policy: same-origin\r\n"})
      CHECK(holds(answer, field));
    CHECK_FALSE(holds(answer, "Access-Control"));
  }
  CHECK(status(server.get("1/")) == 200);
  CHECK(status(server.get("nothing")) == 404);
}

TEST_CASE("a body is taken whole, up to 4 MiB and with its length stated", "[serve][server]") {
  const Running server;
  const auto post = [&](const std::string& rest) { return server.ask(server.post() + rest); };
  CHECK(post("Content-Length: 2\r\n\r\n{}").ends_with("\r\n\r\n{}"));
  const std::string large(largest_body, 'a');
  const std::string answer = post("Content-Length: " + std::to_string(large.size()) + "\r\n\r\n" + large);
  CHECK(status(answer) == 200);
  CHECK(answer.ends_with(large));
  CHECK(status(post("Content-Length: " + std::to_string(large.size() + 1) + "\r\n\r\n" + large + "a")) == 413);
  CHECK(status(post("Content-Length: 99999999999999\r\n\r\n")) == 413);
  CHECK(status(post("Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")) == 411);
  CHECK(status(post("\r\n{}")) == 411);
}

TEST_CASE("what is no request of HTTP is refused", "[serve][server]") {
  const Running server;
  const std::string get = "GET /" + token + "/1/ HTTP/1.1\r\n" + server.host();
  struct Row {
    const char* why;
    std::string bytes;
    int status;
  };
  const Row rows[] = {
      {"as it should be", get + "\r\n", 200},
      {"not HTTP", "hello\r\n\r\n", 400},
      {"a version that is none", "GET / HTTP/9.9\r\n\r\n", 400},
      {"an old version without a host", "GET /" + token + "/1/ HTTP/1.0\r\n\r\n", 403},
      {"bytes that no field may hold", get + "X: a\x01\r\n\r\n", 400},
      {"a line that goes on", get + "X: a\r\n b\r\n\r\n", 200},
      {"two hosts", get + server.host() + "\r\n", 400},
      {"two lengths", server.post() + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400},
      {"a length and chunks", server.post() + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}", 400},
      {"a negative length", server.post() + "Content-Length: -1\r\n\r\n", 400},
      {"a long path", "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n" + server.host() + "\r\n", 431},
      {"a long field", get + "X: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
      {"many fields",
       get +
           [] {
             std::string fields;
             for (int i = 0; i < 5000; ++i) fields += "X-" + std::to_string(i) + ": a\r\n";
             return fields + "\r\n";
           }(),
       431},
      {"a method of its own", "BREW /" + token + "/1/ HTTP/1.1\r\n" + server.host() + "\r\n", 405},
  };
  for (const Row& row : rows) {
    INFO(row.why);
    CHECK(status(server.ask(row.bytes)) == row.status);
  }
}

TEST_CASE("of what follows a refused request on its connection nothing is answered", "[serve][server]") {
  const Running server;
  const std::string inner = "GET /" + token + "/1/ HTTP/1.1\r\n" + server.host() + "\r\n";
  const std::string answer = server.ask(
      "POST / HTTP/1.1\r\nHost: evil.example\r\nContent-Length: " + std::to_string(inner.size()) + "\r\n\r\n" + inner);
  CHECK(status(answer) == 403);
  CHECK_FALSE(holds(answer.substr(1), "HTTP/1.1"));
}

TEST_CASE("connections that stall keep no other from being answered, however many they are", "[serve][server]") {
  const Running server;
  std::vector<std::unique_ptr<Client>> stalled;
  for (int i = 0; i < 200; ++i) {
    stalled.push_back(std::make_unique<Client>(server.port()));
    stalled.back()->send(i % 2 == 0 ? "GET /" : server.post() + "Content-Length: 100\r\n\r\n{");
  }
  CHECK(status(server.get("1/")) == 200);
}

TEST_CASE("a request that does not come to its end is given up", "[serve][server]") {
  const Running server({.token = token, .patience = std::chrono::milliseconds(20)});
  CHECK(server.ask("GET / HTTP/1.1\r\nX: ").empty());
  CHECK(server.ask(server.post() + "Content-Length: 100\r\n\r\n{").empty());
}

TEST_CASE("what goes wrong within an answer is told, and the server goes on", "[serve][server]") {
  const Running server;
  const std::string answer = server.get("");
  CHECK(status(answer) == 500);
  CHECK(answer.ends_with("{\"error\":\"internal error: no list\"}"));
  CHECK(status(server.get("1/")) == 200);
}

TEST_CASE("a server that nobody asks ends by itself, and SIGTERM ends one at once", "[serve][server]") {
  Running idle({.token = token, .idle = std::chrono::milliseconds(1)});
  CHECK(idle.stop(false).value() == End::idle);
  Running signalled;
  CHECK(signalled.stop().value() == End::signalled);
}

TEST_CASE("a port that is in use is named, with the remedy", "[serve][server]") {
  const Running first;
  const auto second =
      run({.token = token, .port = first.port()}, {}, [](const std::string&) -> Result<void> { return {}; });
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().message == "port " + std::to_string(first.port()) + " is in use; state another with --port");
}
