#include "site/fonts.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace aushang::site {
namespace {

FontFace face(const char* family, int lightest, int heaviest, bool is_italic = false) {
  return {.family = family,
          .file = std::string(family) + std::to_string(lightest) + ".woff2",
          .lightest = lightest,
          .heaviest = heaviest,
          .is_italic = is_italic};
}

/// What every page needs of these faces of the family "Own".
std::vector<std::size_t> first_of(std::vector<FontFace> fonts, const char* font = "Own, serif") {
  SiteConfig config;
  config.fonts = std::move(fonts);
  config.theme.font = font;
  return first_faces(config);
}

using Indices = std::vector<std::size_t>;

TEST(Fonts, KnowTheStyleSheetsOwnList) {
  std::ifstream file(std::string(AUSHANG_SOURCE_DIR) + "/shell/aushang.css");
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_NE(text.str().find("\nbody {\n"), std::string::npos);
  EXPECT_NE(text.str().find("  font: 17px/1.55 " + std::string(k_fonts) + ";\n"), std::string::npos);
}

TEST(Fonts, FamiliesAreReadAsCssReadsThem) {
  EXPECT_EQ(parse_families("'Source Sans 3' ,\"B\",  Noto   Sans,-apple-system"),
            (std::vector<std::string>{"source sans 3", "b", "noto sans", "-apple-system"}));
  for (const char* list : {"", " ", ",", "a,", "3a", "'a", "a'", "''", "a;b", "a(b)", "a\\62", "'a\"'"})
    EXPECT_FALSE(parse_families(list)) << list;
}

TEST(Fonts, AFamilyIsInUseIfTheThemesListNamesItOrElseTheStyleSheets) {
  Theme theme;
  EXPECT_TRUE(is_in_use(theme, "inter"));
  EXPECT_FALSE(is_in_use(theme, "Source Sans 3"));
  theme.font = "Georgia, 'source sans 3'";
  EXPECT_FALSE(is_in_use(theme, "Inter"));
  EXPECT_TRUE(is_in_use(theme, "Source Sans 3"));
}

TEST(Fonts, EveryPageNeedsPlainTextAndHeadings) {
  EXPECT_EQ(first_of({face("Own", 100, 900)}), (Indices{0})) << "one file for both";
  EXPECT_EQ(first_of({face("Own", 400, 400, true), face("own", 700, 700), face("OWN", 400, 400)}),
            (Indices{2, 1}));
  EXPECT_EQ(first_of({face("Own", 300, 300), face("Own", 500, 500), face("Own", 600, 600)}), (Indices{1, 2}))
      << "500 before what is lighter; what is below 650 if nothing is above";
  EXPECT_EQ(first_of({face("Own", 300, 300), face("Own", 600, 600)}), (Indices{0, 1}));
  EXPECT_EQ(first_of({face("Own", 700, 700), face("Own", 900, 900)}), (Indices{0}));
}

TEST(Fonts, NoPageNeedsAFamilyThatIsNotTheFirst) {
  EXPECT_EQ(first_of({face("Own", 400, 400)}, "Georgia, Own"), Indices{}) << "few will need it";
  EXPECT_EQ(first_of({face("Other", 400, 400)}), Indices{});
  EXPECT_EQ(first_of({face("Inter", 400, 400)}, ""), Indices{0}) << "the style sheet's own list begins so";
  EXPECT_EQ(first_of({face("Own", 400, 400, true)}), Indices{});
}

TEST(Fonts, EachFaceIsARule) {
  SiteConfig config;
  config.fonts = {face("Own Font", 400, 400), face("Own Font", 100, 900, true)};
  EXPECT_EQ(write_font_faces(config),
            "@font-face { font-family: \"Own Font\"; font-style: normal; font-weight: 400; font-display: "
            "swap; src: url(\"site-font-1.woff2\") format(\"woff2\"); }\n"
            "@font-face { font-family: \"Own Font\"; font-style: italic; font-weight: 100 900; font-display: "
            "swap; src: url(\"site-font-2.woff2\") format(\"woff2\"); }\n");
  config.fonts[1].file = config.fonts[0].file;
  EXPECT_EQ(font_file(config, 1), "site-font-1.woff2") << "a file that two faces share is published once";
}

}  // namespace
}  // namespace aushang::site
