#include "cli/manual.h"

#include <sstream>

#include "cli/help_formatter.h"
#include "cli/options.h"
#include "render/encode/version.h"

namespace annal {
namespace {

/// Text for roff: no line begins a request, no backslash an escape, and a dash can be copied.
std::string roff(std::string_view text) {
  std::string out;
  bool begins = true;
  for (const char c : text) {
    if (begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else
      out += c;
    begins = c == '\n';
  }
  return out;
}

/// An indented block as it stands, without its first line where that is a heading.
void block(std::ostream& out, std::string_view text, bool heading) {
  if (heading) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  out << ".PP\n.nf\n" << roff(text) << ".fi\n";
}

void list_options(std::ostream& out, const CLI::App& command) {
  for (const CLI::Option* option : command.get_options()) {
    out << ".TP\n";
    if (option->get_positional()) {
      out << "\\fI" << roff(option->get_option_text()) << "\\fR";
    } else {
      std::string names;
      for (const std::string& name : option->get_snames())
        names += (names.empty() ? "\\fB" : ", \\fB") + roff("-" + name) + "\\fR";
      for (const std::string& name : option->get_lnames())
        names += (names.empty() ? "\\fB" : ", \\fB") + roff("--" + name) + "\\fR";
      out << names;
      if (!option->get_option_text().empty()) out << " \\fI" << roff(option->get_option_text()) << "\\fR";
    }
    out << '\n' << roff(option->get_description()) << '\n';
  }
}

/// What follows an option: nothing, one of some words, the name of a file, or what no shell can know.
enum class Takes { nothing, choice, file, other };

struct Taken {
  Takes kind = Takes::nothing;
  std::string words;  ///< of a choice, parted by blanks
};

Taken taken(const CommandLine& line, const CLI::App& command, const CLI::Option& option) {
  const std::string& text = option.get_option_text();
  if (text.empty()) return {};
  const std::string name = option.get_positional() ? text : "--" + option.get_lnames().front();
  if (const auto found = line.choices.find({command.get_name(), name}); found != line.choices.end()) {
    std::string words;
    for (const std::string& word : found->second) words += (words.empty() ? "" : " ") + word;
    return {Takes::choice, words};
  }
  return {text == "OUT" || text == "DIR" || text.find("FILE") != std::string::npos ? Takes::file : Takes::other, {}};
}

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

std::string options_of(const CLI::App& command) {
  std::string words;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : names_of(*option)) words += (words.empty() ? "" : " ") + name;
  }
  return words;
}

std::string all_commands() {
  std::string words;
  for (const std::string_view command : commands) words += (words.empty() ? "" : " ") + std::string(command);
  return words;
}

std::string bash(const CommandLine& line) {
  std::ostringstream out;
  out << "_annal() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
         "  COMPREPLY=()\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    words='"
      << all_commands() << ' ' << options_of(line.app)
      << "'\n"
         "  else\n"
         "    case \"${COMP_WORDS[1]} $before\" in\n";
  for (const CLI::App* command : line.app.get_subcommands({})) {
    for (const CLI::Option* option : command->get_options()) {
      const Taken takes = taken(line, *command, *option);
      if (option->get_positional() || takes.kind == Takes::nothing) continue;
      std::string places;
      for (const std::string& name : names_of(*option))
        places += (places.empty() ? "'" : "|'") + command->get_name() + ' ' + name + '\'';
      out << "      " << places << ") ";
      if (takes.kind == Takes::choice) out << "words='" << takes.words << "' ;;\n";
      if (takes.kind == Takes::file) out << "return ;;\n";
      if (takes.kind == Takes::other) out << "compopt +o default 2>/dev/null; return ;;\n";
    }
  }
  out << "      *)\n        case \"${COMP_WORDS[1]} $word\" in\n";
  for (const CLI::App* command : line.app.get_subcommands({})) {
    out << "          '" << command->get_name() << " -'*) words='" << options_of(*command) << "' ;;\n";
    for (const CLI::Option* option : command->get_options()) {
      const Taken takes = taken(line, *command, *option);
      if (option->get_positional() && takes.kind == Takes::choice)
        out << "          '" << command->get_name() << " '*) words='" << takes.words << "' ;;\n";
    }
  }
  out << "        esac ;;\n    esac\n  fi\n"
         "  [ -z \"$words\" ] || COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "}\n"
         "complete -o default -F _annal annal\n";
  return out.str();
}

/// In single quotes, for zsh's _arguments and fish.
std::string quoted(std::string_view text, std::string_view escaped) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (escaped.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string zsh(const CommandLine& line) {
  std::ostringstream out;
  out << "#compdef annal\n_annal() {\n  local -a commands\n  commands=(\n";
  for (const CLI::App* command : line.app.get_subcommands({}))
    out << "    '" << command->get_name() << ':' << quoted(command->get_description(), "") << "'\n";
  out << "  )\n"
         "  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
         "  shift words\n  (( CURRENT-- ))\n"
         "  case $words[1] in\n";
  for (const CLI::App* command : line.app.get_subcommands({})) {
    out << "    " << command->get_name() << ")\n      _arguments";
    for (const CLI::Option* option : command->get_options()) {
      const Taken takes = taken(line, *command, *option);
      std::string action;
      if (takes.kind != Takes::nothing) {
        action = ':' + quoted(option->get_option_text(), "[]:") + ':';
        if (takes.kind == Takes::choice) action += '(' + takes.words + ')';
        if (takes.kind == Takes::file) action += "_files";
      }
      if (option->get_positional()) {
        out << " \\\n        '*" << action << '\'';
        continue;
      }
      for (const std::string& name : names_of(*option))
        out << " \\\n        '" << name << '[' << quoted(option->get_description(), "[]:\\") << ']' << action << '\'';
    }
    out << " ;;\n";
  }
  out << "  esac\n}\n_annal \"$@\"\n";
  return out.str();
}

std::string fish(const CommandLine& line) {
  std::ostringstream out;
  for (const CLI::App* command : line.app.get_subcommands({})) {
    const std::string name = command->get_name();
    out << "complete -c annal -f -n __fish_use_subcommand -a " << name << " -d '"
        << quoted(command->get_description(), "\\") << "'\n";
    for (const CLI::Option* option : command->get_options()) {
      const Taken takes = taken(line, *command, *option);
      if (option->get_positional() && takes.kind != Takes::choice) continue;  // files, which fish offers by itself
      out << "complete -c annal -n '__fish_seen_subcommand_from " << name << '\'';
      for (const std::string& flag : option->get_snames()) out << " -s " << flag;
      for (const std::string& flag : option->get_lnames()) out << " -l " << flag;
      if (takes.kind == Takes::choice)
        out << (option->get_positional() ? " -f" : " -x") << " -a '" << takes.words << '\'';
      if (takes.kind == Takes::file) out << " -r -F";
      if (takes.kind == Takes::other) out << " -x";
      out << " -d '" << quoted(option->get_description(), "\\") << "'\n";
    }
  }
  return out.str();
}

}  // namespace

std::string manual_page(const CommandLine& line) {
  std::ostringstream out;
  out << ".TH ANNAL 1 \"\" \"" << generator() << "\" \"User Commands\"\n"
      << ".SH NAME\nannal \\- builds the timeline of an article\n"
      << ".SH SYNOPSIS\n.nf\n";
  for (const CLI::App* command : line.app.get_subcommands({})) {
    out << "\\fBannal " << command->get_name() << "\\fR";
    for (const CLI::Option* option : command->get_options()) {
      if (option->get_positional()) out << " \\fI" << roff(option->get_option_text()) << "\\fR";
    }
    out << " [\\fIOPTIONS\\fR]\n";
  }
  out << ".fi\n.SH DESCRIPTION\n" << roff(line.app.get_description()) << '\n';
  block(out, line.app.get_footer(), true);
  out << ".SH OPTIONS\n";
  list_options(out, line.app);
  out << ".SH COMMANDS\n";
  for (const CLI::App* command : line.app.get_subcommands({})) {
    out << ".SS annal " << command->get_name() << '\n' << roff(command->get_description()) << '\n';
    list_options(out, *command);
    out << ".PP\nExamples:\n";
    block(out, command->get_footer(), true);
  }
  out << ".SH EXIT STATUS\n";
  block(out, exit_codes, true);
  return out.str();
}

std::string completion(const CommandLine& line, std::string_view shell) {
  if (shell == "bash") return bash(line);
  return shell == "zsh" ? zsh(line) : fish(line);
}

}  // namespace annal
