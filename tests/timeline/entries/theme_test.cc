// Colours and themes that an owner states: what is read, what is refused, and that nothing refused is passed on.
#include "timeline/entries/theme.h"

#include <catch2/catch.hpp>

#include "timeline/entries/colour.h"

using namespace annal;

TEST_CASE("a colour is three or six digits behind #, or a name of CSS", "[timeline][theme]") {
  struct Row {
    std::string_view text, hex;
  };
  const auto row = GENERATE(values<Row>({
      {"#b42318", "#b42318"},
      {"#B42318", "#b42318"},
      {"#b23", "#bb2233"},
      {"tomato", "#ff6347"},
      {"RebeccaPurple", "#663399"},
      {"yellowgreen", "#9acd32"},
      {"aliceblue", "#f0f8ff"},
      {"grey", "#808080"},
      {"", ""},
      {"#", ""},
      {"#12", ""},
      {"#1234", ""},
      {"#12345g", ""},
      {"#b42318ff", ""},
      {"tomatoes", ""},
      {"currentcolor", ""},
      {"transparent", ""},
      {"red;}", ""},
      {"rgb(1,2,3)", ""},
      {"url(x)", ""},
      {" red", ""},
  }));
  INFO(row.text);
  const std::optional<Colour> colour = read_colour(row.text);
  CHECK((colour ? hexadecimal(*colour) : "") == row.hex);
}

TEST_CASE("contrast is that of WCAG, and a colour is moved just far enough to be legible", "[timeline][theme]") {
  const Colour black{0, 0, 0}, white{255, 255, 255}, grey{0x77, 0x77, 0x77}, navy{0, 0, 0x80};
  CHECK(contrast(black, white) == Approx(21));
  CHECK(contrast(white, white) == Approx(1));
  CHECK(contrast(grey, white) == Approx(4.48).margin(0.01));
  CHECK(legible(grey, black, white, 3) == grey);
  const Colour lighter = legible(navy, {0x0f, 0x14, 0x20}, white, 3);
  CHECK(contrast(lighter, {0x0f, 0x14, 0x20}) >= 3);
  CHECK(contrast(lighter, {0x0f, 0x14, 0x20}) < 3.6);
  CHECK(mixed(black, white, 0.5) == Colour{128, 128, 128});
}

TEST_CASE("a theme is light, dark, or custom properties, and is written as it is read", "[timeline][theme]") {
  struct Row {
    const char* why;
    std::string_view css, written;
    Theme::Base base;
  };
  const auto row = GENERATE(values<Row>({
      {"nothing: the reader's look", "", "", Theme::Base::of_reader},
      {"light", "light", "light", Theme::Base::light},
      {"dark", " dark\n", "dark", Theme::Base::dark},
      {"a light ground", "--annal-ground: #fffdf5; --annal-text: #222",
       "--annal-ground: #fffdf5; --annal-text: #222222", Theme::Base::light},
      {"a dark ground", "--annal-ground: navy;", "--annal-ground: #000080", Theme::Base::dark},
      {"a colour alone fixes the light look", "--annal-lane-1:teal", "--annal-lane-1: #008080", Theme::Base::light},
      {"a font leaves the look to the reader", "--annal-font: 'Noto Serif', Georgia, serif;",
       "--annal-font: \"Noto Serif\",\"Georgia\",serif", Theme::Base::of_reader},
      {"a file", "/* ours */\n:root {\n  --annal-ground: #fff; /* white */\n  --annal-alert: red;\n}\n",
       "--annal-ground: #ffffff; --annal-alert: #ff0000", Theme::Base::light},
      {"the later one wins", "--annal-text: red; --annal-text: blue", "--annal-text: #0000ff", Theme::Base::light},
  }));
  INFO(row.why);
  const Result<Theme> theme = parse_theme(row.css);
  REQUIRE(theme);
  CHECK(theme->base == row.base);
  CHECK(text_of(*theme) == row.written);
  CHECK(parse_theme(text_of(*theme)).value() == *theme);
}

TEST_CASE("what is no theme is refused with its line", "[timeline][theme]") {
  struct Row {
    std::string_view css, message;
  };
  const auto row = GENERATE(values<Row>({
      {"drak", "t.css:1: 'drak' is no property of a theme; write --annal-ground: #fffdf5;"},
      {"--annal-ground: #fff;\n--annal-grund: #fff",
       "t.css:2: unknown property '--annal-grund'; did you mean 'ground'?; available behind --annal-: ground, plot, "
       "text, muted, accent, alert, grid, line, lane-1, lane-2, lane-3, lane-4, lane-5, lane-6, lane-7, lane-8, "
       "lane-others, font"},
      {"--annal-ground: url(http://x/)",
       "t.css:1: 'url(http://x/)' is no colour; write #b42318, #b23 or a name of CSS"},
      {"--annal-ground: red } body { color: red",
       "t.css:1: 'red } body { color: red' is no colour; write #b42318, #b23 "
       "or a name of CSS"},
      {"@import 'x';", "t.css:1: '@import 'x'' is no property of a theme; write --annal-ground: #fffdf5;"},
      {"color: red", "t.css:1: 'color: red' is no property of a theme; write --annal-ground: #fffdf5;"},
      {"--annal-font: \"a\\\"b\"", "t.css:1: '\"a\\\"b\"' is no list of fonts; write --annal-font: Georgia, serif;"},
      {"--annal-font: a</style>", "t.css:1: 'a</style>' is no list of fonts; write --annal-font: Georgia, serif;"},
      {":root { --annal-ground: #fff;", "t.css:1: expected { after :root, and } at the end"},
      {"/* --annal-ground: #fff;",
       "t.css:1: '/* --annal-ground: #fff' is no property of a theme; write "
       "--annal-ground: #fffdf5;"},
      {";", "t.css:1: '' is no property of a theme; write --annal-ground: #fffdf5;"},
      {"/* nothing */", "t.css:1: a theme is light, dark, or states custom properties: --annal-ground: #fffdf5;"},
  }));
  INFO(row.css);
  const Result<Theme> theme = parse_theme(row.css, "t.css");
  REQUIRE_FALSE(theme);
  CHECK(theme.error().message == row.message);
}
