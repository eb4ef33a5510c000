#include "html/oembed.h"

#include <utility>

#include "base/json.h"
#include "html/escape.h"
#include "html/metadata.h"
#include "html/site_parts.h"

namespace aushang::html {
namespace {

/// In pixels: both columns stand side by side in the app from 1000 on; a frame is as a rule narrower.
constexpr int k_width = 800;
constexpr int k_height = 720;

}  // namespace

std::string embed_snippet(const std::string& url, const std::string& title) {
  return "<iframe src=\"" + escape_url(url + "?embed=1") + "\" title=\"" + escape(title) +
         "\" width=\"100%\" height=\"" + std::to_string(k_height) +
         "\" frameborder=\"0\" loading=\"lazy\" referrerpolicy=\"strict-origin-when-cross-origin\" "
         "allow=\"clipboard-write\" "
         "sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox "
         "allow-downloads "
         "allow-modals allow-top-navigation-to-custom-protocols\"><a href=\"" +
         escape_url(url) + "\">" + escape(title) + "</a></iframe>";
}

std::string write_oembed(const PageInput& input) {
  const std::string url = page_address(input);
  if (url.empty()) return {};
  const std::string title = page_title(input);
  const i18n::Language language =
      i18n::language_for(input.interface_language.empty() ? input.language : input.interface_language);
  std::string provider = site_name(input.site, language);
  if (provider.empty()) provider = input.rules.facts.organization;
  base::JsonObject out;
  const auto set = [&out](std::string key, base::Json value) {
    out.push_back({std::move(key), std::move(value), {}});
  };
  set("version", "1.0");
  set("type", "rich");
  set("title", title);
  if (!provider.empty()) set("provider_name", provider);
  set("provider_url", input.site->url);
  set("html", embed_snippet(url, title));
  set("width", k_width);
  set("height", k_height);
  return base::write_json(std::move(out), 2) + "\n";
}

}  // namespace aushang::html
