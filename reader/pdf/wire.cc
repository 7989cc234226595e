#include "reader/pdf/wire.h"

#include <cmath>
#include <cstring>

#include "core/unicode/utf8.h"

namespace annal::pdf {
namespace {

constexpr std::uint8_t page_follows = 1, no_more = 0;
constexpr float most_points = 1e6F;  // a PDF page is at most 14,400 points wide

/// Numbers are written as they lie in memory: both ends run on one machine.
template <class Value>
void put(std::string& out, Value value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

void put_text(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

/// Takes values off the front of what the worker wrote. After the first that is not there or is no value, all are zero.
class WireReader {
 public:
  explicit WireReader(std::string_view bytes) : rest_(bytes) {}

  bool good() const { return good_; }
  void refuse() { good_ = false; }
  std::size_t left() const { return rest_.size(); }

  template <class Value>
  Value take() {
    Value value{};
    if (!good_ || rest_.size() < sizeof value) {
      good_ = false;
      return value;
    }
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }

  float points() {
    const auto value = take<float>();
    if (std::isfinite(value) && std::abs(value) <= most_points) return value;
    good_ = false;
    return 0;
  }

  std::string text() {
    const auto size = take<std::uint32_t>();
    if (!good_ || size > rest_.size() || find_invalid_utf8(rest_.substr(0, size))) {
      good_ = false;
      return {};
    }
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

Run read_run(WireReader& in, const std::string& text) {
  Run run;
  run.begin = in.take<std::uint32_t>();
  run.end = in.take<std::uint32_t>();
  for (float* place : {&run.left, &run.top, &run.right, &run.bottom, &run.size}) *place = in.points();
  run.bold = in.take<std::uint8_t>() != 0;
  const auto gap = in.take<std::uint8_t>();
  const auto is_edge = [&](std::uint32_t at) { return at == text.size() || !is_continuation(text[at]); };
  if (run.begin >= run.end || run.end > text.size() || !is_edge(run.begin) || !is_edge(run.end) ||
      run.right < run.left || run.bottom < run.top || run.size < 0 || gap > static_cast<std::uint8_t>(Gap::line))
    in.refuse();
  run.gap = static_cast<Gap>(gap);
  return run;
}

Page read_page(WireReader& in) {
  constexpr std::size_t bytes_of_run = 2 * sizeof(std::uint32_t) + 5 * sizeof(float) + 2;
  Page page;
  page.width = in.points();
  page.height = in.points();
  page.text = in.text();
  const auto runs = in.take<std::uint32_t>();
  if (page.width < 0 || page.height < 0 || runs > in.left() / bytes_of_run) in.refuse();
  if (in.good()) page.runs.reserve(runs);
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < runs && in.good(); ++i) {
    page.runs.push_back(read_run(in, page.text));
    if (page.runs.back().begin < end) in.refuse();
    end = page.runs.back().end;
  }
  return page;
}

}  // namespace

void write_head(std::string& out, const Content& content) {
  put(out, static_cast<std::uint8_t>(content.outcome));
  put_text(out, content.detail);
  put_text(out, content.title);
  for (const int part : content.created) put(out, static_cast<std::int32_t>(part));
}

void write_page(std::string& out, const Page& page) {
  put(out, page_follows);
  put(out, page.width);
  put(out, page.height);
  put_text(out, page.text);
  put(out, static_cast<std::uint32_t>(page.runs.size()));
  for (const Run& run : page.runs) {
    put(out, run.begin);
    put(out, run.end);
    for (const float place : {run.left, run.top, run.right, run.bottom, run.size}) put(out, place);
    put(out, static_cast<std::uint8_t>(run.bold));
    put(out, static_cast<std::uint8_t>(run.gap));
  }
}

void write_end(std::string& out) { put(out, no_more); }

std::optional<Content> read_content(std::string_view bytes) {
  WireReader in(bytes);
  Content content;
  const auto outcome = in.take<std::uint8_t>();
  if (outcome > static_cast<std::uint8_t>(Outcome::no_library)) return std::nullopt;
  content.outcome = static_cast<Outcome>(outcome);
  content.detail = in.text();
  content.title = in.text();
  for (int& part : content.created) part = in.take<std::int32_t>();
  while (in.good() && in.take<std::uint8_t>() == page_follows) {
    if (content.pages.size() == most_pages) return std::nullopt;
    content.pages.push_back(read_page(in));
  }
  if (!in.good() || in.left() > 0) return std::nullopt;
  return content;
}

}  // namespace annal::pdf
