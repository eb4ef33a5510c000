// What is accepted is harmless: addresses are of the web, the logo stays in its folder, the theme is one
// small style sheet whose colours can be read.
#include <algorithm>
#include <cstdint>
#include <string>

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

void check_theme(const aushang::site::Theme& theme) {
  const std::string css = aushang::site::write_theme(theme);
  const Colour paper = aushang::site::parse_colour(theme.paper).value_or(aushang::site::k_paper);
  for (const std::string* text : {&theme.accent, &theme.ink}) {
    if (text->empty()) continue;
    FUZZ_CHECK(aushang::site::parse_colour(*text).has_value());
    FUZZ_CHECK(aushang::site::contrast(*aushang::site::parse_colour(*text), paper) >=
               aushang::site::k_text_contrast);
  }
  FUZZ_CHECK(std::count(css.begin(), css.end(), '{') == std::count(css.begin(), css.end(), '}'));
  FUZZ_CHECK(std::count(css.begin(), css.end(), '@') <= 1);
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
  const std::string below = "/" + site->logo + "/";
  FUZZ_CHECK(site->logo.empty() ||
             (below.find("/../") == std::string::npos && below.find("//") == std::string::npos));
  check_theme(site->theme);
  return 0;
}
