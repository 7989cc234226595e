// Uses each of the three installed libraries once, through their installed headers, and fails where one does not
// answer.
#include <annal/core/lang/language.h>
#include <annal/core/pipeline.h>
#include <annal/core/text/read.h>
#include <annal/render/graph/graph.h>
#include <annal/render/json.h>
#include <annal/timeline/pipeline.h>

#include <cstdio>
#include <string>

int main() {
  const annal::Language* language = annal::Language::find("en");
  if (language == nullptr) return 1;
  auto document = annal::read_text("The bridge opened on 3 May 2014. It was closed two years later.\n", "consumer");
  if (!document) return 2;
  const annal::Timeline timeline = annal::build_timeline(annal::analyse(std::move(*document), *language), *language);
  const std::string json = annal::to_json(timeline);
  if (json.find("2014-05-03") == std::string::npos) return 3;
  std::puts(json.c_str());
  return 0;
}
