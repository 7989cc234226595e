// The operands of a command that takes several inputs: files, folders and patterns, each perhaps with its day of
// writing behind a colon.
//
//   a.txt:2016-11-14   mails/   'minutes/*.pdf'   -
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/text/document.h"

namespace annal {

struct InputFile {
  std::string path;        ///< "-" is standard input
  std::string id;          ///< of a document that has none of its own; no two files have the same
  std::optional<Dct> dct;  ///< stated behind its name
  bool in_folder = false;  ///< it was found in a folder that an operand names
};

struct InputList {
  std::vector<InputFile> files;      ///< in the order of the operands, those of a folder by name; each once
  bool one_file = false;             ///< there is one operand, and it names a file
  std::vector<std::string> faults;   ///< a line for each operand, or folder within one, that cannot be read
  std::vector<std::string> remarks;  ///< a line for each folder with files that are not read
};

/// The file or folder that an operand names, and the day behind it. Where a file of the whole name is there, a colon
/// is part of the name.
///
///   errors   usage: what stands behind the name of a file that is there is no day
Result<InputFile> split_operand(const std::string& operand);

/// The files that the operands name. Of a folder, the files of endings that annal reads, in its folders too; hidden
/// ones, edits files and `output` are left out. A pattern of the shell that names no file is expanded.
InputList expand_inputs(const std::vector<std::string>& operands, const std::string& output);

/// Whether a file of this name holds JSON lines, one document or timeline each: ".jsonl", ".ndjson", also compressed.
bool is_json_lines(std::string_view name);

}  // namespace annal
