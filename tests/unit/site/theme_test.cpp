#include "site/theme.h"

#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace aushang::site {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The value that a written theme gives a property.
std::optional<Colour> colour_in(const std::string& css, const std::string& name) {
  const std::size_t at = css.find("--" + name + ": ");
  return at == std::string::npos ? std::nullopt : parse_colour(css.substr(at + name.size() + 4, 7));
}

TEST(Theme, KnowsTheStyleSheetsOwnColours) {
  std::ifstream file(std::string(AUSHANG_SOURCE_DIR) + "/shell/aushang.css");
  std::stringstream text;
  text << file.rdbuf();
  const std::string light = text.str().substr(0, text.str().find("@media"));
  EXPECT_EQ(colour_in(light, "paper"), k_paper);
  EXPECT_EQ(colour_in(light, "ink"), k_ink);
  EXPECT_EQ(colour_in(light, "ink-quiet"), k_ink_quiet);
  EXPECT_EQ(colour_in(light, "line-strong"), k_line_strong);
  EXPECT_EQ(colour_in(light, "accent"), k_accent);
  EXPECT_TRUE(has(light, "--card: #fff;"));
}

TEST(Theme, EmptyWritesNothing) { EXPECT_EQ(write_theme({}), ""); }

TEST(Theme, ColoursAreForLightPagesOnly) {
  const std::string css =
      write_theme({.accent = "#7a1f3d", .paper = "#fffdf5", .ink = "#111111", .font = ""});
  EXPECT_TRUE(css.starts_with("@media (prefers-color-scheme: light) {\n  :root {\n"));
  EXPECT_EQ(colour_in(css, "accent"), parse_colour("#7a1f3d"));
  EXPECT_EQ(colour_in(css, "paper"), parse_colour("#fffdf5"));
  EXPECT_EQ(colour_in(css, "ink"), parse_colour("#111111"));
  EXPECT_FALSE(has(css, "--ink-quiet")) << "the usual one can be read on this paper";
  EXPECT_FALSE(has(css, "body"));
}

TEST(Theme, AFontIsForAllPages) {
  EXPECT_EQ(write_theme({.accent = "", .paper = "", .ink = "", .font = "'Source Sans 3', serif"}),
            "body { font-family: 'Source Sans 3', serif; }\n");
}

TEST(Theme, WhatFollowsFromItKeepsItsContrast) {
  for (const char* accent : {"#000000", "#0a5aa0", "#767676", "#b00020", "#8a4b00", "#0000ff"}) {
    const std::string css = write_theme({.accent = accent, .paper = "", .ink = "#767676", .font = ""});
    const std::optional<Colour> soft = colour_in(css, "accent-soft");
    ASSERT_TRUE(soft) << css;
    EXPECT_GE(contrast(*soft, *parse_colour(accent)), k_text_contrast) << css;
    EXPECT_GE(contrast(*soft, *parse_colour("#767676")), k_text_contrast) << css;
  }
}

TEST(Theme, OnDarkerPaperWhatIsQuietTakesTheInk) {
  const std::string css = write_theme({.accent = "", .paper = "#c8c0b0", .ink = "#000000", .font = ""});
  EXPECT_TRUE(has(css, "--ink-quiet: var(--ink);"));
  EXPECT_TRUE(has(css, "--line-strong: var(--ink-quiet);"));
}

}  // namespace
}  // namespace aushang::site
