// Names are compared by their bytes, so that the order is the same on every machine.
#include "cli/inputs.h"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <system_error>

#include "batch/compression.h"
#include "batch/files.h"
#include "core/dct/parse_dct.h"
#include "core/unicode/ascii.h"
#include "render/labels/extent.h"

namespace annal {
namespace {

namespace fs = std::filesystem;

/// Of the files that are read in a folder.
constexpr std::array<std::string_view, 18> endings{".txt",   ".text", ".md",   ".markdown", ".html", ".htm",
                                                   ".xhtml", ".tml",  ".json", ".csv",      ".tsv",  ".eml",
                                                   ".mbox",  ".pdf",  ".rtf",  ".docx",     ".odt",  ".epub"};
constexpr std::string_view edits_ending = ".edits.toml";

bool is_there(const std::string& path) {
  std::error_code unknown;
  return fs::exists(fs::status(path, unknown));
}

bool is_folder(const std::string& path) {
  std::error_code unknown;
  return fs::is_directory(fs::status(path, unknown));
}

/// Not a pipe, which has no end of its own, and no device.
bool is_file(const std::string& path) {
  std::error_code unknown;
  return fs::is_regular_file(fs::status(path, unknown));
}

bool is_pattern(std::string_view name) { return name.find_first_of("*?[") != std::string_view::npos; }

/// The files and folders that a pattern of the shell names, by their bytes.
std::vector<std::string> matches(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> names;
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found) == 0)
    names.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  std::ranges::sort(names);
  return names;
}

/// The name without its folders.
std::string base_name(const std::string& path) { return path == "-" ? "stdin" : fs::path(path).filename().string(); }

/// Where a file is in the list, and whether a day stands behind its own name.
struct Place {
  std::size_t index = 0;
  bool is_dated = false;
};

class Expansion {
 public:
  explicit Expansion(const std::string& output) {
    std::error_code unknown;
    if (output != "-") output_ = fs::weakly_canonical(output, unknown);
  }

  void add_operand(const std::string& operand) {
    auto input = split_operand(operand);
    if (!input) {
      list_.faults.push_back(input.error().message);
    } else if (input->path != "-" && !is_there(input->path) && is_pattern(input->path)) {
      const auto names = matches(input->path);
      if (names.empty()) list_.faults.push_back("no file fits the pattern " + shown(input->path));
      for (const std::string& name : names)
        if (is_folder(name) || is_file(name)) add_named(name, input->dct);
    } else {
      add_named(input->path, input->dct, true);
    }
  }

  InputList finish(bool one_operand) && {
    list_.one_file = one_operand && !in_folder_ && list_.files.size() == 1;
    std::map<std::string, int> uses;
    for (const InputFile& file : list_.files) ++uses[file.id];
    for (InputFile& file : list_.files)
      if (uses[file.id] > 1) file.id = file.path;
    return std::move(list_);
  }

 private:
  void add_named(const std::string& path, const std::optional<Dct>& dct, bool by_name = false) {
    if (path == "-" || !is_folder(path)) {
      if (by_name || !is_output(path)) add_file({path, base_name(path), dct}, by_name);
      return;
    }
    in_folder_ = true;
    const std::size_t before = list_.files.size();
    skipped_.clear();
    const std::size_t faults = list_.faults.size();
    add_folder(path, "", dct);
    if (!skipped_.empty()) list_.remarks.push_back(shown(path) + ": " + skipped_words());
    if (list_.files.size() == before && list_.faults.size() == faults)
      list_.faults.push_back(shown(path) + ": no file in it that annal reads");
  }

  /// `below`: the name of the folder, as seen from the one that the operand names.
  void add_folder(const fs::path& folder, const std::string& below, const std::optional<Dct>& dct) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      entries.push_back(*at);
    if (error) list_.faults.push_back("cannot read " + shown(folder.string()) + ": " + reason_of(error.value()));
    std::ranges::sort(entries, {}, [](const fs::directory_entry& e) { return e.path().filename().string(); });
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.') || name.ends_with(edits_ending)) continue;
      std::error_code unknown;
      if (entry.is_directory(unknown)) {
        // A link to a folder may lead back.
        if (!entry.is_symlink(unknown)) add_folder(entry.path(), below + name + '/', dct);
      } else if (!entry.is_regular_file(unknown) || !is_known(name)) {
        ++skipped_[lowered(entry.path().extension().string())];
      } else if (!is_output(entry.path().string())) {
        add_file({entry.path().string(), below + name, dct, true}, false);
      }
    }
  }

  static bool is_known(const std::string& name) {
    const std::string lower = lowered(name);
    return is_json_lines(lower) || std::ranges::any_of(endings, [&](std::string_view e) { return lower.ends_with(e); });
  }

  /// Of a file that stands there twice, a day of writing that is stated counts: one behind its own name before that of
  /// its folder or of a pattern. Two behind its name are a fault.
  void add_file(InputFile file, bool by_name) {
    std::error_code unknown;
    const std::string real = file.path == "-" ? file.path : fs::weakly_canonical(file.path, unknown).string();
    const auto [at, added] = place_.emplace(real, Place{list_.files.size(), by_name && file.dct});
    if (added) return list_.files.push_back(std::move(file));
    InputFile& known = list_.files[at->second.index];
    if (!file.dct || (at->second.is_dated && !by_name)) return;
    if (at->second.is_dated && !(known.dct->at == file.dct->at))
      list_.faults.push_back(shown(file.path) + ": two dates of writing are stated, " + text_of(*known.dct) + " and " +
                             text_of(*file.dct) + "; state one; the first is taken");
    else
      known.dct = file.dct;
    at->second.is_dated |= by_name;
  }

  bool is_output(const std::string& path) const {
    std::error_code unknown;
    return !output_.empty() && fs::weakly_canonical(path, unknown) == output_;
  }

  std::string skipped_words() const {
    std::size_t count = 0;
    std::string kinds;
    for (const auto& [ending, number] : skipped_) {
      count += number;
      kinds += (kinds.empty() ? "" : ", ") + (ending.empty() ? "without ending" : ending);
    }
    return "skipped " + std::to_string(count) + (count == 1 ? " file" : " files") + " that annal does not read (" +
           kinds + ")";
  }

  InputList list_;
  fs::path output_;
  bool in_folder_ = false;
  std::map<std::string, Place> place_;          ///< of a file
  std::map<std::string, std::size_t> skipped_;  ///< files of the folder that is read, by their ending
};

}  // namespace

Result<InputFile> split_operand(const std::string& operand) {
  if (operand == "-" || is_there(operand)) return InputFile{operand, {}, {}};
  std::optional<Error> fault;
  for (std::size_t colon = operand.find(':'); colon != std::string::npos; colon = operand.find(':', colon + 1)) {
    const std::string name = operand.substr(0, colon);
    if (name != "-" && !is_there(name) && !is_pattern(name)) continue;
    auto dct = parse_dct(operand.substr(colon + 1));
    if (dct) return InputFile{name, {}, *dct};
    if (name == "-" || is_there(name)) fault = Error{Code::usage, shown(name) + ": " + dct.error().message};
  }
  if (fault) return tl::unexpected(*fault);
  return InputFile{operand, {}, {}};
}

InputList expand_inputs(const std::vector<std::string>& operands, const std::string& output) {
  Expansion expansion(output);
  for (const std::string& operand : operands) expansion.add_operand(operand);
  return std::move(expansion).finish(operands.size() == 1);
}

bool is_json_lines(std::string_view name) {
  const std::string lower = lowered(without_compression_extension(name));
  return lower.ends_with(".jsonl") || lower.ends_with(".ndjson");
}

}  // namespace annal
