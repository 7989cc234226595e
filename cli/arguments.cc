// The only file that knows CLI11: the commands, their options, and what is said to a wrong one. CLI11 does the reading
// of words; help and errors are worded here, since its own neither begin with examples nor say how to mend.
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <thread>

#include "cli/look.h"
#include "cli/suggest.h"
#include "core/date/calendar.h"
#include "render/version.h"

namespace annal {
namespace {

constexpr std::array<std::string_view, 5> commands{"build", "dates", "order", "batch", "schema"};
constexpr std::array build_formats{
    Format::svg,     Format::html,          Format::png,       Format::pdf,        Format::json,    Format::timeml,
    Format::dot,     Format::graph_svg,     Format::text,      Format::timelinejs, Format::vis,     Format::markwhen,
    Format::mermaid, Format::mermaid_gantt, Format::icalendar, Format::csv,        Format::graphml, Format::jsonld};
constexpr std::array<Format, 3> dates_formats{Format::text, Format::json, Format::timeml};
constexpr std::array<Format, 3> order_formats{Format::text, Format::json, Format::dot};
constexpr std::array<Format, 2> batch_formats{Format::json, Format::timeml};
constexpr std::array<Format, 1> schema_formats{Format::json};

constexpr const char* file_text = "the article: plain text in UTF-8, an HTML page, or TimeML; - is standard input";
constexpr const char* exit_codes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  done, but nothing was found (or, with --strict, the text contradicts itself)\n"
    "  2  wrong usage, or a file that cannot be read or written\n"
    "  4  a mistake of annal itself\n";

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
    if (root) out << "\nannal COMMAND --help tells more of one command.\n\n" << exit_codes;
    return out.str();
  }

 private:
  static void row(std::ostream& out, const std::string& name, const std::string& text) {
    constexpr std::size_t column = 22;
    out << "  " << name << std::string(name.size() < column - 1 ? column - name.size() : 1, ' ') << text << '\n';
  }
};

std::string names(std::span<const Format> formats) {
  std::string line;
  for (const Format format : formats) line += (line.empty() ? "" : " ") + std::string(name(format));
  return line;
}

/// What the words say, before anything is checked.
struct Raw {
  std::string file, output = "-", format, language = "auto", url, links;
  std::optional<std::string> dct;
  std::pair<std::string, std::string> why, relation;
  std::vector<std::string> files;
  std::string folder, shard, compress;
  unsigned jobs = 0;
  std::uint64_t part = BatchOptions{}.part;
  LookWords look;
  bool all = false, explain = false, conflicts = false, strict = false;
};

void add_output(CLI::App& command, Raw& raw, std::span<const Format> formats) {
  command.add_option("-o,--output", raw.output, "write here instead of to standard output; - is standard output")
      ->option_text("OUT");
  command
      .add_option("-f,--format", raw.format,
                  names(formats) + "; guessed from OUT's name, else " + std::string(name(formats[0])))
      ->option_text("FORMAT");
}

void add_reading(CLI::App& command, Raw& raw) {
  command.add_option("FILE", raw.file, file_text)->option_text("FILE");
  command.add_option("--dct", raw.dct, "the day the article was written, as 2016-11-14 or 2016-11-14T06:30")
      ->option_text("DATE");
  command.add_option("--url", raw.url, "where the page was found; its path may tell the day")->option_text("URL");
  command.add_option("--lang", raw.language, "its language, or auto, which asks the text; there is: " + joined(Language::tags()))->option_text("TAG");
}

void add_commands(CLI::App& app, Raw& raw) {
  CLI::App* build = app.add_subcommand("build", "Builds the timeline of an article and draws or writes it.");
  build->footer(
      "Examples:\n"
      "  annal build article.txt -o timeline.svg                     draw it\n"
      "  annal build article.txt -o timeline.html                    a page to explore it\n"
      "  annal build article.txt -o timeline.json --dct 2016-11-14   state when it was written\n"
      "  annal build article.txt --format text                       look at it in the terminal\n"
      "  annal build article.txt -o phone.png --layout vertical      for a narrow screen\n"
      "  annal build article.txt -o why.graph.svg --around vote      what came before and after what, round one event\n"
      "  cat article.txt | annal build - > timeline.svg              read and write through pipes\n");
  add_reading(*build, raw);
  add_output(*build, raw, build_formats);
  build->add_option("--layout", raw.look.layout, "of svg, png, pdf and html: " + layout_names(" "))
      ->option_text("LAYOUT");
  build->add_option("--width", raw.look.width, "of the picture in px (320 to 4000), of text in columns")
      ->option_text("N");
  build
      ->add_option("--around", raw.look.around,
                   "of dot, graph-svg and text: EVENT and what is related to it; see order --why")
      ->option_text("EVENT");
  build->add_option("--tlinks", raw.links, "of timeml: asserted, or all that follow between neighbours")
      ->check(CLI::IsMember({"asserted", "all"}))
      ->option_text("asserted|all");
  build->add_flag("--ascii", raw.look.ascii, "of text: marks and lines in ASCII");
  build->add_flag("--all", raw.all, "show events of little weight too");
  build->add_flag("--strict", raw.strict, "exit with 1 where the text contradicts itself");

  CLI::App* dates = app.add_subcommand("dates", "Lists the time expressions of an article and what they resolve to.");
  dates->footer(
      "Examples:\n"
      "  annal dates article.txt                             one line for each\n"
      "  annal dates article.txt --explain --dct 2016-11-14  and how its value came about\n"
      "  annal dates article.txt --format timeml             the text with TIMEX3 tags\n");
  add_reading(*dates, raw);
  add_output(*dates, raw, dates_formats);
  dates->add_flag("--explain", raw.explain, "say how each value came about");

  CLI::App* order =
      app.add_subcommand("order", "Lists the events of an article in order, and proves the order of a pair.");
  order->footer(
      "Examples:\n"
      "  annal order article.txt                       the events in order\n"
      "  annal order article.txt --why e3 e7           what forces the order of two events\n"
      "  annal order article.txt --why vote signed     the same, by words of their titles\n"
      "  annal order article.txt --relation e3 e7      how they lie: before, overlapping, not known\n"
      "  annal order article.txt --conflicts           where the text contradicts itself\n"
      "  annal order annotated.tml --conflicts         the same of the links that people have written\n");
  add_reading(*order, raw);
  add_output(*order, raw, order_formats);
  order->add_option("--why", raw.why, "prove the order of events A and B: an id (e3) or words of the title")
      ->option_text("A B");
  order->add_option("--relation", raw.relation, "say how events A and B lie to each other, and what that leaves open")
      ->option_text("A B");
  order->add_flag("--ascii", raw.look.ascii, "marks and lines in ASCII");
  order->add_flag("--conflicts", raw.conflicts, "list what cannot all be true, and what was set aside");
  order->add_flag("--all", raw.all, "show events of little weight too");
  order->add_flag("--strict", raw.strict, "exit with 1 where the text contradicts itself");

  CLI::App* batch = app.add_subcommand("batch", "Builds the timelines of many articles, one JSON object a line.");
  batch->footer(
      "Examples:\n"
      "  annal batch < articles.jsonl > timelines.jsonl\n"
      "  annal batch articles-*.jsonl.gz -o timelines.jsonl.zst   the file appears when all is done\n"
      "  annal batch articles.jsonl --into timelines              in parts; the same command goes on after a stop\n"
      "  annal batch articles.jsonl --into timelines --shard 3/64 the third of 64 equal shares\n"
      "  echo '{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}' | annal batch\n"
      "\n"
      "A line in:   {\"id\", \"text\", \"html\" or \"tml\", \"dct\"?, \"title\"?, \"url\"?, \"lang\"?}\n"
      "A line out:  the timeline, or {\"id\", \"tml\"}; for a bad line {\"id\"?, \"file\"?, \"line\", \"error\"}, and "
      "exit "
      "code 1.\n"
      "Input that is compressed with gzip or zstd is known by its first bytes.\n");
  batch->add_option("FILE", raw.files, "JSON lines, one document each; none or - is standard input")
      ->option_text("[FILE...]");
  add_output(*batch, raw, batch_formats);
  batch->add_option("--into", raw.folder, "write parts and a manifest into this folder; what is there is kept")
      ->option_text("DIR");
  batch->add_option("--part", raw.part, "documents a part of DIR; 10000")->option_text("N");
  batch
      ->add_option("--shard", raw.shard,
                   "do the I-th of N equal shares of the files, from 1; together they are the whole")
      ->option_text("I/N");
  batch->add_option("-j,--jobs", raw.jobs, "threads; as many as the machine has")->option_text("N");
  batch->add_option("--compress", raw.compress, "none gzip zstd; guessed from OUT's name, else none")
      ->option_text("HOW");
  batch
      ->add_option("--lang", raw.language,
                   "the language of lines that state none, or auto, which asks each text; there is: " +
                       joined(Language::tags()))
      ->option_text("TAG");

  CLI::App* schema = app.add_subcommand("schema", "Prints the JSON Schema of the timeline.");
  schema->footer("Examples:\n  annal schema > timeline.schema.json\n");
}

std::string short_help() {
  return "annal builds the timeline of an article.\n\n"
         "  annal build article.txt -o timeline.svg   draw it\n"
         "  annal dates article.txt                   its time expressions and their values\n"
         "  annal order article.txt                   its events in order\n\n"
         "More: annal --help\n";
}

Reply wrong(const CLI::App* command, const std::string& message) {
  const std::string program = command == nullptr ? "annal" : "annal " + command->get_name();
  // A message that ends in a suggestion needs no further advice.
  const std::string advice = message.ends_with('?') ? "" : "; see " + program + " --help";
  return {message + advice, true, Exit::usage};
}

Reply unexpected_word(const CLI::App& app, const CLI::App* command, const std::string& word) {
  const CLI::App& place = command == nullptr ? app : *command;
  if (word.size() > 1 && word[0] == '-') {
    const std::string flag = word.substr(0, word.find('='));
    std::vector<std::string> known;
    for (const CLI::Option* option : place.get_options()) {
      for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
    }
    const std::vector<std::string_view> views(known.begin(), known.end());
    return wrong(command, "there is no option " + flag + did_you_mean(flag, views));
  }
  if (command == nullptr) {
    return wrong(nullptr,
                 "there is no command '" + word + "'; commands are " + joined(commands) + did_you_mean(word, commands));
  }
  return wrong(command, "'" + word + "' is one word too many");
}

/// CLI11's complaint about an option's arguments in our words.
Reply wrong_option(const CLI::App& app, const CLI::App* command, const CLI::ParseError& error) {
  const std::string what = error.what();
  const std::string name = what.substr(0, what.find(':'));
  const CLI::Option* option = (command == nullptr ? app : *command).get_option_no_throw(name);
  if (option != nullptr && !option->get_option_text().empty()) {
    const bool missing = what.ends_with("missing");
    if (what.starts_with("Could not convert")) return wrong(command, what);
    return wrong(command, missing ? name + " needs " + option->get_option_text() : name + " is given more than once");
  }
  return wrong(command, what);
}

Command command_named(const std::string& name) {
  return static_cast<Command>(std::ranges::find(commands, name) - commands.begin());
}

std::span<const Format> formats_of(Command command) {
  switch (command) {
    case Command::build: return build_formats;
    case Command::dates: return dates_formats;
    case Command::order: return order_formats;
    case Command::batch: return batch_formats;
    case Command::schema: break;
  }
  return schema_formats;
}

constexpr std::array<std::string_view, 3> codings{"none", "gzip", "zstd"};
constexpr unsigned most_jobs = 1024;

Result<BatchOptions> batch_options(const Raw& raw, const Arguments& arguments) {
  BatchOptions options;
  options.files = raw.files;
  options.output = raw.output;
  options.folder = raw.folder;
  options.part = raw.part;
  options.jobs = raw.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : raw.jobs;
  options.format = arguments.format;
  options.language = arguments.language;
  if (std::ranges::count(raw.files, "-") > 1) return fail(Code::usage, "standard input can be read only once");
  if (!raw.folder.empty() && raw.output != "-") return fail(Code::usage, "--into and -o are two places; choose one");
  if (raw.part == 0) return fail(Code::usage, "--part needs at least 1 document");
  if (options.jobs > most_jobs) return fail(Code::usage, "--jobs is at most " + std::to_string(most_jobs));
  options.coding = coding_named(raw.output);
  if (!raw.compress.empty()) {
    const auto found = std::ranges::find(codings, raw.compress);
    if (found == codings.end())
      return fail(Code::usage, "--compress: there is no '" + raw.compress + "'; there is " + joined(codings));
    options.coding = static_cast<Coding>(found - codings.begin());
  }
  if (!raw.shard.empty()) {
    const auto shard = parse_shard(raw.shard);
    if (!shard) return tl::unexpected(shard.error());
    options.shard = *shard;
  }
  return options;
}

Result<Arguments> checked(const Raw& raw, Command command, bool why_given, bool relation_given) {
  Arguments arguments;
  arguments.command = command;
  arguments.file = raw.file;
  arguments.output = raw.output;
  arguments.url = raw.url;
  arguments.all = raw.all;
  arguments.all_links = raw.links == "all";
  arguments.explain = raw.explain;
  arguments.conflicts = raw.conflicts;
  arguments.strict = raw.strict;
  if (arguments.output.empty()) return fail(Code::usage, "-o needs the name of a file");
  const bool batch = command == Command::batch;
  const std::string named = batch ? std::string(without_coding(raw.output)) : raw.output;
  const auto format = choose_format(raw.format, named, formats_of(command));
  if (!format) return tl::unexpected(format.error());
  arguments.format = *format;
  if (const auto look = check_look(raw.look, arguments); !look) return tl::unexpected(look.error());
  const auto language = find_language(raw.language);
  if (!language) return tl::unexpected(language.error());
  arguments.language = *language;
  if (batch) {
    auto options = batch_options(raw, arguments);
    if (!options) return tl::unexpected(options.error());
    arguments.batch = std::move(*options);
  }
  if (raw.dct) {
    const auto dct = parse_dct(*raw.dct);
    if (!dct) return fail(dct.error().code, "--dct: " + dct.error().message);
    arguments.dct = *dct;
  }
  if (why_given) arguments.why = raw.why;
  if (relation_given) arguments.relation = raw.relation;
  std::vector<std::string> questions;
  if (why_given) questions.emplace_back("--why");
  if (relation_given) questions.emplace_back("--relation");
  if (raw.conflicts) questions.emplace_back("--conflicts");
  if (!questions.empty() && *format != Format::text) {
    return fail(Code::usage,
                questions.front() + " answers in text; leave --format " + std::string(name(*format)) + " out");
  }
  if (questions.size() > 1)
    return fail(Code::usage, questions[0] + " and " + questions[1] + " are two questions; ask one at a time");
  if (raw.explain && *format != Format::text) {
    return fail(Code::usage, "--explain answers in text; leave --format " + std::string(name(*format)) + " out");
  }
  return arguments;
}

}  // namespace

std::variant<Arguments, Reply> parse_arguments(int count, const char* const* words) {
  Raw raw;
  CLI::App app("Builds the timeline of an article: finds dates and events, puts them in order, and draws them.",
               "annal");
  app.formatter(std::make_shared<ExamplesFirst>());
  app.footer(
      "Examples:\n"
      "  annal build article.txt -o timeline.svg         draw the timeline\n"
      "  annal dates article.txt --dct 2016-11-14        what \"last Tuesday\" meant on that day\n"
      "  annal order article.txt --why election treaty   why one event comes before another\n"
      "  annal batch < articles.jsonl > timelines.jsonl  many articles\n");
  app.set_help_flag("-h,--help", "print this help");
  app.set_version_flag("--version", std::string(generator()), "print the version");
  app.require_subcommand(0, 1);
  add_commands(app, raw);
  for (CLI::App* part : app.get_subcommands({})) part->allow_extras();
  app.allow_extras();

  if (count < 2) return Reply{short_help(), false, Exit::done};
  const auto chosen = [&]() -> const CLI::App* {
    const auto found = app.get_subcommands();
    return found.empty() ? nullptr : found.front();
  };
  try {
    app.parse(count, words);
  } catch (const CLI::CallForHelp&) {
    return Reply{(chosen() == nullptr ? &app : chosen())->help(), false, Exit::done};
  } catch (const CLI::CallForVersion& version) {
    return Reply{std::string(version.what()) + "\n", false, Exit::done};
  } catch (const CLI::ParseError& error) {
    return wrong_option(app, chosen(), error);
  }

  const CLI::App* command = chosen();
  std::vector<std::string> extra = app.remaining(true);
  std::erase(extra, "--");
  if (!extra.empty()) return unexpected_word(app, command, extra.front());
  if (command == nullptr) return wrong(nullptr, "there is no command; commands are " + joined(commands));
  const CLI::Option* file = command->get_option_no_throw("FILE");
  if (file != nullptr && raw.file.empty() && command->get_name() != "batch")
    return wrong(command, "no FILE is given: name a text file, or - for standard input");
  const auto given = [&](const char* option) {
    const CLI::Option* found = command->get_option_no_throw(option);
    return found != nullptr && found->count() > 0;
  };
  const auto arguments = checked(raw, command_named(command->get_name()), given("--why"), given("--relation"));
  if (!arguments) return wrong(command, arguments.error().message);
  return *arguments;
}

Result<Dct> parse_dct(const std::string& text) {
  const std::optional<CalendarValue> value = parse_iso(text);
  if (!value)
    return fail(Code::usage, "'" + text + "' is no date of the calendar; write it as 2016-11-14 or 2016-11-14T06:30");
  const bool has_time = value->granularity <= Granularity::hour;
  if (!has_time && value->granularity != Granularity::day) {
    return fail(Code::usage, "'" + text + "' names no day; write it as 2016-11-14");
  }
  Dct dct;
  dct.source = DctSource::given;
  dct.at = interval_of(*value).begin;
  dct.has_time = has_time;
  return dct;
}

Result<const Language*> find_language(const std::string& tag) {
  if (tag == "auto") return nullptr;
  const Language* language = Language::find(tag);
  if (language != nullptr) return language;
  return fail(Code::usage, "there is no language '" + tag + "'; languages are auto " + joined(Language::tags()));
}

}  // namespace annal
