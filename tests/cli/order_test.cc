// annal order: naming two events, the proof of their order, contradictions.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace annal::test {
namespace {

const std::string article =
    "The bridge opened on 3 May 2014. Engineers closed the tunnel on 5 June 2015. The council voted on 6 July 2015. "
    "The council voted again on 7 August 2015.\n";

}  // namespace

TEST_CASE("events are named by id or by words of their titles, in any case", "[cli][order]") {
  const Run by_id = annal({"order", "-", "--why", "e1", "e2"}, article);
  CHECK(by_id.exit == 0);
  CHECK(by_id.err.empty());
  CHECK(by_id.out.starts_with("e1 \u201cThe bridge opened\u201d is before e2 \u201cEngineers closed the tunnel\u201d"));
  CHECK(by_id.out.find("\"3 May 2014\"") != std::string::npos);
  CHECK(by_id.out.find("\"5 June 2015\"") != std::string::npos);
  for (const std::vector<std::string>& names :
       {std::vector<std::string>{"opened", "closed"}, {"bridge opened", "Closed Engineers"}, {"OPEN", "eng"}}) {
    INFO(names[0] << ", " << names[1]);
    CHECK(annal({"order", "-", "--why", names[0], names[1]}, article).out == by_id.out);
  }
}

TEST_CASE("TimeML tells what the text asserts, and on request what follows between neighbours", "[cli][order]") {
  const auto links = [](const std::vector<std::string>& wish) {
    std::vector<std::string> command{"build", "-", "--format", "timeml"};
    command.insert(command.end(), wish.begin(), wish.end());
    const Run run = annal(command, article);
    CHECK(run.exit == 0);
    CHECK(run.err.empty());
    return run.out;
  };
  const std::string follows = "relType=\"BEFORE\" eventInstanceID=\"ei1\" relatedToEventInstance=\"ei2\"";
  const std::string asserted = links({});
  CHECK(links({"--tlinks", "asserted"}) == asserted);
  CHECK(asserted.find("relType=\"IS_INCLUDED\" eventInstanceID=\"ei1\" relatedToTime=\"t1\"") != std::string::npos);
  CHECK(asserted.find(follows) == std::string::npos);
  const std::string all = links({"--tlinks", "all"});
  CHECK(all.find(follows) != std::string::npos);
  const Run wrong = annal({"build", "-", "--format", "timeml", "--tlinks", "some"}, article);
  CHECK(wrong.exit == 2);
  CHECK(wrong.out.empty());
}

TEST_CASE("a name that means no event, or several, is answered with what would do", "[cli][order]") {
  struct Row {
    const char* why;
    const char* name;
    const char* err;
  };
  const auto row = GENERATE(values<Row>({
      {"past the last", "e99", "there is no event e99; the text has e1 to e4"},
      {"before the first", "e0", "there is no event e0; the text has e1 to e4"},
      {"a slip", "clsed", "there is no event called 'clsed'; did you mean 'closed'?"},
      {"nothing like it", "harvest", "there is no event called 'harvest'; list all events with: annal order --all"},
      {"no word", "?!", "'?!' is not the name of an event; give an id or words of its title"},
      {"two of them", "voted",
       "'voted' matches 2 events; choose one by its id:\n"
       "  e3  6 Jul 2015  The council voted\n"
       "  e4  7 Aug 2015  The council voted again"},
      {"the other one", "e1", "'e1' and 'opened' are the same event, The bridge opened"},
  }));
  INFO(row.why);
  const Run run = annal({"order", "-", "--why", row.name, "opened"}, article);
  CHECK(run.exit == 2);
  CHECK(run.out.empty());
  CHECK(run.err == "annal: " + std::string(row.err) + "\n");
}

TEST_CASE("a text that contradicts itself is told, and is an error only when asked to be strict", "[cli][order]") {
  const std::string torn = "The bridge opened on 3 May 2014 after the tunnel closed on 5 June 2015.\n";
  const Run told = annal({"order", "-", "--conflicts"}, torn);
  CHECK(told.exit == 0);
  CHECK(told.out ==
        "These statements of the text disagree:\n"
        "  1:19  \u201cThe bridge opened on 3 May 2014 after the tunnel closed on 5 June 2015.\u201d\n");
  const Run strict = annal({"order", "-", "--strict"}, torn);
  CHECK(strict.exit == 1);
  CHECK(strict.err == "annal: standard input: the text contradicts itself; --conflicts shows where\n");
  CHECK(annal({"build", "-", "-f", "json", "--strict"}, torn).exit == 1);
  CHECK(annal({"order", "-"}, torn).exit == 0);
  const Run sound = annal({"order", "-", "--conflicts", "--strict"}, article);
  CHECK(sound.exit == 0);
  CHECK(sound.out == "no contradiction found\n");
}

TEST_CASE("the relation of two events is told in words and what Allen leaves of them", "[cli][order]") {
  const Run run = annal({"order", "-", "--relation", "e1", "closed"}, article);
  CHECK(run.exit == 0);
  CHECK(run.out.starts_with(
      "e1 \u201cThe bridge opened\u201d is before e2 \u201cEngineers closed the tunnel\u201d\n  Allen: before\n"));
  CHECK(annal({"order", "-", "--relation", "e1", "e2", "--conflicts"}, article).exit == 2);
}

TEST_CASE("annotated links are checked from the command line, and from a batch", "[cli][order]") {
  const std::string tml =
      "<TimeML><TEXT>He <EVENT eid=\"e1\" class=\"OCCURRENCE\">left</EVENT> and <EVENT eid=\"e2\" "
      "class=\"OCCURRENCE\">ate</EVENT>.</TEXT><TLINK lid=\"l1\" relType=\"BEFORE\" eventInstanceID=\"e1\" "
      "relatedToEventInstance=\"e2\"/><TLINK lid=\"l2\" relType=\"AFTER\" eventInstanceID=\"e1\" "
      "relatedToEventInstance=\"e2\"/></TimeML>";
  const Run run = annal({"order", "-", "--conflicts"}, tml);
  CHECK(run.exit == 0);
  CHECK(run.out.find("set aside: \u201cleft and ate\u201d  (tlink l2)") != std::string::npos);
  std::string quoted;
  for (const char c : tml) quoted += c == '"' ? std::string("\\\"") : std::string(1, c);
  const Run batch = annal({"batch", "--format", "timeml"}, "{\"id\": \"a\", \"tml\": \"" + quoted + "\"}\n");
  CHECK(batch.exit == 0);
  CHECK(batch.out.find("relType=\\\"BEFORE\\\"") != std::string::npos);
  CHECK(batch.out.find("relType=\\\"AFTER\\\"") == std::string::npos);
}

}  // namespace annal::test
