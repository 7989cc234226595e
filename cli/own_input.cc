#include "cli/own_input.h"

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "batch/files.h"
#include "cli/edits_file.h"
#include "cli/inputs.h"

namespace annal {
namespace {

struct ReadFile {
  std::string path;
  const char* what;
};

/// The files that are named as articles.
std::vector<std::string> articles_of(const Arguments& arguments) {
  if (arguments.files.empty()) return {arguments.file};
  std::vector<std::string> articles;
  for (const std::string& operand : arguments.files)
    if (const auto input = split_operand(operand)) articles.push_back(input->path);
  return articles;
}

/// What the command reads, or writes besides its output.
std::vector<ReadFile> inputs_of(const Arguments& arguments) {
  if (arguments.command == Command::batch) {
    std::vector<ReadFile> files;
    for (const std::string& file : arguments.batch.files) files.push_back({file, "an input"});
    return files;
  }
  std::vector<ReadFile> inputs;
  if (!arguments.store.empty()) inputs.push_back({arguments.store, "the store"});
  if (arguments.edits.file) inputs.push_back({*arguments.edits.file, "its edits file"});
  for (const std::string& article : articles_of(arguments)) {
    inputs.push_back({article, "the article"});
    for (std::string& path : edits_paths(article)) inputs.push_back({std::move(path), "its edits file"});
  }
  if (arguments.edits.theme) inputs.push_back({*arguments.edits.theme, "the theme"});
  return inputs;
}

/// Whether both are one file, through links too; of files that are not there, whether both would be.
bool is_same(const std::string& a, const std::string& b) {
  std::error_code unknown;
  if (std::filesystem::equivalent(a, b, unknown)) return true;
  const std::filesystem::path real = std::filesystem::weakly_canonical(a, unknown);
  return !unknown && real == std::filesystem::weakly_canonical(b, unknown) && !unknown;
}

bool is_device(const std::string& path) {
  std::error_code unknown;
  const auto type = std::filesystem::status(path, unknown).type();
  return type != std::filesystem::file_type::regular && type != std::filesystem::file_type::not_found;
}

}  // namespace

Result<void> refuse_own_input(const Arguments& arguments) {
  const std::string& output = arguments.command == Command::batch ? arguments.batch.output : arguments.output;
  const std::string edits = arguments.edits.file.value_or("-");
  for (const std::string& article : articles_of(arguments))
    if (edits != "-" && article != "-" && is_same(article, edits))
      return fail(Code::usage, "--edits " + shown(edits) + " is the article; state another file");
  for (const ReadFile& input : inputs_of(arguments)) {
    if (output == "-" || input.path == "-" || is_device(output) || !is_same(output, input.path)) continue;
    return fail(Code::usage, "-o " + shown(output) + " would overwrite " + input.what + "; state another file");
  }
  return {};
}

}  // namespace annal
