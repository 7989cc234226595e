// What the words of the command line mean, and what is said to a wrong one. CLI11 does the reading of words; errors are
// worded here, since its own do not say how to mend.
#include "cli/arguments.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <thread>

#include "cli/display_options.h"
#include "cli/manual.h"
#include "cli/options.h"
#include "core/dct/parse_dct.h"
#include "core/lang/find_language.h"
#include "core/unicode/edit_distance.h"
#include "render/encode/escape.h"

namespace annal {
namespace {

std::string short_help() {
  return "annal builds the timeline of an article.\n\n"
         "  annal build article.txt -o timeline.svg   draw it\n"
         "  annal dates article.txt                   list its time expressions with their values\n"
         "  annal order article.txt                   list its events in order\n\n"
         "All commands: annal --help\n";
}

EarlyExit wrong(const CLI::App* command, const std::string& message) {
  const std::string program = command == nullptr ? "annal" : "annal " + command->get_name();
  // A message that ends in a suggestion needs no further advice.
  const std::string advice = message.ends_with('?') ? "" : "; see " + program + " --help";
  return {message + advice, true, Exit::usage};
}

EarlyExit unknown_command(const CLI::App* command, const std::string& word) {
  return wrong(command,
               "unknown command '" + word + "'; available: " + joined(commands) + did_you_mean(word, commands));
}

EarlyExit unexpected_word(const CLI::App& app, const CLI::App* command, const std::string& word) {
  const CLI::App& place = command == nullptr ? app : *command;
  if (word.size() > 1 && word[0] == '-') {
    const std::string flag = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const CLI::Option* option : place.get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
    const std::vector<std::string_view> views(known.begin(), known.end());
    return wrong(command, "unknown option " + flag + did_you_mean(flag, views));
  }
  if (command == nullptr) return unknown_command(nullptr, word);
  return wrong(command, "unexpected argument '" + word + "'");
}

/// CLI11's complaint about an option's arguments in our words.
EarlyExit wrong_option(const CLI::App& app, const CLI::App* command, const CLI::ParseError& error) {
  const std::string what = error.what();
  constexpr std::string_view no_number = "Could not convert: ";  // "--jobs = x": all that are converted are numbers
  if (what.starts_with(no_number)) {
    const std::size_t equals = what.find(" = ");
    return wrong(command, what.substr(no_number.size(), equals - no_number.size()) + " must be a whole number, not '" +
                              visible(what.substr(std::min(what.size(), equals + 3))) + "'");
  }
  const std::string name = what.substr(0, what.find(':'));
  const CLI::Option* option = (command == nullptr ? app : *command).get_option_no_throw(name);
  if (option != nullptr && !option->get_option_text().empty()) {
    const bool missing = what.ends_with("missing");
    return wrong(command,
                 missing ? name + " requires " + option->get_option_text() : name + " is given more than once");
  }
  return wrong(command, what);
}

constexpr unsigned most_jobs = 1024;

/// The inputs of a command that takes several, and the threads that read them.
Result<void> validate_inputs(const RawOptions& raw, Arguments& arguments) {
  arguments.files = raw.files;
  arguments.store = raw.store.value_or("");
  if (raw.store && raw.store->empty()) return fail(Code::usage, "--store needs a file name");
  arguments.jobs = raw.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : raw.jobs;
  if (arguments.jobs > most_jobs) return fail(Code::usage, "--jobs must be at most " + std::to_string(most_jobs));
  if (std::ranges::count(raw.files, "-") > 1) return fail(Code::usage, "standard input can be read only once");
  return {};
}

Result<BatchOptions> batch_options(const RawOptions& raw, const Arguments& arguments) {
  BatchOptions options;
  options.files = raw.files;
  options.output = raw.output;
  options.folder = raw.folder;
  options.part = raw.part;
  options.jobs = arguments.jobs;
  options.format = batch_format(arguments.format->name).value_or(BatchFormat::json);
  options.language = arguments.language;
  if (raw.proofs && options.format != BatchFormat::json)
    return fail(Code::usage, "--proofs is for json; omit --format " + std::string(name(options.format)));
  if (raw.proofs) options.format = BatchFormat::proofs;
  if (!raw.folder.empty() && raw.output != "-") return fail(Code::usage, "--into and -o exclude each other");
  if (raw.part == 0) return fail(Code::usage, "--part must be at least 1");
  options.compression = compression_by_name(raw.output);
  if (!raw.compress.empty()) {
    const auto found = std::ranges::find(compression_names, raw.compress);
    if (found == compression_names.end())
      return fail(Code::usage,
                  "--compress: unknown method '" + raw.compress + "'; available: " + joined(compression_names));
    options.compression = static_cast<Compression>(found - compression_names.begin());
  }
  if (!raw.shard.empty()) {
    const auto shard = parse_shard(raw.shard);
    if (!shard) return tl::unexpected(shard.error());
    options.shard = *shard;
  }
  return options;
}

FormatUse use_of(Command command) {
  switch (command) {
    case Command::dates: return FormatUse::dates;
    case Command::order: return FormatUse::order;
    case Command::days: return FormatUse::days;
    case Command::edit: return FormatUse::edit;
    case Command::syntax: return FormatUse::syntax;
    case Command::batch: return FormatUse::batch;
    default: return FormatUse::build;
  }
}

Result<void> validate_format(const RawOptions& raw, Arguments& arguments) {
  const bool batch = arguments.command == Command::batch;
  const std::string output = batch ? std::string(without_compression_extension(raw.output)) : raw.output;
  const auto format = choose_format(raw.format, output, formats_for(use_of(arguments.command)));
  if (!format) return tl::unexpected(format.error());
  arguments.format = *format;
  auto display = validate_display(raw.display, **format);
  if (!display) return tl::unexpected(display.error());
  arguments.display = std::move(*display);
  return {};
}

/// The options of order that ask for something else than the list, and --explain: one at a time, and as text.
Result<void> validate_questions(const Arguments& arguments) {
  std::vector<std::string> questions;
  if (arguments.why) questions.emplace_back("--why");
  if (arguments.relation) questions.emplace_back("--relation");
  if (arguments.conflicts) questions.emplace_back("--conflicts");
  if (arguments.explain) questions.emplace_back("--explain");
  if (!questions.empty() && !arguments.format->for_terminal)
    return fail(Code::usage,
                questions.front() + " is available only as text; omit --format " + std::string(arguments.format->name));
  if (questions.size() > 1)
    return fail(Code::usage, questions[0] + " and " + questions[1] + " exclude each other; use one at a time");
  return {};
}

/// What annal edit is asked to do: to change, to compare, to check or to list.
Result<void> validate_edit(const Arguments& arguments) {
  const bool changes = !arguments.changes.empty();
  if (arguments.diff && arguments.check) return fail(Code::usage, "--diff and --check exclude each other");
  if (arguments.check && changes)
    return fail(Code::usage, "--check makes no changes; omit " + std::string(arguments.changes.front().option->flag));
  if (arguments.dry_run && !changes) return fail(Code::usage, "--dry-run needs a change to try, say --hide EVENT");
  if (!arguments.diff && !arguments.format->for_terminal)
    return fail(Code::usage, "--format " + std::string(arguments.format->name) + " is for --diff; add it");
  for (const RawChange& change : arguments.changes)
    for (const std::string& word : change.words)
      if (std::ranges::find(change_options(), word, &ChangeOption::flag) != change_options().end())
        return fail(Code::usage,
                    std::string(change.option->flag) + " requires " + std::string(change.option->operands));
  return {};
}

Result<Arguments> validate(const RawOptions& raw, Command command, bool why_given, bool relation_given) {
  Arguments arguments;
  arguments.command = command;
  arguments.file = raw.file;
  arguments.output = raw.output;
  arguments.url = raw.url;
  arguments.all_links = raw.links == "all";
  arguments.explain = raw.explain;
  arguments.conflicts = raw.conflicts;
  arguments.strict = raw.strict;
  arguments.diff = raw.diff;
  arguments.check = raw.check;
  arguments.dry_run = raw.dry_run;
  if (why_given) arguments.why = raw.why;
  if (relation_given) arguments.relation = raw.relation;
  arguments.folders = raw.open_folders;
  arguments.api = raw.api;
  if (command == Command::schema || command == Command::mcp) return arguments;
  if (arguments.output.empty()) return fail(Code::usage, "-o needs a file name");
  if (auto format = validate_format(raw, arguments); !format) return tl::unexpected(format.error());
  const auto language = find_language(raw.language);
  if (!language) return tl::unexpected(language.error());
  arguments.language = *language;
  if (auto inputs = validate_inputs(raw, arguments); !inputs) return tl::unexpected(inputs.error());
  if (command == Command::batch) {
    auto options = batch_options(raw, arguments);
    if (!options) return tl::unexpected(options.error());
    arguments.batch = std::move(*options);
  }
  if (command == Command::serve) {
    auto flags = validate_serve_flags(raw.serve, raw.files, raw.edits.edits);
    if (!flags) return tl::unexpected(flags.error());
    arguments.serve = std::move(*flags);
  }
  auto edits = validate_edit_flags(raw.edits);
  if (!edits) return tl::unexpected(edits.error());
  arguments.edits = std::move(*edits);
  auto selection = validate_selection(raw.selection);
  if (!selection) return tl::unexpected(selection.error());
  arguments.selection = std::move(*selection);
  arguments.sentences = raw.sentences;
  if (raw.dct) {
    const auto dct = parse_dct(*raw.dct);
    if (!dct) return fail(dct.error().code, "--dct: " + dct.error().message);
    arguments.dct = *dct;
  }
  if (auto questions = validate_questions(arguments); !questions) return tl::unexpected(questions.error());
  return arguments;
}

/// Whether the first word is a file, for "annal article.txt": no command has such a name.
bool names_file(std::string_view word) {
  if (std::ranges::find(commands, word) != commands.end()) return false;
  return word == "-" || (!word.starts_with('-') && word.find_first_of("./*:") != std::string_view::npos);
}

/// The command line with the command that is meant by files alone: on a terminal they are shown there.
std::vector<const char*> with_command(int count, const char* const* words) {
  std::vector<const char*> all(words, words + count);
  if (count < 2 || !names_file(words[1])) return all;
  const bool files_alone = std::none_of(words + 1, words + count,
                                        [](std::string_view word) { return word.size() > 1 && word.starts_with('-'); });
  all.insert(all.begin() + 1, "build");
  if (files_alone && ::isatty(STDOUT_FILENO) != 0) all.insert(all.end(), {"--format", "text"});
  return all;
}

/// The command that `word` is, where its own options are all that is needed; else empty.
std::string_view command_alone(std::string_view word) {
  constexpr std::array<std::string_view, 3> needs_all{"man", "completion", "help"};
  const bool alone =
      std::ranges::find(commands, word) != commands.end() && std::ranges::find(needs_all, word) == needs_all.end();
  return alone ? word : std::string_view();
}

/// What the commands say that are about the command line: the manual, the completions, the help.
std::optional<EarlyExit> own_answer(const CommandLine& line, const CLI::App* command) {
  const CLI::App& app = line.app;
  const RawOptions& raw = line.raw;
  if (command->get_name() == "man") return EarlyExit{manual_page(line), false, Exit::done};
  if (command->get_name() == "completion") {
    const auto shell = std::ranges::find(shells, raw.shell);
    if (shell == shells.end()) return wrong(command, "unknown shell '" + raw.shell + "'; available: " + joined(shells));
    return EarlyExit{completion(line, *shell), false, Exit::done};
  }
  if (command->get_name() == "help") {
    const auto help_of = [&](const CLI::App* topic) {
      return EarlyExit{app.get_formatter()->make_help(topic, "", CLI::AppFormatMode::Normal), false, Exit::done};
    };
    if (raw.topic.empty()) return help_of(&app);
    if (std::ranges::find(commands, raw.topic) == commands.end()) return unknown_command(command, raw.topic);
    return help_of(app.get_subcommand(raw.topic));
  }
  return std::nullopt;
}

}  // namespace

std::variant<Arguments, EarlyExit> parse_arguments(int given_count, const char* const* given_words) {
  const std::vector<const char*> all = with_command(given_count, given_words);
  const int count = static_cast<int>(all.size());
  const char* const* const words = all.data();
  CommandLine line(count > 1 ? command_alone(words[1]) : "");
  CLI::App& app = line.app;
  const RawOptions& raw = line.raw;
  if (count < 2) return EarlyExit{short_help(), false, Exit::done};
  const auto chosen = [&]() -> const CLI::App* {
    const auto found = app.get_subcommands();
    return found.empty() ? nullptr : found.front();
  };
  try {
    app.parse(count, words);
  } catch (const CLI::CallForHelp&) {
    return EarlyExit{(chosen() == nullptr ? &app : chosen())->help(), false, Exit::done};
  } catch (const CLI::CallForVersion& version) {
    return EarlyExit{std::string(version.what()) + "\n", false, Exit::done};
  } catch (const CLI::ParseError& error) {
    return wrong_option(app, chosen(), error);
  }

  const CLI::App* command = chosen();
  std::vector<std::string> extra = app.remaining(true);
  std::erase(extra, "--");
  if (!extra.empty()) return unexpected_word(app, command, extra.front());
  if (command == nullptr) return wrong(nullptr, "no command given; available: " + joined(commands));
  if (const auto answer = own_answer(line, command)) return *answer;
  const CLI::Option* file = command->get_option_no_throw("FILE");
  if (file != nullptr && raw.file.empty() && raw.files.empty() && !raw.store && command->get_name() != "batch" &&
      command->get_name() != "serve")
    return wrong(command, "no FILE given; use - for standard input");
  const auto given = [&](const char* option) {
    const CLI::Option* found = command->get_option_no_throw(option);
    return found != nullptr && found->count() > 0;
  };
  auto arguments =
      validate(raw, static_cast<Command>(std::ranges::find(commands, command->get_name()) - commands.begin()),
               given("--why"), given("--relation"));
  if (!arguments) return wrong(command, arguments.error().message);
  arguments->only_stores = arguments->command == Command::build && !arguments->store.empty() &&
                           !arguments->files.empty() && !given("--output") && !given("--format");
  if (arguments->command == Command::edit) {
    arguments->changes = line.changes();
    if (const auto edit = validate_edit(*arguments); !edit) return wrong(command, edit.error().message);
  }
  return *arguments;
}

}  // namespace annal
