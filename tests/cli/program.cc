// Output of the program goes through files rather than pipes: no pipe can fill up and block a test.
#include "tests/cli/program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace annal::test {
namespace {

std::string quoted(const std::string& word) {
  std::string result = "'";
  for (const char c : word) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      result += c;
    }
  }
  return result + "'";
}

Run run(const std::string& command, std::string_view input, const std::filesystem::path& where) {
  const Folder scratch;
  scratch.write("in", input);
  std::string line;
  if (!where.empty()) line += "cd " + quoted(where.string()) + " && ";
  line += "{ " + command + "\n} < " + quoted(scratch.path() / "in") + " > " + quoted(scratch.path() / "out") + " 2> " +
          quoted(scratch.path() / "err");
  const int status = std::system(line.c_str());
  Run result;
  result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = scratch.read("out");
  result.err = scratch.read("err");
  return result;
}

}  // namespace

Run annal(const std::vector<std::string>& words, std::string_view input, const std::filesystem::path& where) {
  std::string command = quoted(ANNAL_PROGRAM);
  for (const std::string& word : words) command += ' ' + quoted(word);
  return run(command, input, where);
}

Run shell(const std::string& line, const std::filesystem::path& where) {
  return run("ANNAL=" + quoted(ANNAL_PROGRAM) + "; " + line, {}, where);
}

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "annal-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder for the test");
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, std::string_view bytes) const {
  std::ofstream(path_ / name, std::ios::binary) << bytes;
  return name;
}

std::string Folder::read(const std::string& name) const { return read_all(path_ / name); }

std::string Folder::listing() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  std::string line;
  for (const std::string& name : names) line += (line.empty() ? "" : " ") + name;
  return line;
}

std::string read_all(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

}  // namespace annal::test
