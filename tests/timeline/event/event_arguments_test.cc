#include <catch2/catch.hpp>

#include <string>

#include "tests/timeline/event/read.h"

using namespace annal;

namespace {

/// "agent: The council, undergoer: the bridge" of the event with the head `word`.
std::string arguments_of(const Timeline& timeline, std::string_view word) {
  std::string out;
  const Event* event = test::event_of(timeline.events, timeline.document.text, word);
  if (event == nullptr) return "no event";
  for (const EventArgument& argument : event->arguments) {
    out += (out.empty() ? "" : ", ") + std::string(name(argument.role)) + ": " +
           std::string(slice(timeline.document.text, argument.span));
    if (!argument.name.empty()) out += " (" + argument.name + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("an event has its arguments with their roles, whole phrases of the text, without times",
          "[timeline][event]") {
  struct Row {
    const char* why;
    const char* text;
    const char* event;
    const char* arguments;
  };
  const auto row = GENERATE(values<Row>({
      {"active", "The council closed the old bridge on 3 May 2014.", "closed",
       "agent: The council, undergoer: the old bridge"},
      {"passive: the subject is no agent", "The bridge was closed by the council in 2014.", "closed",
       "undergoer: The bridge, agent: the council"},
      {"a recipient", "The council gave Kovar a boat in 2014.", "gave",
       "agent: The council, recipient: Kovar, undergoer: a boat"},
      {"a place keeps its adposition", "The engineer died in Vell on 3 May 2014.", "died",
       "agent: The engineer, oblique: in Vell"},
      {"the noun of a relative clause", "The man who sold the mill left in 2014.", "sold",
       "agent: The man, undergoer: the mill"},
      {"a pronoun with its name", "Anna Kovar bought the mill in 2013. She sold the house in 2014.", "sold",
       "agent: She (Kovar), undergoer: the house"},
  }));
  INFO(row.why);
  CHECK(arguments_of(build_timeline(test::analysed(row.text), test::english()), row.event) == row.arguments);
}
