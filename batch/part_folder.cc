// The manifest is JSON lines: what the run is, a line for each part, and a last one when all is done. It is written
// anew, whole, after each part; a part that is not in it does not exist.
#include "batch/part_folder.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <sstream>
#include <utility>

#include <rapidjson/document.h>

#include "batch/archive.h"
#include "batch/hash64.h"
#include "render/encode/json_writer.h"

namespace annal {
namespace {

std::string hex(std::uint32_t value) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", value);
  return text;
}

constexpr std::string_view checksum_key = ",\"line_crc32\":\"";

/// `line`, a JSON object, with the CRC-32 of itself as its last member: a number in it that has been changed would lead
/// to documents that are there twice, or not at all.
std::string with_checksum(std::string line) {
  const std::string crc = hex(crc32_of(0, line));
  line.pop_back();
  return line.append(checksum_key) + crc + "\"}";
}

bool has_checksum(const std::string& line) {
  const std::size_t end = line.rfind(checksum_key);
  return end != std::string::npos && with_checksum(line.substr(0, end) + '}') == line;
}

std::string part_line(const Part& part) {
  std::string line;
  append_written(line, JsonLayout::line, [&](JsonWriter& json) {
    const auto count = [&](std::string_view key, std::uint64_t n) { json.count(key, static_cast<std::int64_t>(n)); };
    json.begin_object();
    json.field("part", part.name);
    count("documents", part.documents);
    count("bad", part.bad);
    count("bytes", part.bytes);
    json.field("crc32", hex(part.crc));
    count("next_input", part.next.input);
    count("next_offset", part.next.offset);
    if (part.piped != Hash64().value()) json.field("piped_xxh64", hexadecimal(part.piped));
    json.end_object();
  });
  return with_checksum(std::move(line));
}

std::optional<Part> part_of(const std::string& line) {
  if (!has_checksum(line)) return std::nullopt;
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (json.HasParseError() || !json.IsObject()) return std::nullopt;
  const auto text = [&](const char* key) -> std::string {
    const auto found = json.FindMember(key);
    return found != json.MemberEnd() && found->value.IsString() ? found->value.GetString() : "";
  };
  bool whole = true;
  const auto number = [&](const char* key) -> std::uint64_t {
    const auto found = json.FindMember(key);
    if (found != json.MemberEnd() && found->value.IsUint64()) return found->value.GetUint64();
    whole = false;
    return 0;
  };
  Part part;
  part.name = text("part");
  part.documents = number("documents");
  part.bad = number("bad");
  part.bytes = number("bytes");
  part.crc = static_cast<std::uint32_t>(std::strtoul(text("crc32").c_str(), nullptr, 16));
  part.next = {static_cast<std::size_t>(number("next_input")), number("next_offset")};
  if (const std::string piped = text("piped_xxh64"); !piped.empty())
    part.piped = std::strtoull(piped.c_str(), nullptr, 16);
  return whole ? std::optional(part) : std::nullopt;
}

/// The file is there and has the size and checksum of the part.
Result<bool> is_whole(const OutputFolder& folder, const Part& part) {
  const auto file = folder.file(part.name);
  if (!file) return tl::unexpected(file.error());
  if (!*file) return false;
  std::string piece(std::size_t{1} << 18, '\0');
  std::uint64_t bytes = 0;
  std::uint32_t crc = 0;
  while (bytes <= part.bytes) {
    const ssize_t n = ::read(file->get(), piece.data(), piece.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    bytes += static_cast<std::uint64_t>(n);
    crc = crc32_of(crc, std::string_view(piece).substr(0, static_cast<std::size_t>(n)));
  }
  return bytes == part.bytes && crc == part.crc;
}

/// "007-of-128", so that names sort as the shards do; empty where there is one.
std::string shard_name(Shard shard) {
  if (shard.count == 1) return "";
  const std::string count = std::to_string(shard.count);
  std::string index = std::to_string(shard.index);
  index.insert(0, count.size() - index.size(), '0');
  return index + "-of-" + count;
}

std::string numbered(std::size_t part) {
  char text[24];
  std::snprintf(text, sizeof text, "%06zu", part);
  return text;
}

}  // namespace

PartFolder::~PartFolder() {
  if (lock_) folder_.remove(".lock" + shard_name_);
}

std::string PartFolder::part_name(std::size_t number) const {
  return "part" + shard_name_ + "-" + numbered(number) + ending_;
}

Result<void> PartFolder::open(const BatchOptions& options, const std::vector<Input>& inputs, const Stop* stop) {
  const std::string shard = shard_name(options.shard);
  shard_name_ = shard.empty() ? "" : "-" + shard;
  ending_ =
      (options.format == BatchFormat::timeml ? ".tml.jsonl" : ".jsonl") + std::string(extension(options.compression));
  if (auto opened = folder_.open(options.folder); !opened) return opened;
  auto identity = join_archive(folder_, options, inputs, stop);
  if (!identity) return tl::unexpected(identity.error());
  if (stopped(stop)) return {};
  header_ = "{\"shard\":" + std::to_string(options.shard.index) + "," + identity->substr(1);
  // Where the file system has no locks, two runs of one shard at the same time do twice the work, and the later one's
  // whole parts stand.
  auto lock = folder_.lock(".lock" + shard_name_, false, stop);
  if (!lock) return tl::unexpected(lock.error());
  if (!*lock)
    return fail(Code::usage, shown(folder_.path()) + ": another run is writing " +
                                 (shard_name_.empty() ? "into it" : "this shard") + "; wait until it ends");
  lock_ = std::move(*lock);
  for (const std::string& left : folder_.names(".unfinished" + shard_name_ + ".")) folder_.remove(left);
  return read_manifest(inputs.size());
}

/// `inputs`: how many there are.
Result<void> PartFolder::read_manifest(std::size_t inputs) {
  const auto manifest = folder_.read("manifest" + shard_name_ + ".jsonl");
  if (!manifest) return tl::unexpected(manifest.error());
  if (!*manifest) return {};
  std::istringstream lines(**manifest);
  std::string line;
  std::getline(lines, line);
  if (line != header_)
    return fail(Code::usage, shown(folder_.path()) + " holds the output of another run: its manifest" + shard_name_ +
                                 ".jsonl has other inputs, options or another version; choose another folder");
  while (std::getline(lines, line)) {
    auto part = part_of(line);
    if (!part) {
      complete_ = line.starts_with("{\"complete\":true");
      break;
    }
    if (part->name != part_name(parts_.size()) || part->next.input >= inputs) break;
    const auto whole = is_whole(folder_, *part);
    if (!whole) return tl::unexpected(whole.error());
    if (!*whole) break;
    parts_.push_back(std::move(*part));
  }
  return {};
}

Result<void> PartFolder::open_in_folder(Output& output, const std::string& name) const {
  return output.open_in(folder_.descriptor(), name, folder_.shown_file(name), ".unfinished" + shard_name_ + ".");
}

Result<void> PartFolder::write(std::string_view bytes) {
  if (!output_) {
    output_.emplace();
    if (auto opened = open_in_folder(*output_, part_name(parts_.size())); !opened) return opened;
  }
  if (auto written = output_->write(bytes); !written) {
    // A part of which some bytes are missing must not look whole.
    output_.reset();
    bytes_ = 0;
    crc_ = 0;
    return written;
  }
  bytes_ += bytes.size();
  crc_ = crc32_of(crc_, bytes);
  return {};
}

Result<void> PartFolder::end_part(Part part) {
  if (!output_) return {};
  if (auto finished = output_->finish(); !finished) return finished;
  output_.reset();
  part.name = part_name(parts_.size());
  part.bytes = std::exchange(bytes_, 0);
  part.crc = std::exchange(crc_, 0);
  parts_.push_back(std::move(part));
  return write_manifest();
}

Result<void> PartFolder::finish() {
  complete_ = true;
  return write_manifest();
}

Result<void> PartFolder::write_manifest() const {
  std::string bytes = header_ + '\n';
  Part sum;
  for (const Part& part : parts_) {
    bytes += part_line(part) + '\n';
    sum.documents += part.documents;
    sum.bad += part.bad;
    sum.bytes += part.bytes;
  }
  if (complete_)
    bytes += "{\"complete\":true,\"parts\":" + std::to_string(parts_.size()) +
             ",\"documents\":" + std::to_string(sum.documents) + ",\"bad\":" + std::to_string(sum.bad) +
             ",\"bytes\":" + std::to_string(sum.bytes) + "}\n";
  Output output;
  if (auto opened = open_in_folder(output, "manifest" + shard_name_ + ".jsonl"); !opened) return opened;
  if (auto written = output.write(bytes); !written) return written;
  return output.finish();
}

}  // namespace annal
