#include "site/load.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/formats.h"
#include "base/json_reader.h"
#include "base/json_slip.h"
#include "base/text.h"
#include "base/utf8.h"
#include "site/load_look.h"
#include "site/shape.gen.h"

namespace aushang::site {
namespace {

using base::Complaints;
using base::ObjectReader;
using base::Place;
using base::quoted;

constexpr std::string_view k_pictures[] = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif"};

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029; }

void refuse_controls(Complaints& complaints, const Place& place) {
  const std::string* text = place.json->string();
  if (text == nullptr) return;
  for (std::size_t at = 0; at < text->size();) {
    const base::Decoded one = base::decode(*text, at);
    at += one.length;
    if (!is_control(one.code_point)) continue;
    complaints.error("bad-value", place.json->at, place.path,
                     "this has a line break or another control character in it; write it in one line.");
    return;
  }
}

base::LocalText read_site_name(Complaints& complaints, const Place& place) {
  if (!place) return {};
  refuse_controls(complaints, place);
  if (const base::JsonObject* versions = place.json->object()) {
    for (const base::JsonMember& member : *versions) {
      if (member.key != "$comment") refuse_controls(complaints, base::member_of(place, member));
    }
  }
  return base::read_text(complaints, place);
}

std::vector<i18n::Language> read_languages(Complaints& complaints, const Place& place) {
  std::vector<std::string_view> known;
  for (const i18n::Language one : i18n::k_languages) known.push_back(i18n::tag_of(one));
  std::vector<i18n::Language> out;
  for (const Place& element : base::read_nonempty_list(complaints, place, "language")) {
    if (const auto index = base::read_name(complaints, element, known))
      out.push_back(i18n::k_languages[*index]);
  }
  return out;
}

// ---- logo and addresses -----------------------------------------------------------------------------------

std::string read_logo(Complaints& complaints, const Place& place) {
  return read_path(complaints, place, k_pictures,
                   "browsers show .svg, .png, .jpg, .jpeg, .webp, .avif and .gif.");
}

std::string read_site_url(Complaints& complaints, const Place& place) {
  std::string url = base::read_url(complaints, place);
  if (url.find_first_of("?#") != std::string::npos) {
    complaints.error("bad-url", place.json->at, place.path,
                     quoted(url) + " has a ? or # in it; give the address of the folder the site lies in.");
    return {};
  }
  if (!url.empty() && !url.ends_with('/')) url += '/';
  return url;
}

/// A number from 0 to 255 without leading zeros; takes it off the text.
bool take_byte(std::string_view& text) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < std::min<std::size_t>(text.size(), 3) && base::is_ascii_digit(text[digits]))
    value = value * 10 + (text[digits++] - '0');
  const bool is_byte = digits > 0 && value <= 255 && (digits == 1 || text.front() != '0');
  text.remove_prefix(digits);
  return is_byte;
}

/// An origin on the reader's own machine, where people try things out: "http://localhost:8000",
/// "http://127.0.0.1" (RFC 6761, section 6.3; RFC 6890). Policies know no IPv6 addresses (CSP Level
/// 3, 2.3.1).
bool is_local_origin(std::string_view url) {
  std::string_view rest = url.substr(std::min(url.find("://"), url.size()));
  const std::string_view scheme = url.substr(0, url.size() - rest.size());
  if (rest.empty() || (scheme != "http" && scheme != "https")) return false;
  rest.remove_prefix(3);
  constexpr std::string_view localhost = "localhost";
  if (rest.starts_with(localhost)) {
    rest.remove_prefix(localhost.size());
  } else {
    if (!rest.starts_with("127")) return false;
    rest.remove_prefix(3);
    for (int i = 0; i < 3; ++i) {
      if (!rest.starts_with('.')) return false;
      rest.remove_prefix(1);
      if (!take_byte(rest)) return false;
    }
  }
  if (rest.empty()) return true;
  const std::string_view port = rest.substr(1);
  return rest.starts_with(':') && !port.empty() && port.size() <= 5 &&
         std::all_of(port.begin(), port.end(), [](char c) { return base::is_ascii_digit(c); });
}

/// Who takes complaints: an e-mail address or a page with a form.
std::string read_contact(Complaints& complaints, const Place& place) {
  const std::string contact = base::read_string(complaints, place);
  if (contact.find("://") != std::string::npos) return base::read_url(complaints, place);
  if (contact.empty()) return {};
  const std::string problem = base::what_is_wrong_with_address(contact);
  if (problem.empty()) return contact;
  complaints.error("bad-address", place.json->at, place.path,
                   quoted(contact) + " is neither an e-mail address nor a web address: " + problem);
  return {};
}

/// Origins, as in a policy's frame-ancestors: an address without a path.
std::vector<std::string> read_embedders(Complaints& complaints, const Place& place) {
  std::vector<std::string> out;
  for (const Place& element : base::read_nonempty_list(complaints, place, "address")) {
    if (const std::string* text = element.json->string(); text != nullptr) {
      std::string local = base::to_ascii_lower(*text);
      if (local.ends_with('/')) local.pop_back();
      if (is_local_origin(local)) {
        complaints.warn(
            "local-address", element.json->at, element.path,
            quoted(local) +
                " is whatever runs on a reader's own machine. That is fine for trying things out; "
                "remove it before the site is published.");
        out.push_back(std::move(local));
        continue;
      }
    }
    std::string url = base::to_ascii_lower(base::read_url(complaints, element));
    if (url.ends_with('/')) url.pop_back();
    if (url.find_first_of("/?#", url.find("://") + 3) != std::string::npos) {
      complaints.error("bad-url", element.json->at, element.path,
                       quoted(url) + " names a page; browsers can only allow a whole site, such as " +
                           quoted(url.substr(0, url.find_first_of("/?#", url.find("://") + 3))) + ".");
    } else if (!url.empty()) {
      out.push_back(std::move(url));
    }
  }
  return out;
}

std::vector<Gone> read_gone(Complaints& complaints, const Place& place) {
  std::vector<Gone> out;
  for (const Place& element : base::read_nonempty_list(complaints, place, "posting")) {
    std::string folder = base::read_line(complaints, element);
    if (folder.empty()) continue;
    if (folder == "." || folder == ".." || folder.find_first_of("/\\") != std::string::npos) {
      complaints.error("bad-path", element.json->at, element.path,
                       quoted(folder) +
                           " isn't the name of a folder; write the one that the posting had in the site, "
                           "such as \"phd-1\".");
      continue;
    }
    out.push_back({std::move(folder), element.json->at});
  }
  return out;
}

}  // namespace

base::Result<SiteConfig> load(std::string_view site_json, std::string_view file) {
  const base::Result<base::Json> json = base::read_json(site_json, file);
  if (!json) return json.errors();
  Complaints complaints(file);
  const ObjectReader object(complaints, Place{&*json, "$"}, shape::k_site);
  (void)base::read_string(complaints, object.member("$schema"));
  base::check_version(complaints, object.member("version"));

  SiteConfig config;
  config.name = read_site_name(complaints, object.member("name"));
  config.languages = read_languages(complaints, object.member("languages"));
  config.theme = read_theme(complaints, object.member("theme"));
  config.fonts = read_fonts(complaints, object.member("fonts"), config.theme);
  const Place logo = object.member("logo"), logo_dark = object.member("logo_dark");
  config.logo = read_logo(complaints, logo);
  config.logo_dark = read_logo(complaints, logo_dark);
  if (logo) config.logo_place = logo.json->at;
  if (logo_dark) config.logo_dark_place = logo_dark.json->at;
  if (logo_dark && !logo) {
    complaints.error(
        "missing-key", logo_dark.json->at, logo_dark.path,
        "this takes the place of the logo on dark pages; name the one for light pages as \"logo\".");
  }
  config.imprint = base::read_url(complaints, object.member("imprint"));
  config.privacy = base::read_url(complaints, object.member("privacy"));
  config.accessibility = base::read_url(complaints, object.member("accessibility"));
  config.accessibility_contact = read_contact(complaints, object.member("accessibility_contact"));
  if (const auto offline = base::read_name(complaints, object.member("offline"), shape::k_offline_names))
    config.offline = *offline == 0 ? Offline::on_request : Offline::on_visit;
  config.url = read_site_url(complaints, object.member("url"));
  config.embedded_in = read_embedders(complaints, object.member("embedded_in"));
  config.gone = read_gone(complaints, object.member("gone"));
  const bool is_wrong = complaints.has_errors();
  config.warnings = complaints.take();
  if (is_wrong) return config.warnings;
  return config;
}

}  // namespace aushang::site
