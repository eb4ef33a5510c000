#include "site/load.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace aushang::site {
namespace {

std::string describe(const base::Diagnostics& all) {
  std::string out;
  for (const base::Diagnostic& one : all) out += base::format(one) + "\n";
  return out;
}

/// Exactly one complaint, with this code and path, whose message has these words.
void expect_one(std::string_view json, std::string_view code, std::string_view path,
                std::string_view words = "") {
  const base::Result<SiteConfig> loaded = load(json, "site.json");
  ASSERT_FALSE(loaded.ok()) << json;
  const base::Diagnostics& all = loaded.errors();
  ASSERT_EQ(all.size(), 1u) << json << "\n" << describe(all);
  EXPECT_EQ(all[0].code, code) << describe(all);
  EXPECT_EQ(all[0].path, path) << describe(all);
  EXPECT_NE(all[0].message.find(words), std::string::npos) << describe(all);
  EXPECT_NE(all[0].at.line, 0u) << "a complaint has a place";
}

TEST(SiteJson, AllOfItIsRead) {
  const base::Result<SiteConfig> loaded = load(R"({
    "version": 1, "$schema": "site.schema.json", "$comment": "ours",
    "name": {"en": "Our group", "de": "Unsere Gruppe", "$comment": 1},
    "languages": ["de", "en"],
    "theme": {"accent": "#05A", "paper": "#FFFDF8", "ink": "#111", "font": "'Source Sans 3', -apple-system, Noto Sans, serif",
              "dark": {"accent": "#8CF", "paper": "#101418", "ink": "#FFF", "$comment": 1}},
    "fonts": [{"family": "Source Sans 3", "file": "fonts/a.woff2", "weight": "700 400", "style": "italic"},
              {"family": "source sans 3", "file": "fonts/B.WOFF2"}, {"family": "Noto Sans", "file": "fonts/a.woff2", "weight": 250}],
    "logo": "pictures/Our Logo.SVG", "logo_dark": "pictures/Our Logo.png",
    "imprint": "https://www.example.org/imprint?x=1#y", "privacy": "https://www.example.org/privacy",
    "accessibility": "https://www.example.org/accessibility",
    "accessibility_contact": "access@example.org",
    "offline": "on_visit", "url": "https://www.example.org/jobs",
    "embedded_in": ["https://www.institute.example/", "HTTP://Other.example:8080"],
    "gone": ["phd-1", "Ph.D. 2"]})",
                                               "site.json");
  ASSERT_TRUE(loaded.ok()) << describe(loaded.errors());
  EXPECT_EQ(loaded->name.pick("de"), "Unsere Gruppe");
  EXPECT_EQ(loaded->languages, (std::vector<i18n::Language>{i18n::Language::de, i18n::Language::en}));
  EXPECT_EQ(loaded->theme.light.accent, "#0055aa");
  EXPECT_EQ(loaded->theme.light.paper, "#fffdf8");
  EXPECT_EQ(loaded->theme.light.ink, "#111111");
  EXPECT_EQ(loaded->theme.dark.accent, "#88ccff");
  EXPECT_EQ(loaded->theme.dark.paper, "#101418");
  EXPECT_EQ(loaded->theme.dark.ink, "#ffffff");
  EXPECT_EQ(loaded->theme.font, "'Source Sans 3', -apple-system, Noto Sans, serif");
  EXPECT_EQ(loaded->logo, "pictures/Our Logo.SVG");
  EXPECT_EQ(loaded->logo_place.line, 9u);
  EXPECT_EQ(logo_file(*loaded), "site-logo.svg");
  EXPECT_EQ(loaded->logo_dark, "pictures/Our Logo.png");
  EXPECT_GT(loaded->logo_dark_place.column, loaded->logo_place.column);
  EXPECT_EQ(logo_dark_file(*loaded), "site-logo-dark.png");
  ASSERT_EQ(loaded->fonts.size(), 3u);
  EXPECT_EQ(loaded->fonts[0].family, "Source Sans 3");
  EXPECT_EQ(loaded->fonts[0].file, "fonts/a.woff2");
  EXPECT_EQ(loaded->fonts[0].lightest, 400) << "browsers take the two ends in either order";
  EXPECT_EQ(loaded->fonts[0].heaviest, 700);
  EXPECT_TRUE(loaded->fonts[0].is_italic);
  EXPECT_EQ(loaded->fonts[1].lightest, 400);
  EXPECT_EQ(loaded->fonts[1].heaviest, 400);
  EXPECT_FALSE(loaded->fonts[1].is_italic);
  EXPECT_EQ(loaded->fonts[1].place.line, 8u);
  EXPECT_EQ(loaded->fonts[2].lightest, 250);
  EXPECT_TRUE(loaded->warnings.empty()) << describe(loaded->warnings);
  EXPECT_EQ(loaded->imprint, "https://www.example.org/imprint?x=1#y");
  EXPECT_EQ(loaded->privacy, "https://www.example.org/privacy");
  EXPECT_EQ(loaded->accessibility, "https://www.example.org/accessibility");
  EXPECT_EQ(loaded->accessibility_contact, "access@example.org");
  EXPECT_EQ(loaded->offline, Offline::on_visit);
  EXPECT_EQ(loaded->url, "https://www.example.org/jobs/") << "with the slash that relative ways need";
  EXPECT_EQ(loaded->embedded_in,
            (std::vector<std::string>{"https://www.institute.example", "http://other.example:8080"}));
  ASSERT_EQ(loaded->gone.size(), 2u);
  EXPECT_EQ(loaded->gone[1].folder, "Ph.D. 2");
  EXPECT_GT(loaded->gone[1].place.column, loaded->gone[0].place.column);
}

TEST(SiteJson, WhatIsGoneIsTheNameOfAFolder) {
  for (const char* folder : {".", "..", "jobs/phd-1", "phd-1/", "jobs\\\\phd-1"})
    expect_one(std::string("{\"gone\": [\"") + folder + "\"]}", "bad-path", "$.gone[0]", "\"phd-1\"");
  expect_one(R"({"gone": []})", "bad-value", "$.gone", "at least one");
  expect_one(R"({"gone": ["a", "a"]})", "duplicate-value", "$.gone[1]");
  expect_one(R"({"gone": "phd-1"})", "wrong-type", "$.gone", "[\"phd-1\"]");
}

TEST(SiteJson, OnlyWholeSitesMayBeAllowedToFrame) {
  for (const char* url :
       {"https://x.example/page", "https://x.example/?a", "https://x.example?a", "https://x.example#a"})
    expect_one(std::string("{\"embedded_in\": [\"") + url + "\"]}", "bad-url", "$.embedded_in[0]",
               "\"https://x.example\"");
  for (const char* url :
       {"*", "'self'", "https://x.example; script-src *", "https://*", "data:", "https://x.example\\n"})
    expect_one(std::string("{\"embedded_in\": [\"") + url + "\"]}", "bad-url", "$.embedded_in[0]");
  expect_one(R"({"embedded_in": []})", "bad-value", "$.embedded_in", "at least one");
}

TEST(SiteJson, PagesOnThisMachineMayFrameItWithAWarning) {
  for (const char* url :
       {"http://localhost", "http://localhost:8000", "https://127.0.0.1:3000", "http://127.255.0.9"}) {
    const base::Result<SiteConfig> loaded =
        load(std::string("{\"embedded_in\": [\"") + url + "/\"]}", "site.json");
    ASSERT_TRUE(loaded.ok()) << url;
    EXPECT_EQ(loaded->embedded_in, (std::vector<std::string>{url}));
    ASSERT_EQ(loaded->warnings.size(), 1u);
    EXPECT_EQ(loaded->warnings[0].code, "local-address");
    EXPECT_EQ(loaded->warnings[0].path, "$.embedded_in[0]");
  }
  for (const char* url : {"http://localhost.", "http://localhostx", "http://127.0.0.256", "http://127.0.0.01",
                          "http://127.0.0", "http://127.0.0.1.2", "http://128.0.0.1", "http://[::1]",
                          "http://localhost:", "http://localhost:123456", "http://localhost/page",
                          "ftp://localhost", "localhost"})
    expect_one(std::string("{\"embedded_in\": [\"") + url + "\"]}", "bad-url", "$.embedded_in[0]");
}

TEST(SiteJson, ComplaintsGoToAnAddressOfEitherKind) {
  EXPECT_EQ(
      load(R"({"accessibility_contact": "https://x.example/form"})", "site.json")->accessibility_contact,
      "https://x.example/form");
  expect_one(R"({"accessibility_contact": "Ada"})", "bad-address", "$.accessibility_contact", "neither");
  expect_one(R"({"accessibility_contact": "ftp://x.example"})", "bad-url", "$.accessibility_contact");
}

TEST(SiteJson, NothingOfItIsNeeded) {
  const base::Result<SiteConfig> loaded = load("{}", "site.json");
  ASSERT_TRUE(loaded.ok());
  EXPECT_TRUE(loaded->name.empty() && loaded->languages.empty() && loaded->theme.empty());
  EXPECT_TRUE(loaded->logo.empty() && loaded->url.empty() && logo_file(*loaded).empty());
  EXPECT_TRUE(loaded->fonts.empty() && loaded->logo_dark.empty() && logo_dark_file(*loaded).empty());
  EXPECT_EQ(loaded->offline, Offline::on_request) << "nothing is kept that nobody asked for";
}

TEST(SiteJson, EveryMistakeIsSaidAtOnceWithItsPlace) {
  const base::Result<SiteConfig> loaded = load(R"({"version": 2,
 "nmae": "x",
 "languages": ["en", "fr"],
 "theme": {"accent": "red"},
 "imprint": "javascript:alert"})",
                                               "site.json");
  ASSERT_FALSE(loaded.ok());
  EXPECT_EQ(
      describe(loaded.errors()),
      "site.json:1:13: bad-version: this program reads version 1; write 1. [$.version]\n"
      "site.json:2:2: unknown-key: the key \"nmae\" isn't known here; did you mean \"name\"? [$.nmae]\n"
      "site.json:3:22: bad-value: \"fr\" isn't one of the known values; expected \"en\" or "
      "\"de\". [$.languages[1]]\n"
      "site.json:4:22: bad-colour: \"red\" isn't a colour; write red, green and blue as in \"#0a5aa0\" or "
      "\"#05a\". [$.theme.accent]\n"
      "site.json:5:13: bad-url: \"javascript:alert\" isn't a web address: a web address starts with "
      "https://. [$.imprint]\n");
}

TEST(SiteJson, KeysStandOnce) { expect_one(R"({"name": "a", "name": "b"})", "json-duplicate-key", ""); }

TEST(SiteJson, RefusesAddressesThatAreNone) {
  for (const char* url : {"javascript:alert", "JavaScript://x.example/%0aalert(1)", "data:text/html,x",
                          "//x.example/", "/imprint", "imprint.html", "https://user@x.example/",
                          "https://x.example/\\\"", "https://x.example/<script>", "https://localhost/",
                          " https://x.example/", "https://x.example/a b", "https://x.example/\\u2028"}) {
    for (const char* key : {"imprint", "privacy", "accessibility", "url"}) {
      const std::string json = std::string("{\"") + key + "\": \"" + url + "\"}";
      expect_one(json, "bad-url", std::string("$.") + key);
    }
  }
  expect_one(R"({"url": "https://x.example/?a"})", "bad-url", "$.url", "? or #");
  expect_one(R"({"url": "https://x.example/#a"})", "bad-url", "$.url", "? or #");
}

TEST(SiteJson, RefusesControlCharactersInTheName) {
  for (const char* name : {"a\\nb", "a\\u0000", "a\\u007f", "\\u0085b", "a\\u2028b", "\\u2029"}) {
    const std::string text = std::string("\"") + name + "x\"";
    expect_one("{\"name\": " + text + "}", "bad-value", "$.name", "control character");
    expect_one("{\"name\": {\"en\": \"x\", \"de\": " + text + "}}", "bad-value", "$.name.de");
  }
}

TEST(SiteJson, TheLogoStaysInTheFolder) {
  for (const char* path : {"../logo.svg", "a/../../logo.svg", "/logo.svg", "a//logo.svg", "./logo.svg", "..",
                           "a/..", "logo.svg/"}) {
    expect_one(std::string("{\"logo\": \"") + path + "\"}", "bad-path", "$.logo");
  }
  for (const char* path : {"https://x.example/logo.svg", "javascript:logo.svg", "a\\\\logo.svg",
                           "a%2flogo.svg", "logo\\n.svg", "\\\"><script>.svg", "lögo.svg"}) {
    expect_one(std::string("{\"logo\": \"") + path + "\"}", "bad-path", "$.logo", "plain letters");
  }
  for (const char* path : {"logo", "logo.html", "logo.svg.js", ".svg", "a/.png"})
    expect_one(std::string("{\"logo\": \"") + path + "\"}", "bad-path", "$.logo", "browsers show");
}

TEST(SiteJson, TheDarkLogoIsAsTheOtherAndNotWithoutIt) {
  for (const char* path : {"../logo.svg", "/logo.svg", "logo.html", "a\\\\logo.svg"})
    expect_one(std::string(R"({"logo": "a.svg", "logo_dark": ")") + path + "\"}", "bad-path", "$.logo_dark");
  expect_one(R"({"logo_dark": "logo.svg"})", "missing-key", "$.logo_dark", "\"logo\"");
  expect_one(R"({"logo": "../a.svg", "logo_dark": "logo.svg"})", "bad-path", "$.logo");
}

/// site.json with one font, whose `key` has this JSON as its value.
std::string with_font(const std::string& key, const std::string& value) {
  std::string font;
  for (const char* one : {"family", "file", "weight", "style"}) {
    const std::string text = key == one                          ? value
                             : one == std::string_view("family") ? "\"Own\""
                             : one == std::string_view("file")   ? "\"own.woff2\""
                             : one == std::string_view("weight") ? "400"
                                                                 : "\"normal\"";
    if (!text.empty()) font += (font.empty() ? "\"" : ", \"") + std::string(one) + "\": " + text;
  }
  return R"({"theme": {"font": "Own"}, "fonts": [{)" + font + "}]}";
}

TEST(SiteJson, AFontsFamilyStaysInItsQuotationMarks) {
  for (const char* family : {R"("a\"b")", R"("a\\62")", R"("a;}")", R"("a\nb")", R"("a'b")", R"("a, b")",
                             R"(" a")", R"("a ")", R"("a  b")", R"("Söhne")"})
    expect_one(with_font("family", family), "bad-font", "$.fonts[0].family");
  expect_one(with_font("family", "\"\""), "empty-string", "$.fonts[0].family");
  expect_one(with_font("family", ""), "missing-key", "$.fonts[0]", "\"family\"");
}

TEST(SiteJson, AFontsFileIsWoff2AndStaysInTheFolder) {
  for (const char* file : {"../a.woff2", "/a.woff2", "a/../b.woff2", "a.ttf", "a.woff", ".woff2",
                           "a.woff2.js", "https://x.example/a.woff2", "data:font/woff2,x", "a.woff2?x"})
    expect_one(with_font("file", "\"" + std::string(file) + "\""), "bad-path", "$.fonts[0].file");
  expect_one(with_font("file", ""), "missing-key", "$.fonts[0]", "\"file\"");
}

TEST(SiteJson, AFontsWeightIsOneOrARangeFrom1To1000) {
  for (const char* weight : {"1", "1000", "\"1\"", "\"1000\"", "\"1 1000\"", "\"400 400\"", ""})
    EXPECT_TRUE(load(with_font("weight", weight), "site.json").ok()) << weight;
  for (const char* weight :
       {"0", "1001", "-1", "400.5", "\"0\"", "\"1001\"", "\"10000\"", "\"bold\"", "\"400  700\"", "\"400 \"",
        "\" 400\"", "\"400,700\"", "\"400 700 900\"", "\"0400\"", "\"400;\"", "\"\"", "null", "[400]"})
    expect_one(with_font("weight", weight), "bad-value", "$.fonts[0].weight", "1 to 1000");
}

TEST(SiteJson, AFontsStyleIsOneOfTwo) {
  expect_one(with_font("style", "\"oblique\""), "bad-value", "$.fonts[0].style");
  expect_one(with_font("style", "\"normal\", \"display\": 1"), "unknown-key", "$.fonts[0].display");
}

TEST(SiteJson, AFaceIsThereOnce) {
  expect_one(R"({"theme": {"font": "Own"}, "fonts": [{"family": "Own", "file": "a.woff2"},
                 {"family": "own", "file": "b.woff2", "weight": "400"}]})",
             "duplicate-font", "$.fonts[1]");
  expect_one(R"({"fonts": []})", "bad-value", "$.fonts", "at least one font");
}

TEST(SiteJson, AFontThatNoTextIsSetInIsWarnedOf) {
  const base::Result<SiteConfig> loaded = load(R"({"theme": {"font": "Other, serif"},
 "fonts": [{"family": "Own", "file": "a.woff2"}, {"family": "Own", "file": "b.woff2", "weight": 700}]})",
                                               "site.json");
  ASSERT_TRUE(loaded.ok()) << describe(loaded.errors());
  ASSERT_EQ(loaded->warnings.size(), 1u) << describe(loaded->warnings);
  EXPECT_EQ(loaded->warnings[0].code, "unused-font");
  EXPECT_EQ(loaded->warnings[0].path, "$.fonts[0]");
  EXPECT_EQ(loaded->warnings[0].at.line, 2u);
}

TEST(SiteJson, RefusesColoursOfOtherNotations) {
  for (const char* colour : {"red", "#12345", "#1234", "rgb(0,0,0)", "#00000g", "#000;}*{display:none"})
    expect_one(std::string("{\"theme\": {\"ink\": \"") + colour + "\"}}", "bad-colour", "$.theme.ink");
}

TEST(SiteJson, ColoursThatCannotBeReadAreSaidWithTheirRatio) {
  expect_one(
      R"({"theme": {"accent": "#777"}})", "low-contrast", "$.theme.accent",
      "the accent #777777 has a contrast of 4.29:1 against the paper #fbfaf7; to be readable it needs at "
      "least 4.5:1");
  expect_one(R"({"theme": {"accent": "#767676", "paper": "#fff", "ink": "#999"}})", "low-contrast",
             "$.theme.ink", "2.84:1");
}

TEST(SiteJson, LightTextOnDarkPaperWouldNotBeReadOnTheCards) {
  const base::Result<SiteConfig> loaded =
      load(R"({"theme": {"paper": "#000", "ink": "#fff", "accent": "#8cf"}})", "site.json");
  ASSERT_FALSE(loaded.ok());
  ASSERT_EQ(loaded.errors().size(), 2u) << describe(loaded.errors());
  EXPECT_NE(loaded.errors()[0].message.find("1.00:1 against the white of the cards"), std::string::npos);
}

TEST(SiteJson, APaperThatIsTooDarkIsSaidAtThePaper) {
  const base::Result<SiteConfig> loaded = load(R"({"theme": {"paper": "#555"}})", "site.json");
  ASSERT_FALSE(loaded.ok());
  ASSERT_EQ(loaded.errors().size(), 2u) << describe(loaded.errors());
  for (const base::Diagnostic& one : loaded.errors()) {
    EXPECT_EQ(one.code, "low-contrast");
    EXPECT_EQ(one.path, "$.theme.paper");
    EXPECT_NE(one.message.find("Choose a lighter paper."), std::string::npos);
  }
}

TEST(SiteJson, DarkColoursThatCannotBeReadAreSaidWithTheirRatio) {
  expect_one(
      R"({"theme": {"dark": {"accent": "#0a5aa0"}}})", "low-contrast", "$.theme.dark.accent",
      "the accent #0a5aa0 has a contrast of 2.34:1 against the dark cards #1c1f25; to be readable it needs "
      "at least 4.5:1 (WCAG 2.2, 1.4.3). Choose a lighter accent.");
  expect_one(R"({"theme": {"dark": {"paper": "#335", "ink": "#999"}}})", "low-contrast", "$.theme.dark.ink",
             "against the dark paper #333355");
  const base::Result<SiteConfig> loaded = load(R"({"theme": {"dark": {"paper": "#fff"}}})", "site.json");
  ASSERT_FALSE(loaded.ok());
  ASSERT_EQ(loaded.errors().size(), 2u) << describe(loaded.errors());
  for (const base::Diagnostic& one : loaded.errors()) {
    EXPECT_EQ(one.path, "$.theme.dark.paper");
    EXPECT_NE(one.message.find("Choose a darker paper."), std::string::npos);
  }
  expect_one(R"({"theme": {"dark": {"font": "serif"}}})", "unknown-key", "$.theme.dark.font");
  expect_one(R"({"theme": {"dark": {"ink": "white"}}})", "bad-colour", "$.theme.dark.ink");
}

TEST(SiteJson, RefusesWhatIsNoListOfFonts) {
  for (const char* font : {"a;b", "x}", "url(x)", "'open", "a'", "'a\\\"", "''", "a,", ",a", "a,,b", "3a",
                           "--x", "a\\\\62", "a\\nb", "var(--x)", "/* */"}) {
    expect_one(std::string("{\"theme\": {\"font\": \"") + font + "\"}}", "bad-font", "$.theme.font");
  }
}

TEST(SiteJson, OfflineIsOneOfTwo) {
  expect_one(R"({"offline": "always"})", "bad-value", "$.offline", "\"on_request\" or \"on_visit\"");
}

TEST(SiteJson, LanguagesStandOnceEach) {
  expect_one(R"({"languages": []})", "bad-value", "$.languages", "at least one language");
  expect_one(R"({"languages": ["en", "en"]})", "duplicate-value", "$.languages[1]");
}

}  // namespace
}  // namespace aushang::site
