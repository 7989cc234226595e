// svg-sample IN.json OUT.svg [WIDTH]: draws a hand-made timeline (sample_importer.h).
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "render/svg/layout.h"
#include "render/svg/write.h"
#include "tests/render/svg/sample_importer.h"

int main(int argc, char** argv) {
  if (argc < 3 || argc > 4) {
    std::cerr << "usage: svg-sample IN.json OUT.svg [WIDTH]\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  if (!in) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 2;
  }
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  try {
    annal::SvgOptions options;
    if (argc == 4) options.width = std::atof(argv[3]);
    const std::string picture = annal::svg::write(annal::svg::layout(annal::svg::import_sample(json), options));
    std::ofstream out(argv[2], std::ios::binary);
    if (!(out << picture << std::flush)) {
      std::cerr << argv[2] << ": cannot be written\n";
      return 2;
    }
  } catch (const std::exception& e) {
    std::cerr << argv[1] << ": " << e.what() << "\n";
    return 2;
  }
  return 0;
}
