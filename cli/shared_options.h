// The options that several commands share.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace annal {

using Choices = decltype(CommandLine::choices);

inline constexpr const char* strict_text =
    "exit with code 1 if the text contradicts itself, documents disagree, or an edit cannot be carried out";
inline constexpr const char* ascii_text = "text: draw marks and lines in ASCII";

/// What --lanes takes.
std::vector<std::string> lane_names();

/// The words as strings, for what an option takes.
std::vector<std::string> word_list(std::span<const std::string_view> words);

/// -o and -f.
void add_output(CLI::App& command, RawOptions& raw, Choices& choices, FormatUse use);
void add_language(CLI::App& command, RawOptions& raw, Choices& choices, const std::string& description);
/// FILE and what is stated about the article.
void add_input(CLI::App& command, RawOptions& raw, Choices& choices);
/// FILE... and what is stated about the articles.
void add_articles(CLI::App& command, RawOptions& raw, Choices& choices);
/// The same, the threads that read them and the store that keeps them.
void add_inputs(CLI::App& command, RawOptions& raw, Choices& choices);
void add_jobs(CLI::App& command, RawOptions& raw);
/// --from and --to, of `what`: "events".
void add_range(CLI::App& command, RawSelectionFlags& flags, const std::string& what);
/// --about, of `what`.
void add_about(CLI::App& command, RawSelectionFlags& flags, const std::string& what);
void add_selection(CLI::App& command, RawOptions& raw);
void add_edits_file(CLI::App& command, RawEditFlags& flags, const std::string& description);
void add_edit_flags(CLI::App& command, RawEditFlags& flags, Choices& choices);
void add_presentation(CLI::App& command, RawEditFlags& flags, Choices& choices);

}  // namespace annal
