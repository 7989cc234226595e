#include "cli/help_formatter.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstddef>
#include <ostream>
#include <sstream>
#include <string>

namespace annal {
namespace {

/// Help: examples first, then usage, options and the rest.
class ExamplesFirst : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    const bool root = app->get_parent() == nullptr;
    std::ostringstream out;
    out << app->get_description() << "\n\n" << app->get_footer() << '\n';
    out << "Usage:\n  " << (root ? "annal COMMAND ..." : "annal " + app->get_name());
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_positional()) out << ' ' << option->get_option_text();
    }
    out << (root ? "" : " [OPTIONS]") << '\n';
    if (root) {
      out << "\nCommands:\n";
      for (const CLI::App* command : app->get_subcommands({}))
        row(out, command->get_name(), command->get_description());
    }
    out << "\nOptions:\n";
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_positional()) row(out, option->get_option_text(), option->get_description());
    }
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_positional()) continue;
      std::string name = option->get_name(false, true);
      std::replace(name.begin(), name.end(), ',', ' ');
      if (!option->get_option_text().empty()) name += ' ' + option->get_option_text();
      row(out, name, option->get_description());
    }
    if (root) out << "\nFor the options of a command: annal help COMMAND\n\n" << exit_codes;
    return out.str();
  }

 private:
  static void row(std::ostream& out, const std::string& name, const std::string& text) {
    constexpr std::size_t column = 22;
    out << "  " << name << std::string(name.size() < column - 1 ? column - name.size() : 1, ' ') << text << '\n';
  }
};

}  // namespace

const char* const exit_codes =
    "Exit codes:\n"
    "  0  success\n"
    "  1  success, but nothing was found; with --strict, the text contradicts itself or an edit fails; in a\n"
    "     batch, an invalid line; of several inputs, one that cannot be read; with edit --check, an edit that fails\n"
    "  2  wrong usage, or a file that cannot be read or written\n"
    "  4  an internal error of annal\n";

std::shared_ptr<CLI::FormatterBase> help_formatter() { return std::make_shared<ExamplesFirst>(); }

}  // namespace annal
