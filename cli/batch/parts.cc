// The manifest is JSON lines: what the run is, a line for each part, and a last one when all is done. It is written
// anew, whole, after each part; a part that is not in it does not exist.
#include "cli/batch/parts.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "render/version.h"

namespace annal {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& writer, const char* key, std::string_view value) {
  writer.Key(key);
  writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void put(Writer& writer, const char* key, std::uint64_t value) {
  writer.Key(key);
  writer.Uint64(value);
}

std::string hex(std::uint32_t value) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", value);
  return text;
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// What must be the same for a run to go on: everything that decides the bytes, save for the inputs' content.
std::string header_of(const BatchOptions& options, const std::vector<Input>& inputs) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  put(writer, "manifest", "annal-batch/1");
  put(writer, "generator", generator());
  put(writer, "format", name(options.format));
  put(writer, "language", options.language == nullptr ? "auto" : options.language->tag());
  put(writer, "shard", options.shard.index);
  put(writer, "shards", options.shard.count);
  put(writer, "documents_a_part", options.part);
  put(writer, "ending", ending(options.coding));
  writer.Key("inputs");
  writer.StartArray();
  for (const Input& input : inputs) {
    writer.StartObject();
    put(writer, "name", base_name(input.path));
    if (input.file) put(writer, "bytes", input.size);
    writer.EndObject();
  }
  writer.EndArray();
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::string part_line(const Part& part) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  put(writer, "part", part.name);
  put(writer, "documents", part.documents);
  put(writer, "bad", part.bad);
  put(writer, "bytes", part.bytes);
  put(writer, "crc32", hex(part.crc));
  put(writer, "next_input", part.next.input);
  put(writer, "next_offset", part.next.offset);
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

std::optional<Part> part_of(const std::string& line) {
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
  if (!whole || part.name.empty() || part.name.find('/') != std::string::npos) return std::nullopt;
  return part;
}

bool is_whole(const std::string& path, const Part& part) {
  std::ifstream file(path, std::ios::binary);
  std::string piece(std::size_t{1} << 18, '\0');
  std::uint64_t bytes = 0;
  std::uint32_t crc = 0;
  while (file) {
    file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    const auto got = static_cast<std::size_t>(file.gcount());
    bytes += got;
    crc = crc32_of(crc, std::string_view(piece).substr(0, got));
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

Parts::~Parts() {
  if (lock_ < 0) return;
  ::unlink(in_folder(".lock" + shard_name_).c_str());
  ::close(lock_);
}

Result<void> Parts::open(const BatchOptions& options, const std::vector<Input>& inputs) {
  folder_ = options.folder;
  const std::string shard = shard_name(options.shard);
  shard_name_ = shard.empty() ? "" : "-" + shard;
  ending_ = (options.format == Format::timeml ? ".tml.jsonl" : ".jsonl") + std::string(ending(options.coding));
  header_ = header_of(options, inputs);
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error) return fail(Code::unreadable, "cannot write " + folder_ + ": " + reason_of(error.value()));
  if (auto locked = lock(); !locked) return locked;
  sweep();
  return read_manifest();
}

/// The system lets go of the lock when the program ends, however it ends. Where the file system has no locks, two runs
/// of one shard at the same time do twice the work, and the later one's whole parts stand.
Result<void> Parts::lock() {
  const std::string path = in_folder(".lock" + shard_name_);
  for (;;) {
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0) return fail(Code::unreadable, "cannot write " + folder_ + ": " + reason_of(errno));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      ::close(descriptor);
      return fail(Code::usage, folder_ + ": another run is writing " +
                                   (shard_name_.empty() ? "into it" : "this shard") + "; wait for its end");
    }
    // Whoever held it may have removed the name in between.
    struct stat held {
    }, named{};
    if (::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &named) == 0 && held.st_ino == named.st_ino) {
      lock_ = descriptor;
      return {};
    }
    ::close(descriptor);
  }
}

void Parts::sweep() const {
  const std::string left = ".unfinished" + shard_name_ + ".";
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(left)) std::filesystem::remove(entry.path(), error);
  }
}

Result<void> Parts::read_manifest() {
  std::ifstream file(in_folder("manifest" + shard_name_ + ".jsonl"), std::ios::binary);
  std::string line;
  if (!file || !std::getline(file, line)) return {};
  if (line != header_)
    return fail(Code::usage, folder_ + " holds the output of another run: its manifest" + shard_name_ +
                                 ".jsonl begins with other inputs, options or another version; choose another folder");
  while (std::getline(file, line)) {
    auto part = part_of(line);
    if (!part) {
      complete_ = line.starts_with("{\"complete\":true");
      break;
    }
    if (!is_whole(in_folder(part->name), *part)) break;
    parts_.push_back(std::move(*part));
  }
  return {};
}

Result<void> Parts::write(std::string_view bytes) {
  if (!output_) {
    output_.emplace();
    const std::string name = "part" + shard_name_ + "-" + numbered(parts_.size()) + ending_;
    if (auto opened = output_->open(in_folder(name), ".unfinished" + shard_name_ + "."); !opened) return opened;
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

Result<void> Parts::end_part(Part part) {
  if (!output_) return {};
  if (auto finished = output_->finish(); !finished) return finished;
  output_.reset();
  part.name = "part" + shard_name_ + "-" + numbered(parts_.size()) + ending_;
  part.bytes = std::exchange(bytes_, 0);
  part.crc = std::exchange(crc_, 0);
  parts_.push_back(std::move(part));
  return write_manifest();
}

Result<void> Parts::finish() {
  complete_ = true;
  return write_manifest();
}

Result<void> Parts::write_manifest() const {
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
  if (auto opened = output.open(in_folder("manifest" + shard_name_ + ".jsonl"), ".unfinished" + shard_name_ + ".");
      !opened)
    return opened;
  if (auto written = output.write(bytes); !written) return written;
  return output.finish();
}

}  // namespace annal
