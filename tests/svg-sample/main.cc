// Draws what the tests draw, for people and browsers to look at:
//   svg-sample IN.json OUT.svg [WIDTH [LAYOUT]]   a hand-made timeline (sample_importer.h)
//   svg-sample --trial SEED OUT.svg               a random one (view_maker.h)
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "render/svg/layout/layout.h"
#include "render/svg/write/write.h"
#include "tests/render/svg/sample_importer.h"
#include "tests/render/svg/view_maker.h"

namespace {

std::string drawn(int count, char** words) {
  using namespace annal;
  if (std::string(words[1]) == "--trial") {
    const svg::Trial trial = svg::make_trial(std::strtoull(words[2], nullptr, 10));
    return svg::write(svg::layout(trial.view, trial.options));
  }
  std::ifstream in(words[1], std::ios::binary);
  if (!in) throw std::runtime_error("cannot be read");
  const std::string json{std::istreambuf_iterator<char>(in), {}};
  SvgOptions options;
  if (count > 3) options.width = std::atof(words[3]);
  if (count > 4)
    for (const SvgLayout layout : {SvgLayout::rows, SvgLayout::compact, SvgLayout::lanes, SvgLayout::vertical})
      if (layout_name(layout) == words[4]) options.layout = layout;
  return svg::write(svg::layout(svg::import_sample(json), options));
}

}  // namespace

int main(int argc, char** argv) {
  const bool trial = argc > 1 && std::string(argv[1]) == "--trial";
  if (trial ? argc != 4 : argc < 3 || argc > 5) {
    std::cerr << "usage: svg-sample IN.json OUT.svg [WIDTH [LAYOUT]] or svg-sample --trial SEED OUT.svg\n";
    return 2;
  }
  try {
    std::ofstream out(argv[trial ? 3 : 2], std::ios::binary);
    if (!(out << drawn(argc, argv) << std::flush)) throw std::runtime_error("cannot be written");
  } catch (const std::exception& e) {
    std::cerr << argv[1] << ": " << e.what() << "\n";
    return 2;
  }
  return 0;
}
