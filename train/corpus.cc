#include "corpus.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

namespace annal::train {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "annal-train: cannot read %s\n", path.c_str());
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::filesystem::path& path, const void* data, std::size_t size) {
  std::ofstream out(path, std::ios::binary);
  out.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
  if (!out) {
    std::fprintf(stderr, "annal-train: cannot write %s\n", path.c_str());
    std::exit(2);
  }
}

namespace {

std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::size_t at = tag.find(std::string(" ") + std::string(name) + "=\"");
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + name.size() + 3;
  return tag.substr(begin, tag.find('"', begin) - begin);
}

TimeMlDocument parse(const std::filesystem::path& path) {
  const std::string xml = read_file(path);
  TimeMlDocument d;
  d.name = path.stem().string();
  const std::size_t from = xml.find("<TEXT>"), to = xml.find("</TEXT>");
  if (from == std::string::npos || to == std::string::npos) return d;
  for (std::size_t i = from + 6; i < to;) {
    if (xml[i] == '<') {
      const std::size_t close = xml.find('>', i);
      const std::string_view tag(xml.data() + i, close - i);
      if (tag.substr(0, 7) == "<EVENT ") {
        GoldEvent e;
        e.begin = e.end = static_cast<std::uint32_t>(d.text.size());
        const std::string_view name_of_class = attribute(tag, "class");
        for (std::uint8_t c = 0; c < 7; ++c)
          if (name(static_cast<EventClass>(c)) == name_of_class) e.label = static_cast<std::uint8_t>(c + 1);
        d.events.push_back(e);
      } else if (tag == "</EVENT" && !d.events.empty()) {
        d.events.back().end = static_cast<std::uint32_t>(d.text.size());
      }
      i = close + 1;
    } else if (xml[i] == '&') {
      static const std::map<std::string, char> entities{
          {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
      const std::size_t semicolon = xml.find(';', i);
      const auto e = entities.find(xml.substr(i + 1, semicolon - i - 1));
      d.text += e == entities.end() ? '?' : e->second;
      i = semicolon + 1;
    } else {
      d.text += xml[i++];
    }
  }
  return d;
}

}  // namespace

std::vector<TimeMlDocument> read_timeml(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".tml") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<TimeMlDocument> out;
  for (const auto& path : paths) out.push_back(parse(path));
  return out;
}

}  // namespace annal::train
