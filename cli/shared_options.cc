// See shared_options.h.
#include "cli/shared_options.h"

#include "core/lang/language.h"
#include "core/unicode/edit_distance.h"

namespace annal {
namespace {

constexpr const char* file_text =
    "text in UTF-8 (plain, Markdown, CSV, mail), an HTML page, .pdf, .docx, .odt, .epub, TimeML, a JSON timeline, or "
    "dates and titles in JSON or CSV; - reads standard input";
constexpr const char* inputs_text =
    "files, JSON lines, folders, patterns; FILE:DATE states a date of writing; - is stdin";
constexpr const char* lanes_text = "group events by whom they are about, by place, or by who says so";
constexpr const char* theme_text = "colours: light, dark, or a .css file that states some (docs/edits.md)";

/// What is stated about an article or several.
void add_stated(CLI::App& command, RawOptions& raw, Choices& choices) {
  command
      .add_option("--dct", raw.dct, "date of writing: 2016-11-14 or 2016-11-14T06:30; default: as the text states it")
      ->option_text("DATE");
  command.add_option("--url", raw.url, "address of the page; its path may contain the date of writing")
      ->option_text("URL");
  add_language(command, raw, choices, "language of the text; auto detects it");
}

}  // namespace

std::vector<std::string> lane_names() { return {"auto", "actor", "place", "source", "none"}; }

std::vector<std::string> word_list(std::span<const std::string_view> words) { return {words.begin(), words.end()}; }

void add_output(CLI::App& command, RawOptions& raw, Choices& choices, FormatUse use) {
  const auto formats = formats_for(use);
  for (const Format* format : formats) choices[{command.get_name(), "--format"}].emplace_back(format->name);
  command.add_option("-o,--output", raw.output, "the output file; - or none is standard output")->option_text("OUT");
  command
      .add_option(
          "-f,--format", raw.format,
          format_names(formats) + "; default: by the extension of OUT, else " + std::string(formats.front()->name))
      ->option_text("FORMAT");
}

void add_language(CLI::App& command, RawOptions& raw, Choices& choices, const std::string& description) {
  std::vector<std::string>& tags = choices[{command.get_name(), "--lang"}];
  tags = {"auto"};
  for (const std::string_view tag : Language::tags()) tags.emplace_back(tag);
  command.add_option("--lang", raw.language, description + "; available: auto, " + joined(Language::tags()))
      ->option_text("TAG");
}

void add_input(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.add_option("FILE", raw.file, file_text)->option_text("FILE");
  add_stated(command, raw, choices);
}

void add_jobs(CLI::App& command, RawOptions& raw) {
  command.add_option("-j,--jobs", raw.jobs, "threads; default: one per processor")->option_text("N");
}

void add_articles(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.add_option("FILE", raw.files, inputs_text)->option_text("FILE...");
  add_stated(command, raw, choices);
}

void add_inputs(CLI::App& command, RawOptions& raw, Choices& choices) {
  add_articles(command, raw, choices);
  add_jobs(command, raw);
  command.add_option("--store", raw.store, "keep the documents in this SQLite file; with -o build all that it holds")
      ->option_text("DB");
}

void add_range(CLI::App& command, RawSelectionFlags& flags, const std::string& what) {
  command.add_option("--from", flags.from, "show only " + what + " from DATE on: 2014, 2014-03 or 2014-03-05")
      ->option_text("DATE");
  command.add_option("--to", flags.to, "show only " + what + " up to DATE, included")->option_text("DATE");
}

void add_about(CLI::App& command, RawSelectionFlags& flags, const std::string& what) {
  command.add_option("--about", flags.about, "show only " + what + " with a participant called NAME")
      ->option_text("NAME");
}

void add_selection(CLI::App& command, RawOptions& raw) {
  RawSelectionFlags& flags = raw.selection;
  command.add_option("--top", flags.top, "show the N best events: those with a date first, then by salience")
      ->option_text("N");
  add_range(command, flags, "events");
  command.add_flag("--dated", flags.dated, "show only events with a date");
  add_about(command, flags, "events");
  command
      .add_option("--min-salience", flags.min_salience,
                  "show the events of at least this salience, 0 to 1; in JSON each event has its own")
      ->option_text("X");
  command.add_flag("--all", flags.all, "show all events, also those of low salience");
}

void add_edits_file(CLI::App& command, RawEditFlags& flags, const std::string& description) {
  command.add_option("--edits", flags.edits, description)->option_text("FILE");
}

void add_edit_flags(CLI::App& command, RawEditFlags& flags, Choices& choices) {
  add_edits_file(command, flags, "the edits file; default: ARTICLE.edits.toml beside ARTICLE.txt, where there is one");
  command.add_flag("--no-edits", flags.no_edits, "use no edits file");
  command
      .add_option("--pick", flags.pick, "show only EVENT and others that are picked, each an id or words of its title")
      ->allow_extra_args(false)
      ->option_text("EVENT");
  command.add_option("--drop", flags.drop, "hide EVENT")->allow_extra_args(false)->option_text("EVENT");
  choices[{command.get_name(), "--lang-labels"}] = word_list(Language::tags());
  command
      .add_option("--lang-labels", flags.label_language,
                  "language of dates and labels; default: that of the text; available: " + joined(Language::tags()))
      ->option_text("TAG");
}

void add_presentation(CLI::App& command, RawEditFlags& flags, Choices& choices) {
  command.add_option("--title", flags.title, "the headline of the timeline")->option_text("TEXT");
  command.add_option("--subtitle", flags.subtitle, "a line below the headline")->option_text("TEXT");
  command.add_option("--credit", flags.credit, "who made it and from what, at the foot")->option_text("TEXT");
  command.add_option("--note", flags.note, "a remark for its readers, at the foot")->option_text("TEXT");
  choices[{command.get_name(), "--theme"}] = {"light", "dark"};
  command.add_option("--theme", flags.theme, theme_text)->option_text("light|dark|FILE");
  choices[{command.get_name(), "--lanes"}] = lane_names();
  command.add_option("--lanes", flags.lanes, lanes_text)->option_text("auto|actor|place|source|none");
}

}  // namespace annal
