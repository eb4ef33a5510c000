// What is accepted is harmless: addresses are of the web, files stay in their folder, the look is one small
// style sheet whose colours can be read.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "check.h"
#include "site/load.h"
#include "site/theme.h"

namespace {

using aushang::site::Colour;

void check_address(const std::string& url) {
  if (url.empty()) return;
  std::string start = url.substr(0, 8);
  std::transform(start.begin(), start.end(), start.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  FUZZ_CHECK(start.starts_with("https://") || start.starts_with("http://"));
  FUZZ_CHECK(url.find_first_of("\"<>\\ \n\r\t") == std::string::npos);
}

void check_colours(const aushang::site::Colours& colours, const aushang::site::Scheme& scheme) {
  const Colour paper = aushang::site::parse_colour(colours.paper).value_or(scheme.paper);
  for (const std::string* text : {&colours.accent, &colours.ink}) {
    if (text->empty()) continue;
    FUZZ_CHECK(aushang::site::parse_colour(*text).has_value());
    for (const Colour ground : {paper, scheme.card}) {
      FUZZ_CHECK(aushang::site::contrast(*aushang::site::parse_colour(*text), ground) >=
                 aushang::site::k_text_contrast);
    }
  }
}

/// A way down to a file.
void check_path(const std::string& path) {
  const std::string below = "/" + path + "/";
  FUZZ_CHECK(path.empty() ||
             (below.find("/../") == std::string::npos && below.find("//") == std::string::npos));
}

void check_fonts(const std::vector<aushang::site::FontFace>& fonts) {
  for (const aushang::site::FontFace& face : fonts) {
    FUZZ_CHECK(!face.family.empty() && !face.file.empty());
    FUZZ_CHECK(face.family.find_first_of("\"'(){};/\\\n") == std::string::npos);
    FUZZ_CHECK(1 <= face.lightest && face.lightest <= face.heaviest && face.heaviest <= 1000);
    check_path(face.file);
  }
}

void check_style(const aushang::site::SiteConfig& site) {
  const aushang::site::Theme& theme = site.theme;
  const std::string css = aushang::site::write_style(site);
  FUZZ_CHECK(css.empty() == !site.has_style());
  check_colours(theme.light, aushang::site::k_light);
  check_colours(theme.dark, aushang::site::k_dark);
  check_fonts(site.fonts);
  FUZZ_CHECK(std::count(css.begin(), css.end(), '{') == std::count(css.begin(), css.end(), '}'));
  // One rule per font, one condition for the dark colours, two for the picture on dark pages.
  FUZZ_CHECK(static_cast<std::size_t>(std::count(css.begin(), css.end(), '@')) ==
             site.fonts.size() + (theme.dark.empty() ? 0 : 1) + (site.logo_dark.empty() ? 0 : 2));
  FUZZ_CHECK(css.find_first_of("<>\\") == std::string::npos);
  // Outside brackets of its own the font's text brings none, and no end of a declaration.
  FUZZ_CHECK(theme.font.find_first_of("(){};/\\\n") == std::string::npos);
  FUZZ_CHECK(std::count(theme.font.begin(), theme.font.end(), '\'') % 2 == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto site = aushang::site::load({reinterpret_cast<const char*>(data), size}, "site.json");
  if (!site) {
    FUZZ_CHECK(!site.errors().empty() && !site.errors().front().message.empty());
    return 0;
  }
  for (const std::string* url : {&site->imprint, &site->privacy, &site->accessibility, &site->url})
    check_address(*url);
  FUZZ_CHECK(site->url.empty() || site->url.ends_with('/'));
  for (const std::string* path : {&site->logo, &site->logo_dark}) check_path(*path);
  check_style(*site);
  return 0;
}
