#include "cli/options.h"

#include <algorithm>
#include <memory>
#include <sstream>

#include "core/lang/language.h"
#include "core/unicode/edit_distance.h"
#include "render/encode/version.h"

namespace annal {
namespace {

constexpr std::array build_formats{
    Format::svg,     Format::html,          Format::png,       Format::pdf,        Format::json,    Format::timeml,
    Format::dot,     Format::graph_svg,     Format::text,      Format::timelinejs, Format::vis,     Format::markwhen,
    Format::mermaid, Format::mermaid_gantt, Format::icalendar, Format::csv,        Format::graphml, Format::jsonld};
constexpr std::array<Format, 3> dates_formats{Format::text, Format::json, Format::timeml};
constexpr std::array<Format, 3> order_formats{Format::text, Format::json, Format::dot};
constexpr std::array<Format, 2> batch_formats{Format::json, Format::timeml};
constexpr std::array<Format, 1> schema_formats{Format::json};

constexpr const char* file_text = "the article: plain text in UTF-8, an HTML page, or TimeML; - is standard input";

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

using Choices = decltype(CommandLine::choices);

std::vector<std::string> list(std::span<const std::string_view> words) { return {words.begin(), words.end()}; }

void add_output(CLI::App& command, RawOptions& raw, Choices& choices, std::span<const Format> formats) {
  for (const Format format : formats) choices[{command.get_name(), "--format"}].emplace_back(name(format));
  command.add_option("-o,--output", raw.output, "write here instead of to standard output; - is standard output")
      ->option_text("OUT");
  command
      .add_option("-f,--format", raw.format,
                  names(formats) + "; guessed from OUT's name, else " + std::string(name(formats[0])))
      ->option_text("FORMAT");
}

std::vector<std::string> languages() {
  std::vector<std::string> tags{"auto"};
  for (const std::string_view tag : Language::tags()) tags.emplace_back(tag);
  return tags;
}

void add_reading(CLI::App& command, RawOptions& raw, Choices& choices) {
  choices[{command.get_name(), "--lang"}] = languages();
  command.add_option("FILE", raw.file, file_text)->option_text("FILE");
  command.add_option("--dct", raw.dct, "the day the article was written, as 2016-11-14 or 2016-11-14T06:30")
      ->option_text("DATE");
  command.add_option("--url", raw.url, "where the page was found; its path may tell the day")->option_text("URL");
  command
      .add_option("--lang", raw.language,
                  "its language, or auto, which asks the text; there is: " + joined(Language::tags()))
      ->option_text("TAG");
}

void add_commands(CLI::App& app, RawOptions& raw, Choices& choices) {
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
  add_reading(*build, raw, choices);
  add_output(*build, raw, choices, build_formats);
  build->add_option("--layout", raw.display.layout, "of svg, png, pdf and html: " + layout_names(" "))
      ->option_text("LAYOUT");
  std::istringstream layouts(layout_names(" "));
  for (std::string layout; layouts >> layout;) choices[{"build", "--layout"}].push_back(layout);
  build->add_option("--width", raw.display.width, "of the picture in px (320 to 4000), of text in columns")
      ->option_text("N");
  build
      ->add_option("--around", raw.display.around,
                   "of dot, graph-svg and text: EVENT and what is related to it; see order --why")
      ->option_text("EVENT");
  build->add_option("--tlinks", raw.links, "of timeml: asserted, or all that follow between neighbours")
      ->check(CLI::IsMember(choices[{"build", "--tlinks"}] = {"asserted", "all"}))
      ->option_text("asserted|all");
  build->add_flag("--ascii", raw.display.ascii, "of text: marks and lines in ASCII");
  build->add_flag("--all", raw.all, "show events of little weight too");
  build->add_flag("--strict", raw.strict, "exit with 1 where the text contradicts itself");

  CLI::App* dates = app.add_subcommand("dates", "Lists the time expressions of an article and what they resolve to.");
  dates->footer(
      "Examples:\n"
      "  annal dates article.txt                             one line for each\n"
      "  annal dates article.txt --explain --dct 2016-11-14  and how its value came about\n"
      "  annal dates article.txt --format timeml             the text with TIMEX3 tags\n");
  add_reading(*dates, raw, choices);
  add_output(*dates, raw, choices, dates_formats);
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
  add_reading(*order, raw, choices);
  add_output(*order, raw, choices, order_formats);
  order->add_option("--why", raw.why, "prove the order of events A and B: an id (e3) or words of the title")
      ->option_text("A B");
  order->add_option("--relation", raw.relation, "say how events A and B lie to each other, and what that leaves open")
      ->option_text("A B");
  order->add_flag("--ascii", raw.display.ascii, "marks and lines in ASCII");
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
  add_output(*batch, raw, choices, batch_formats);
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
  choices[{"batch", "--compress"}] = list(compression_names);
  choices[{"batch", "--lang"}] = languages();
  batch
      ->add_option(
          "--lang", raw.language,
          "the language of lines that state none, or auto, which asks each text; there is: " + joined(Language::tags()))
      ->option_text("TAG");

  CLI::App* schema = app.add_subcommand("schema", "Prints the JSON Schema of the timeline.");
  schema->footer("Examples:\n  annal schema > timeline.schema.json\n");

  CLI::App* man = app.add_subcommand("man", "Prints the manual page.");
  man->footer("Examples:\n  annal man | man -l -\n");

  CLI::App* completion = app.add_subcommand("completion", "Prints what a shell needs to complete annal's words.");
  completion->footer(
      "Examples:\n"
      "  annal completion bash > ~/.local/share/bash-completion/completions/annal\n"
      "  annal completion fish > ~/.config/fish/completions/annal.fish\n");
  completion->add_option("SHELL", raw.shell, joined(shells))->option_text("SHELL");
  choices[{"completion", "SHELL"}] = list(shells);
}

}  // namespace

const char* const exit_codes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  done, but nothing was found (or, with --strict, the text contradicts itself)\n"
    "  2  wrong usage, or a file that cannot be read or written\n"
    "  4  a mistake of annal itself\n";

CommandLine::CommandLine()
    : app("Builds the timeline of an article: finds dates and events, puts them in order, and draws them.", "annal") {
  app.formatter(std::make_shared<ExamplesFirst>());
  app.footer(
      "Examples:\n"
      "  annal build article.txt -o timeline.svg         draw the timeline\n"
      "  annal dates article.txt --dct 2016-11-14        what \"last Tuesday\" meant on that day\n"
      "  annal order article.txt --why election treaty   why one event comes before another\n"
      "  annal batch < articles.jsonl > timelines.jsonl  many articles\n");
  app.set_help_flag("-h,--help", "print this help");
  app.set_version_flag("--version", std::string(generator()) + "\n" + std::string(build()),
                       "print the version and the build");
  app.require_subcommand(0, 1);
  add_commands(app, words, choices);
  for (CLI::App* part : app.get_subcommands({})) part->allow_extras();
  app.allow_extras();
}

std::span<const Format> formats_of(std::string_view command) {
  if (command == "build") return build_formats;
  if (command == "dates") return dates_formats;
  if (command == "order") return order_formats;
  if (command == "batch") return batch_formats;
  return schema_formats;
}

}  // namespace annal
