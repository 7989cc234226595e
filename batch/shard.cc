#include "batch/shard.h"

#include <charconv>

#include "batch/files.h"

namespace annal {
namespace {

constexpr std::uint32_t most_shards = 1000000;

}  // namespace

Result<Shard> parse_shard(const std::string& text) {
  Shard shard;
  const char* end = text.data() + text.size();
  const auto [slash, no_index] = std::from_chars(text.data(), end, shard.index);
  if (no_index == std::errc() && slash != end && *slash == '/') {
    const auto [rest, no_count] = std::from_chars(slash + 1, end, shard.count);
    if (no_count == std::errc() && rest == end && shard.index >= 1 && shard.index <= shard.count &&
        shard.count <= most_shards)
      return shard;
  }
  return fail(Code::usage, "--shard: '" + text + "' is not a shard; write 3/64 for the third of 64, at most " +
                               std::to_string(most_shards));
}

Result<std::vector<Segment>> segments_of(const std::vector<Input>& inputs, Shard shard) {
  std::vector<Segment> segments;
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (shard.count == 1) segments.push_back({i, 0, UINT64_MAX});
    if (shard.count > 1 && !inputs[i].file)
      return fail(Code::usage,
                  "--shard: " + shown(inputs[i].path) + " is a pipe and cannot be split; name the files instead");
    total += inputs[i].size;
  }
  if (shard.count == 1) return segments;
  if (inputs.size() == 1 && inputs[0].compression != Compression::none)
    return fail(Code::usage, "--shard: " + shown(inputs[0].path) +
                                 " is compressed and cannot be split; decompress it, or compress it in several files");
  // In two halves, so that no product overflows.
  const auto cut = [&](std::uint32_t k) { return total / shard.count * k + total % shard.count * k / shard.count; };
  const std::uint64_t from = cut(shard.index - 1), to = cut(shard.index);
  std::uint64_t begin = 0;
  for (std::size_t i = 0; i < inputs.size(); begin += inputs[i].size, ++i) {
    const std::uint64_t end = begin + inputs[i].size;
    if (inputs[i].compression != Compression::none) {
      if (from <= begin && begin < to) segments.push_back({i, 0, UINT64_MAX});
    } else if (begin < to && from < end) {
      segments.push_back({i, from > begin ? from - begin : 0, to < end ? to - begin : UINT64_MAX});
    }
  }
  return segments;
}

std::uint64_t LineNumbers::of(std::uint64_t line) {
  std::call_once(counted_, [this] {
    // A file that can no longer be read is reported by the reader; its lines keep the numbers they have here.
    if (input_->divisible() && first_ > 0) before_ = count_lines(*input_, 0, first_).value_or(0);
  });
  return before_ + line;
}

ShardReader::ShardReader(const std::vector<Input>& inputs, const std::vector<Segment>& segments,
                         std::optional<Start> from, const Stop* stop)
    : inputs_(inputs), segments_(segments), stop_(stop) {
  if (from) {
    from_ = from->position;
    piped_before_ = from->piped;
  }
  bool known = true;
  for (const Segment& segment : segments) {
    const Input& input = inputs[segment.input];
    known = known && input.file;
    const Position begin{segment.input, segment.begin};
    if (from_ && from_->input > segment.input) continue;
    const std::uint64_t first = from_ && input.divisible() ? std::max(*from_, begin).offset : segment.begin;
    raw_total_ += std::min(segment.end, input.size) - std::min(first, std::min(segment.end, input.size));
  }
  if (!known) raw_total_ = 0;
  if (from_) position_ = *from_;
}

Result<void> ShardReader::open_segment() {
  const Segment& segment = segments_[segment_];
  const Input& input = inputs_[segment.input];
  std::uint64_t begin = segment.begin;
  if (from_ && from_->input == segment.input) begin = std::max(begin, from_->offset);
  // The line that the segment begins in belongs to the one before, unless it begins just there.
  const bool cut_before = begin > 0 && input.divisible();
  Hash64* const piped = input.file ? nullptr : &piped_;
  auto source = Source::open(input, cut_before ? begin - 1 : begin, stop_, piped);
  if (!source) return tl::unexpected(source.error());
  if (from_ && from_->input == segment.input && piped_.value() != piped_before_ && !stopped(stop_))
    return fail(Code::usage, shown(input.path) + " differs from the input of the run to resume; choose another folder");
  const std::uint64_t skipped = source->lines_skipped();
  lines_.emplace(std::move(*source), piped);
  if (cut_before)
    if (auto over = lines_->next(); !over) return tl::unexpected(over.error());
  line_here_ = 0;
  numbers_ = std::make_shared<LineNumbers>(input, lines_->offset(), skipped);
  return {};
}

/// A pipe that an earlier run came to the end of.
Result<void> ShardReader::read_over(const Input& input) {
  auto source = Source::open(input, 0, stop_);
  if (!source) return tl::unexpected(source.error());
  for (std::string bytes; !stopped(stop_);) {
    if (auto read = source->read(bytes); !read) return read;
    if (bytes.empty()) break;
    piped_.add(bytes);
  }
  return {};
}

Result<std::optional<ShardReader::Item>> ShardReader::next() {
  while (segment_ < segments_.size() && !stopped(stop_)) {
    const Segment& segment = segments_[segment_];
    const bool before = from_ && from_->input > segment.input;
    if (before && !inputs_[segment.input].file)
      if (auto over = read_over(inputs_[segment.input]); !over) return tl::unexpected(over.error());
    if (!before && !lines_)
      if (auto opened = open_segment(); !opened) return tl::unexpected(opened.error());
    if (before || lines_->offset() >= segment.end) {
      if (lines_) raw_before_ += lines_->source().raw();
      lines_.reset();
      ++segment_;
      continue;
    }
    auto line = lines_->next();
    if (!line) return tl::unexpected(line.error());
    // What came before the stop may be half a line.
    if (stopped(stop_)) break;
    if (!*line) {
      raw_before_ += lines_->source().raw();
      lines_.reset();
      ++segment_;
      continue;
    }
    ++line_here_;
    position_ = {segment.input, lines_->offset()};
    if (!inputs_[segment.input].file) piped_at_ = piped_;
    // A blank line, as many tools leave at the end, is no document and gets no answer.
    if ((*line)->text.find_first_not_of(" \t\r") == std::string::npos && !(*line)->too_long) continue;
    return std::optional<Item>(Item{std::move(**line), segment.input, line_here_, numbers_});
  }
  return std::optional<Item>();
}

}  // namespace annal
