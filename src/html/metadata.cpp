#include "html/metadata.h"

#include <algorithm>

#include "base/text.h"
#include "html/escape.h"
#include "html/page_parts.h"
#include "html/site_parts.h"
#include "html/structured_data.h"
#include "site/addresses.h"

namespace aushang::html {
namespace {

bool has_address(const site::SiteConfig* site) { return site != nullptr && !site->url.empty(); }

/// `href` of this page as an absolute address where that is known.
std::string absolute(const PageInput& input, const std::string& href) {
  return has_address(input.site) ? site::address_of(input.site->url, input.path, href) : href;
}

std::string link(std::string_view attributes, const std::string& href) {
  return "<link " + std::string(attributes) + " href=\"" + escape_url(href) + "\">\n";
}

std::string property(std::string_view name, const std::string& content) {
  if (content.empty()) return {};
  return "<meta property=\"og:" + std::string(name) + "\" content=\"" + escape(content) + "\">\n";
}

/// "de_AT" of "de-AT", the form Open Graph wants, which has no language without a country. Empty for a
/// language whose country we'd have to guess.
std::string og_locale(std::string_view language) {
  const std::string tag = base::to_ascii_lower(language);
  if (tag == "en") return "en_US";  // what the protocol takes for granted
  if (tag == "de") return "de_DE";
  const auto is_letter = [](char c) { return base::is_ascii_alpha(c); };
  if (tag.size() != 5 || (tag[2] != '-' && tag[2] != '_') ||
      std::count_if(tag.begin(), tag.end(), is_letter) != 4)
    return {};
  std::string country = tag.substr(3);
  for (char& c : country) c = static_cast<char>(c - 'a' + 'A');
  return tag.substr(0, 2) + "_" + country;
}

/// A picture that others show beside a link: the logo, if it is made of pixels.
std::string og_image(const site::SiteConfig* site) {
  if (!has_address(site)) return {};
  const std::string file = site::logo_file(*site);
  const bool is_bitmap = !file.empty() && !file.ends_with(".svg") && !file.ends_with(".avif");
  return is_bitmap ? site->url + file : std::string();
}

std::string open_graph(const std::string& title, const std::string& description, const std::string& url,
                       const std::string& locale, const site::SiteConfig* site, i18n::Language language) {
  return property("title", title) + property("description", description) + property("type", "website") +
         property("url", url) + property("image", og_image(site)) + property("locale", locale) +
         property("site_name", site_name(site, language));
}

std::string alternates(const PageInput& input) {
  std::string out;
  const auto add = [&](const std::string& language, const std::string& href) {
    out += link("rel=\"alternate\" hreflang=\"" + escape(language) + "\"", href);
  };
  // With absolute addresses a page names itself, too, as search engines want it.
  if (has_address(input.site) && !input.alternates.empty()) add(language_of(input), page_address(input));
  for (const Alternate& other : input.alternates) add(other.language, absolute(input, other.href));
  return out;
}

}  // namespace

std::string page_address(const PageInput& input) {
  return has_address(input.site) ? site::address_of(input.site->url, input.path) : std::string();
}

std::string metadata(const PageContext& page) {
  const PageInput& input = page.input;
  const bool is_own = input.to_posting.empty();
  const std::string canonical = is_own ? page_address(input) : absolute(input, input.to_posting);
  std::string out;
  if (!canonical.empty()) out += link("rel=\"canonical\"", canonical);
  out += alternates(input) + open_graph(page.title, base::single_line(input.description),
                                        has_address(input.site) ? canonical : std::string(),
                                        og_locale(language_of(input)), input.site, page.language);
  if (!is_own) return out;
  if (has_address(input.site)) {
    out += link("rel=\"alternate\" type=\"application/json+oembed\"",
                site::address_of(input.site->url, input.path, k_oembed_file));
  }
  const std::string data = structured_data(page);
  if (!data.empty()) out += "<script type=\"application/ld+json\">" + data + "</script>\n";
  return out;
}

std::string index_metadata(const IndexInput& input, const std::string& title,
                           const std::string& description) {
  const auto address = [&](const std::string& href) {
    return has_address(input.site) ? site::address_of(input.site->url, input.path, href) : href;
  };
  const std::string url = has_address(input.site) ? address("") : std::string();
  std::string out = url.empty() ? std::string() : link("rel=\"canonical\"", url);
  for (const Alternate& one : input.languages) {
    // With absolute addresses a page names itself, too, as search engines want it.
    if (!one.href.empty() || !url.empty())
      out += link("rel=\"alternate\" hreflang=\"" + escape(one.language) + "\"", address(one.href));
  }
  const std::string locale = og_locale(i18n::tag_of(input.language));
  return out + open_graph(title, description, url, locale, input.site, input.language);
}

}  // namespace aushang::html
