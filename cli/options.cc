#include "cli/options.h"

#include <algorithm>
#include <sstream>

#include "cli/help_formatter.h"
#include "cli/models.h"
#include "cli/shared_options.h"
#include "core/lang/language.h"
#include "core/unicode/edit_distance.h"
#include "render/encode/version.h"

namespace annal {
namespace {

/// What annal build makes of a timeline.
void add_drawing(CLI::App& command, RawOptions& raw, Choices& choices) {
  add_output(command, raw, choices, FormatUse::build);
  command.add_option("--layout", raw.display.layout, "pictures: " + layout_names(", "))->option_text("LAYOUT");
  std::istringstream layouts(layout_names(" "));
  for (std::string layout; layouts >> layout;) choices[{command.get_name(), "--layout"}].push_back(layout);
  command.add_option("--width", raw.display.width, "pictures: px, 320 to 4000; text: columns, 24 to 1000")
      ->option_text("N");
  command
      .add_option("--around", raw.display.around,
                  "text and graphs: show only EVENT and the events related to it (an id or words of its title)")
      ->option_text("EVENT");
  command.add_option("--tlinks", raw.links, "timeml: asserted, or all: also those that follow between nearby events")
      ->check(CLI::IsMember(choices[{command.get_name(), "--tlinks"}] = {"asserted", "all"}))
      ->option_text("asserted|all");
  command.add_flag("--ascii", raw.display.ascii, ascii_text);
  command.add_flag("--no-editor", raw.display.no_editor, "html: a page for readers, which cannot be edited");
  add_selection(command, raw);
  add_edit_flags(command, raw.edits, choices);
  add_presentation(command, raw.edits, choices);
  command.add_flag("--strict", raw.strict, strict_text);
}

void add_build(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal build article.txt -o timeline.svg                     draw it\n"
      "  annal build article.txt -o timeline.html                    an interactive page\n"
      "  annal build article.txt -o timeline.json --dct 2016-11-14   state when it was written\n"
      "  annal build a.txt:2016-11-14 b.html mails/ -o case.html     one timeline of several documents\n"
      "  annal build timeline.json -o timeline.svg                   draw a timeline that was built before\n"
      "  annal build dates.csv -o timeline.svg                       draw a table with the columns date,title\n"
      "  annal build article.txt --format text                       view it in the terminal\n"
      "  annal build article.txt --top 10 --from 2014-03 -o best.svg the ten best events from March 2014 on\n"
      "  annal build article.txt -o phone.png --layout vertical      for a narrow screen\n"
      "  annal build article.txt -o vote.graph.svg --around vote     the graph of relations around one event\n"
      "  annal build article.txt -o t.svg --title \"The vote\" --drop e4  with a headline, without one event\n"
      "  cat article.txt | annal build - > timeline.svg              read and write through pipes\n");
  add_inputs(command, raw, choices);
  add_drawing(command, raw, choices);
}

void add_merge(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal merge timelines.jsonl -o case.html            one timeline of all that annal batch wrote\n"
      "  annal batch --proofs articles.jsonl | annal merge - -o case.svg\n"
      "Of --proofs, the timeline is the one that annal build makes of the articles.\n");
  command.add_option("FILE", raw.files, "JSON lines, one timeline each, also compressed; - reads standard input")
      ->option_text("FILE...");
  add_jobs(command, raw);
  add_drawing(command, raw, choices);
}

void add_dates(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal dates article.txt                             one line per expression\n"
      "  annal dates article.txt --explain --dct 2016-11-14  and how its value was derived\n"
      "  annal dates article.txt --format timeml             the text with TIMEX3 tags\n"
      "  annal dates letters/ minutes.docx:2016-11-14        those of several, one after the other\n");
  add_articles(command, raw, choices);
  add_output(command, raw, choices, FormatUse::dates);
  command.add_flag("--explain", raw.explain, "explain how each value was derived");
}

void add_order(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal order article.txt                       the events in order\n"
      "  annal order article.txt --why e3 e7           why one event comes before the other\n"
      "  annal order article.txt --why vote signed     the same, by words of their titles\n"
      "  annal order article.txt --relation e3 e7      how two events are related: before, overlapping, not known\n"
      "  annal order article.txt --conflicts           where the text contradicts itself\n"
      "  annal order minutes/ letters.mbox --conflicts where the documents of a case disagree\n"
      "  annal order annotated.tml --conflicts         the same for annotated TLINKs\n");
  add_inputs(command, raw, choices);
  add_output(command, raw, choices, FormatUse::order);
  command.add_option("--why", raw.why, "prove the order of events A and B, each an id (e3) or words of its title")
      ->option_text("A B");
  command.add_option("--relation", raw.relation, "show the relation between events A and B, and what is not known")
      ->option_text("A B");
  command.add_flag("--ascii", raw.display.ascii, ascii_text);
  command.add_flag("--conflicts", raw.conflicts, "list contradictions and the statements that were set aside");
  add_selection(command, raw);
  add_edit_flags(command, raw.edits, choices);
  command.add_flag("--strict", raw.strict, strict_text);
}

void add_days(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal days articles/                              the ten days that matter most, and what was told of each\n"
      "  annal days a.txt b.html mails/ --top 20           the twenty\n"
      "  annal days articles.jsonl --from 2014 --to 2015   those of two years\n"
      "  annal days articles/ --about \"Jane Roe\"           those of events that she takes part in\n"
      "  annal days articles/ --sentences 3 -o days.json   with three sentences each, for programs\n"
      "\n"
      "A day matters more the more documents tell of it, and the later they look back to it.\n");
  add_inputs(command, raw, choices);
  add_output(command, raw, choices, FormatUse::days);
  command.add_option("--top", raw.selection.top, "how many days; default: 10")->option_text("N");
  add_range(command, raw.selection, "days");
  add_about(command, raw.selection, "days of events");
  command.add_option("--sentences", raw.sentences, "at most so many sentences for each day; default: 1")
      ->option_text("N");
}

void add_edit(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal edit article.txt                                   list the edits, and the events that are left out\n"
      "  annal edit article.txt --date \"phone call\" \"14 Nov 2016\" correct a date\n"
      "  annal edit article.txt --rename e3 \"Putin calls Trump\"   correct a title\n"
      "  annal edit article.txt --hide meeting --show e12         leave one event out, show another\n"
      "  annal edit article.txt --add \"The vote\" \"3 May 2017\"    add an event that the article does not tell of\n"
      "  annal edit article.txt --title \"The call\" --credit \"dpa\" what stands around the timeline\n"
      "  annal edit article.txt --diff                            what the edits change\n"
      "\n"
      "EVENT is an id (e3) or words of the event's title. The file holds words of the article, not ids, so that the\n"
      "edits outlast a change of the article. Every other command uses them by itself.\n");
  add_input(command, raw, choices);
  add_edits_file(command, raw.edits, "the edits file; default: ARTICLE.edits.toml beside ARTICLE.txt; needed with -");
  for (const ChangeOption& change : change_options()) {
    const std::string flag(change.flag), description(change.description);
    if (change.operands.empty()) {
      command.add_flag(flag, description);
      continue;
    }
    CLI::Option* option = command.add_option(flag)->description(description)->option_text(std::string(change.operands));
    option->type_size(static_cast<int>(change.operand_count()));
    if (change.key.empty()) option->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  choices[{"edit", "--theme"}] = {"light", "dark"};
  choices[{"edit", "--lanes"}] = lane_names();
  choices[{"edit", "--lang-labels"}] = word_list(Language::tags());
  command.add_flag("--diff", raw.diff, "show what the edits change, event by event");
  command.add_flag("--check", raw.check, "report only the edits that cannot be carried out; exit with code 1 if any");
  command.add_flag("--dry-run", raw.dry_run, "show what would change, and write nothing");
  add_output(command, raw, choices, FormatUse::edit);
}

void add_syntax(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal syntax article.txt                      a tree per sentence, to read\n"
      "  annal syntax article.txt -o article.conllu    the same as CoNLL-U\n"
      "  annal syntax gold.conllu -f conllu            the words of a treebank, parsed anew\n");
  command
      .add_option("FILE", raw.file,
                  "text in UTF-8 (plain, Markdown, CSV, mail), an HTML page, .pdf, .docx, .odt, .epub, TimeML, or "
                  "CoNLL-U; - reads "
                  "standard input")
      ->option_text("FILE");
  add_language(command, raw, choices, "language of the text; auto detects it");
  add_output(command, raw, choices, FormatUse::syntax);
}

void add_batch(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal batch < articles.jsonl > timelines.jsonl\n"
      "  annal batch articles-*.jsonl.gz -o timelines.jsonl.zst   the file appears when it is complete\n"
      "  annal batch articles.jsonl --into timelines              in parts; run it again to resume\n"
      "  annal batch articles.jsonl --into timelines --shard 3/64 the third of 64 equal shards\n"
      "  echo '{\"id\": \"a\", \"text\": \"The bridge opened on 3 May 2014.\"}' | annal batch\n"
      "\n"
      "Input line:   {\"id\", \"text\", \"html\" or \"tml\", \"dct\"?, \"title\"?, \"url\"?, \"lang\"?}\n"
      "Output line:  the timeline, or {\"id\", \"tml\"}; for an invalid line {\"id\"?, \"file\"?, \"line\", "
      "\"error\"},\n"
      "              and the exit code is 1.\n"
      "Input compressed with gzip or zstd is detected by its first bytes.\n");
  command.add_option("FILE", raw.files, "JSON lines, one document each; - or none is standard input")
      ->option_text("[FILE...]");
  add_output(command, raw, choices, FormatUse::batch);
  command.add_flag("--proofs", raw.proofs, "json: write all that the order rests on, for annal merge; a third more");
  command.add_option("--into", raw.folder, "write parts and a manifest into this folder, and keep the parts it has")
      ->option_text("DIR");
  command.add_option("--part", raw.part, "documents per part of DIR; default: 10000")->option_text("N");
  command.add_option("--shard", raw.shard, "process the I-th of N equal shards of the files, counted from 1")
      ->option_text("I/N");
  add_jobs(command, raw);
  command
      .add_option("--compress", raw.compress,
                  joined(compression_names) + "; default: by the extension of OUT, else none")
      ->option_text("METHOD");
  choices[{"batch", "--compress"}] = word_list(compression_names);
  add_language(command, raw, choices, "language of lines that state none; auto detects it per text");
}

void add_serve(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal serve article.txt                     edit its timeline; the edits go to article.edits.toml\n"
      "  annal serve chapters/*.md                   the same for several articles\n"
      "  annal serve article.txt --edits mine.toml   save the edits elsewhere\n"
      "  annal serve article.txt --no-open           print the address only\n"
      "  annal serve --api --port 4711               answer requests of programs; print the address and the token\n"
      "\n"
      "The address is for this machine alone, and holds a secret. Ctrl-C ends the program.\n"
      "With --api: POST /timeline, /dates and /why, GET /openapi.json, each with the token (docs/api.md).\n");
  command
      .add_option("FILE", raw.files,
                  "text in UTF-8 (plain, Markdown, CSV, mail), an HTML page, .pdf, .docx, .odt, .epub, TimeML, or JSON")
      ->option_text("FILE...");
  command.add_option("--edits", raw.edits.edits, "the edits file; default: article.edits.toml beside article.txt")
      ->option_text("FILE");
  command.add_option("--dct", raw.dct, "date of writing: 2016-11-14; default: as the text states it")
      ->option_text("DATE");
  add_language(command, raw, choices, "language of the text; auto detects it");
  command.add_option("--port", raw.serve.port, "the port, 1024 to 65535; default: one that is free")->option_text("N");
  command.add_flag("--no-open", raw.serve.no_open, "do not open the browser");
  command
      .add_option("--idle", raw.serve.idle,
                  "end after so many minutes without a request; default: 30, with --api 0; 0: never")
      ->option_text("MINUTES");
  command.add_flag("--api", raw.serve.api, "answer requests of programs in JSON, and serve no article");
  command
      .add_option("--token-file", raw.serve.token_file,
                  "the token of --api is what this file holds; where there is none, it is made")
      ->option_text("FILE");
}

void add_mcp(CLI::App& command, RawOptions& raw, Choices&) {
  command.footer(
      "Examples:\n"
      "  annal mcp                                   the assistant hands over texts\n"
      "  annal mcp --files minutes --files letters   it may name files in these folders, too\n"
      "\n"
      "For assistants that speak the Model Context Protocol: they start the program themselves, as docs/api.md shows.\n"
      "Tools: timeline, dates, why.\n");
  command.add_option("--files", raw.open_folders, "a folder with files that the assistant may read; may be repeated")
      ->option_text("DIR")
      ->allow_extra_args(false);
}

void add_schema(CLI::App& command, RawOptions& raw, Choices&) {
  command.footer(
      "Examples:\n"
      "  annal schema > timeline.schema.json\n"
      "  annal schema --api > openapi.json\n");
  command.add_flag("--api", raw.api, "what annal serve --api answers, as OpenAPI 3.1 describes it");
}

void add_man(CLI::App& command, RawOptions&, Choices&) { command.footer("Examples:\n  annal man | man -l -\n"); }

void add_completion(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer(
      "Examples:\n"
      "  annal completion bash > ~/.local/share/bash-completion/completions/annal\n"
      "  annal completion fish > ~/.config/fish/completions/annal.fish\n");
  command.add_option("SHELL", raw.shell, joined(shells))->option_text("SHELL");
  choices[{"completion", "SHELL"}] = word_list(shells);
}

void add_help(CLI::App& command, RawOptions& raw, Choices& choices) {
  command.footer("Examples:\n  annal help\n  annal help edit\n");
  command.add_option("COMMAND", raw.topic, joined(commands) + "; none: what annal does")->option_text("COMMAND");
  choices[{"help", "COMMAND"}] = word_list(commands);
}

struct Definition {
  const char* description;
  void (*add_options)(CLI::App& command, RawOptions& raw, Choices& choices);
};

/// In the order of `commands`.
constexpr std::array<Definition, commands.size()> definitions{{
    {"Builds the timeline of articles and draws or exports it.", add_build},
    {"Lists the time expressions of articles with their values.", add_dates},
    {"Lists the events of articles in order, or proves the order of two.", add_order},
    {"Ranks the days that articles tell of, with the sentences that tell each best.", add_days},
    {"Corrects the timeline of an article, in an edits file beside it.", add_edit},
    {"Prints the syntax tree of every sentence, as Universal Dependencies has it.", add_syntax},
    {"Builds the timelines of many articles, one JSON object per line.", add_batch},
    {"Makes one timeline of those that annal batch wrote.", add_merge},
    {"Opens articles for editing in a browser, and saves the edits.", add_serve},
    {"Offers its tools to an assistant, over standard input and output.", add_mcp},
    {"Prints the JSON Schema of the timeline.", add_schema},
    {"Prints the manual page.", add_man},
    {"Prints the completion script of a shell.", add_completion},
    {"Prints the help of a command.", add_help},
}};

}  // namespace

std::vector<RawChange> CommandLine::changes() const {
  std::vector<RawChange> changes;
  std::map<const CLI::Option*, std::size_t> read;
  const CLI::App* edit = app.get_subcommand("edit");
  for (const CLI::Option* option : edit->parse_order()) {
    const std::string flag = option->get_name(false, false);
    const auto known = std::ranges::find(change_options(), flag, &ChangeOption::flag);
    if (known == change_options().end()) continue;
    // The order names an option once for each of its words.
    const std::size_t word = read[option]++, count = std::max<std::size_t>(known->operand_count(), 1);
    if (word % count != 0) continue;
    RawChange change{.option = &*known, .words = {}};
    for (std::size_t i = word; i < word + known->operand_count(); ++i) change.words.push_back(option->results().at(i));
    changes.push_back(std::move(change));
  }
  return changes;
}

CommandLine::CommandLine(std::string_view only)
    : app("Builds the timeline of an article: finds dates and events, puts them in order, and draws them.", "annal") {
  app.formatter(help_formatter());
  app.footer(
      "Examples:\n"
      "  annal build article.txt -o timeline.svg         draw the timeline\n"
      "  annal build minutes/ letters.mbox -o case.html  one timeline of several documents\n"
      "  annal dates article.txt --dct 2016-11-14        what \"last Tuesday\" meant on that date\n"
      "  annal order article.txt --why election treaty   why one event comes before another\n"
      "  annal edit article.txt --hide e4                correct the timeline\n"
      "  annal serve article.txt                         correct the timeline in a browser\n"
      "  annal batch < articles.jsonl > timelines.jsonl  many articles\n");
  app.set_help_flag("-h,--help", "print this help");
  app.set_version_flag("--version",
                       std::string(generator()) + "\n" + std::string(build()) + "\n" + std::string(contents()),
                       "print the version, the build, the languages and the models");
  app.require_subcommand(0, 1);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    CLI::App* command = app.add_subcommand(std::string(commands[i]), definitions[i].description);
    command->allow_extras();
    if (only.empty() || only == commands[i]) definitions[i].add_options(*command, raw, choices);
  }
  app.allow_extras();
}

}  // namespace annal
