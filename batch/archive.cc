// archive.jsonl: the identity, then a line for each file whose hash is known, with what the system says of it. A file
// that was changed within the last two seconds gets none, since a later change may leave all of that as it is.
#include "batch/archive.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include <rapidjson/document.h>

#include "batch/files.h"
#include "batch/fingerprint.h"
#include "batch/hash64.h"
#include "render/encode/json_writer.h"
#include "render/encode/version.h"

namespace annal {
namespace {

constexpr const char* file_name = "archive.jsonl";
constexpr std::int64_t nanoseconds_unsure = 2'000'000'000;

/// The name without its folders, so that the inputs may lie in another place.
std::string input_name(const Input& input) { return shown(input.path.substr(input.path.rfind('/') + 1)); }

/// What a line says of a file whose hash is known, without the hash.
std::string known_as(const Input& input) {
  std::string line;
  append_written(line, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    json.field("file", input_name(input));
    json.count("from", static_cast<std::int64_t>(input.origin));
    json.count("bytes", static_cast<std::int64_t>(input.size));
    json.count("modified", input.modified);
    json.count("changed", input.changed);
    json.field("inode", hexadecimal(input.inode));
    json.field("device", hexadecimal(input.device));
    json.end_object();
  });
  line.back() = ',';
  return line + "\"xxh64\":\"";
}

bool is_settled(const Input& input) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() - input.changed > nanoseconds_unsure;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// The hash that a line of the archive has for the input.
std::optional<std::uint64_t> known_hash(const std::vector<std::string_view>& lines, const std::string& known) {
  for (const std::string_view line : lines) {
    if (!line.starts_with(known) || line.size() != known.size() + 18) continue;
    return std::strtoull(std::string(line.substr(known.size(), 16)).c_str(), nullptr, 16);
  }
  return std::nullopt;
}

/// What differs between two identities, for the reader.
std::string difference(std::string_view there, std::string_view here) {
  rapidjson::Document a, b;
  a.Parse<rapidjson::kParseIterativeFlag>(there.data(), there.size());
  b.Parse<rapidjson::kParseIterativeFlag>(here.data(), here.size());
  if (a.HasParseError() || !a.IsObject() || !a.HasMember("archive") || !a.HasMember("inputs") || !a["inputs"].IsArray())
    return "its archive.jsonl is damaged or was written by another version of annal";
  const auto same = [&](const char* key) { return a.HasMember(key) && a[key] == b[key]; };
  if (!same("archive") || !same("generator")) return "it was written by another version of annal";
  if (!same("shards") && a.HasMember("shards") && a["shards"].IsUint())
    return "it has " + std::to_string(a["shards"].GetUint()) + " shards, not " + std::to_string(b["shards"].GetUint());
  const auto option = [](const char* name) { return std::string("it was written with a different ") + name; };
  if (!same("format")) return option("--format");
  if (!same("language")) return option("--lang");
  if (!same("documents_a_part")) return option("--part");
  if (!same("ending")) return option("--compress");
  const auto &old_inputs = a["inputs"], &inputs = b["inputs"];
  if (old_inputs.Size() != inputs.Size())
    return "it was made from " + std::to_string(old_inputs.Size()) + " inputs, not " + std::to_string(inputs.Size());
  for (rapidjson::SizeType i = 0; i < inputs.Size(); ++i) {
    if (old_inputs[i] == inputs[i]) continue;
    const std::string name = inputs[i]["name"].GetString();
    const bool renamed =
        !old_inputs[i].IsObject() || !old_inputs[i].HasMember("name") || old_inputs[i]["name"] != inputs[i]["name"];
    return renamed ? "it was not made from " + name : "the content of " + name + " has changed";
  }
  return "its inputs differ";
}

tl::unexpected<Error> another_run(const OutputFolder& folder, const std::string& why) {
  return fail(Code::usage,
              shown(folder.path()) + " holds the output of another run: " + why + "; choose another folder");
}

}  // namespace

std::string identity_of(const BatchOptions& options, const std::vector<Input>& inputs,
                        const std::vector<std::uint64_t>& hashes) {
  std::string line;
  append_written(line, JsonLayout::line, [&](JsonWriter& json) {
    json.begin_object();
    json.field("archive", "annal-batch/2");
    json.field("generator", generator());
    json.field("format", name(options.format));
    json.field("language", options.language == nullptr ? "auto" : options.language->tag());
    json.count("shards", options.shard.count);
    json.count("documents_a_part", static_cast<std::int64_t>(options.part));
    json.field("ending", extension(options.compression));
    json.key("inputs");
    json.begin_array();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      json.begin_object();
      json.field("name", input_name(inputs[i]));
      if (inputs[i].file) {
        json.count("bytes", static_cast<std::int64_t>(inputs[i].size));
        json.field("xxh64", hexadecimal(hashes[i]));
      }
      json.end_object();
    }
    json.end_array();
    json.end_object();
  });
  return line;
}

Result<std::string> join_archive(const OutputFolder& folder, const BatchOptions& options,
                                 const std::vector<Input>& inputs, const Stop* stop) {
  // Of shards that begin together one reads the files, and the others wait for what it finds.
  const auto lock = folder.lock(".lock-archive", true, stop);
  if (!lock) return tl::unexpected(lock.error());
  if (!*lock) return std::string();
  struct Unlocker {
    const OutputFolder& folder;
    ~Unlocker() { folder.remove(".lock-archive"); }
  };
  const Unlocker unlocker{folder};
  const auto kept = folder.read(file_name);
  if (!kept) return tl::unexpected(kept.error());
  if (!*kept && !(folder.names("part-").empty() && folder.names("manifest").empty()))
    return another_run(folder, "it has no archive.jsonl");
  if (*kept && (*kept)->empty()) return another_run(folder, "its archive.jsonl is empty");
  const std::vector<std::string_view> lines = lines_of(*kept ? std::string_view(**kept) : std::string_view());

  std::vector<std::uint64_t> hashes;
  std::string learnt;
  for (const Input& input : inputs) {
    std::optional<std::uint64_t> hash = 0;
    if (input.file && !(hash = known_hash(lines, known_as(input)))) {
      const bool settled = is_settled(input);
      auto read = hash_of(input, stop);
      if (!read) return tl::unexpected(read.error());
      if (!*read) return std::string();
      hash = **read;
      if (settled) learnt += known_as(input) + hexadecimal(*hash) + "\"}\n";
    }
    hashes.push_back(*hash);
  }
  const std::string identity = identity_of(options, inputs, hashes);
  if (!lines.empty() && lines[0] != identity) return another_run(folder, difference(lines[0], identity));
  if (!lines.empty() && learnt.empty()) return identity;
  Output output;
  if (auto opened =
          output.open_in(folder.descriptor(), file_name, folder.shown_file(file_name), ".unfinished-archive.");
      !opened)
    return tl::unexpected(opened.error());
  if (auto written = output.write((*kept && !lines.empty() ? **kept : identity + "\n") + learnt); !written)
    return tl::unexpected(written.error());
  if (auto finished = output.finish(); !finished) return tl::unexpected(finished.error());
  return identity;
}

}  // namespace annal
