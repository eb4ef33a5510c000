#include "site/theme.h"

#include <gtest/gtest.h>

#include <fstream>
#include <initializer_list>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace aushang::site {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The value that a style sheet gives a property first.
std::optional<Colour> colour_in(std::string_view css, const std::string& name) {
  const std::size_t at = css.find("--" + name + ": ");
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view value = css.substr(at + name.size() + 4);
  return parse_colour(value.substr(0, value.find(';')));
}

/// The declarations of the rule whose selector this is.
std::string_view rule_in(std::string_view css, std::string_view selector) {
  const std::size_t at = css.find(std::string(selector) + " {");
  if (at == std::string_view::npos) return {};
  const std::size_t start = css.find('{', at) + 1;
  return css.substr(start, css.find('}', start) - start);
}

constexpr std::string_view k_dark_selectors[] = {":root:not([data-theme=\"light\"])",
                                                 ":root[data-theme=\"dark\"]"};

std::string style_sheet() {
  std::ifstream file(std::string(AUSHANG_SOURCE_DIR) + "/shell/aushang.css");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string style_of(Colours light, Colours dark = {}) {
  SiteConfig config;
  config.theme = {std::move(light), std::move(dark), ""};
  return write_style(config);
}

TEST(Theme, KnowsTheStyleSheetsOwnColours) {
  const std::string sheet = style_sheet();
  const auto expect = [](std::string_view css, const Scheme& scheme) {
    EXPECT_EQ(colour_in(css, "paper"), scheme.paper);
    EXPECT_EQ(colour_in(css, "card"), scheme.card);
    EXPECT_EQ(colour_in(css, "ink"), scheme.ink);
    EXPECT_EQ(colour_in(css, "ink-quiet"), scheme.ink_quiet);
    EXPECT_EQ(colour_in(css, "line-strong"), scheme.line_strong);
    EXPECT_EQ(colour_in(css, "accent"), scheme.accent);
  };
  expect(rule_in(sheet, ":root"), k_light);
  for (const std::string_view selector : k_dark_selectors) expect(rule_in(sheet, selector), k_dark);
}

TEST(Theme, TheStyleSheetsDarkRulesSetAllThatALightThemeSets) {
  const std::string sheet = style_sheet();
  const std::string theme = style_of({.accent = "#000000", .paper = "#c8c0b0", .ink = "#000000"});
  int properties = 0;
  for (std::size_t at = theme.find("--"); at != std::string::npos; at = theme.find("\n  --", at)) {
    at = theme.find("--", at);
    const std::string property = theme.substr(at, theme.find(':', at) - at + 1);
    for (const std::string_view selector : k_dark_selectors)
      EXPECT_TRUE(has(std::string(rule_in(sheet, selector)), property)) << property << " in " << selector;
    ++properties;
  }
  EXPECT_EQ(properties, 6);
}

TEST(Theme, EmptyWritesNothing) {
  EXPECT_EQ(write_style({}), "");
  EXPECT_FALSE(SiteConfig().has_style());
}

TEST(Theme, ColoursOfLightPagesStandWhereTheStyleSheetsDarkOnesOverruleThem) {
  const std::string css = style_of({.accent = "#7a1f3d", .paper = "#fffdf5", .ink = "#111111"});
  EXPECT_TRUE(css.starts_with(":root {\n"));
  EXPECT_EQ(colour_in(css, "accent"), parse_colour("#7a1f3d"));
  EXPECT_EQ(colour_in(css, "paper"), parse_colour("#fffdf5"));
  EXPECT_EQ(colour_in(css, "ink"), parse_colour("#111111"));
  EXPECT_FALSE(has(css, "--ink-quiet")) << "the usual one can be read on this paper";
  EXPECT_FALSE(has(css, "body"));
  EXPECT_FALSE(has(css, "dark"));
}

TEST(Theme, ColoursOfDarkPagesFollowTheSystemAndThePage) {
  const std::string css = style_of({}, {.accent = "#f4b6c8", .paper = "#000000", .ink = "#ffffff"});
  EXPECT_TRUE(css.starts_with("@media (prefers-color-scheme: dark) {\n:root:not([data-theme=\"light\"]) {"));
  for (const std::string_view selector : k_dark_selectors) {
    const std::string_view rule = rule_in(css, selector);
    EXPECT_EQ(colour_in(rule, "accent"), parse_colour("#f4b6c8")) << selector;
    EXPECT_EQ(colour_in(rule, "paper"), parse_colour("#000000")) << selector;
    EXPECT_EQ(colour_in(rule, "ink"), parse_colour("#ffffff")) << selector;
    EXPECT_TRUE(colour_in(rule, "accent-soft")) << selector;
  }
  EXPECT_EQ(rule_in(css, ":root"), "") << "light pages keep theirs";
}

TEST(Theme, AFontIsForAllPages) {
  SiteConfig config;
  config.theme.font = "'Source Sans 3', serif";
  EXPECT_EQ(write_style(config), "body { font-family: 'Source Sans 3', serif; }\n");
}

TEST(Theme, ThePictureForDarkPagesTakesThePlaceOfTheOtherOnScreens) {
  SiteConfig config;
  config.logo = "a.svg";
  EXPECT_EQ(write_style(config), "");
  config.logo_dark = "b.PNG";
  EXPECT_EQ(write_style(config), R"(@media not print {
@media (prefers-color-scheme: dark) {
:root:not([data-theme="light"]) .logo {
  content: url("site-logo-dark.png");
}
}
:root[data-theme="dark"] .logo {
  content: url("site-logo-dark.png");
}
}
)");
  EXPECT_TRUE(config.has_style());
}

TEST(Theme, WhatFollowsFromItKeepsItsContrast) {
  for (const char* accent : {"#000000", "#0a5aa0", "#767676", "#b00020", "#8a4b00", "#0000ff"}) {
    const std::string css = style_of({.accent = accent, .paper = "", .ink = "#767676"});
    const std::optional<Colour> soft = colour_in(css, "accent-soft");
    ASSERT_TRUE(soft) << css;
    EXPECT_GE(contrast(*soft, *parse_colour(accent)), k_text_contrast) << css;
    EXPECT_GE(contrast(*soft, *parse_colour("#767676")), k_text_contrast) << css;
  }
}

TEST(Theme, WhatFollowsFromItKeepsItsContrastInTheDark) {
  const std::optional<Colour> on_accent =
      colour_in(rule_in(style_sheet(), ":root[data-theme=\"dark\"]"), "on-accent");
  ASSERT_TRUE(on_accent);
  for (const char* accent : {"#ffffff", "#7db8ee", "#8a8a8a", "#ff6b6b", "#ffcc00", "#00c8ff"}) {
    const std::string css = style_of({}, {.accent = accent, .paper = "", .ink = "#8a8a8a"});
    const std::optional<Colour> soft = colour_in(css, "accent-soft");
    ASSERT_TRUE(soft) << css;
    EXPECT_GE(contrast(*soft, *parse_colour(accent)), k_text_contrast) << css;
    EXPECT_GE(contrast(*soft, *parse_colour("#8a8a8a")), k_text_contrast) << css;
    EXPECT_GE(contrast(*soft, k_dark.ink_quiet), k_text_contrast) << css;
    EXPECT_GE(contrast(*on_accent, *parse_colour(accent)), k_text_contrast) << "of a button's words";
  }
}

TEST(Theme, OnPaperNearToItWhatIsQuietTakesTheInk) {
  for (const std::string& css : {style_of({.accent = "", .paper = "#c8c0b0", .ink = "#000000"}),
                                 style_of({}, {.accent = "", .paper = "#4a4d55", .ink = "#ffffff"})}) {
    EXPECT_TRUE(has(css, "--ink-quiet: var(--ink);")) << css;
    EXPECT_TRUE(has(css, "--line-strong: var(--ink-quiet);")) << css;
  }
}

}  // namespace
}  // namespace aushang::site
