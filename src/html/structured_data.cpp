#include "html/structured_data.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "base/json.h"
#include "html/fragment.h"

namespace aushang::html {
namespace {

using base::Json;
using base::JsonArray;
using base::JsonObject;

void set(JsonObject& object, std::string key, Json value) {
  object.push_back({std::move(key), std::move(value), {}});
}

JsonObject typed(std::string_view type) {
  JsonObject object;
  set(object, "@type", type);
  return object;
}

Json organization(const rules::Facts& facts) {
  JsonObject object = typed("Organization");
  set(object, "name", facts.organization);
  if (!facts.organization_url.empty()) set(object, "sameAs", facts.organization_url);
  return object;
}

Json location(const rules::Facts& facts) {
  JsonObject address = typed("PostalAddress");
  if (!facts.city.empty()) set(address, "addressLocality", facts.city);
  set(address, "addressCountry", facts.country);
  JsonObject place = typed("Place");
  set(place, "address", std::move(address));
  return place;
}

/// The values search engines know (Google, "employmentType"); null where the posting doesn't say.
Json employment(const std::string& name) {
  if (name == "full_time") return "FULL_TIME";
  if (name == "part_time") return "PART_TIME";
  if (name == "full_or_part_time") return JsonArray{"FULL_TIME", "PART_TIME"};
  if (name == "temporary") return "TEMPORARY";
  if (name == "internship") return "INTERN";
  if (name == "scholarship") return "OTHER";
  return nullptr;
}

/// The deadline as ISO 8601. A time needs its distance from UTC; that of most zones changes with the season
/// and with the law, so only UTC's own is written, and else the day alone.
std::string valid_through(const rules::Deadline& deadline) {
  const auto* at = std::get_if<rules::DeadlineAt>(&deadline);
  if (at == nullptr) return {};
  const std::string date = base::to_string(at->date);
  const bool is_utc = at->zone == "UTC" || at->zone == "Etc/UTC";
  return is_utc && !at->time.empty() ? date + "T" + at->time + ":00+00:00" : date;
}

/// What HTML reads in a script element before it is JSON, and what JavaScript once took for the end of a
/// line.
std::string for_script(const std::string& json) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> escapes = {
      {{"<", "\\u003c"},
       {">", "\\u003e"},
       {"&", "\\u0026"},
       {"\xE2\x80\xA8", "\\u2028"},
       {"\xE2\x80\xA9", "\\u2029"}}};
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    const std::string_view rest = std::string_view(json).substr(at);
    const auto found = std::find_if(escapes.begin(), escapes.end(),
                                    [&](const auto& one) { return rest.starts_with(one.first); });
    if (found == escapes.end()) {
      out += json[at++];
    } else {
      out += found->second;
      at += found->first.size();
    }
  }
  return out;
}

/// What a tag of our own HTML becomes.
std::string simple_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 14> kept = {"p",  "ul", "ol", "li", "br", "h1",     "h2",
                                                     "h3", "h4", "h5", "h6", "em", "strong", "blockquote"};
  const bool closes = tag.starts_with('/');
  const std::string_view name = tag.substr(closes ? 1 : 0, tag.find(' ') - (closes ? 1 : 0));
  if (name == "tr" || name == "pre") return closes ? "</p>" : "<p>";
  if (name == "td" || name == "th") return closes ? " " : "";
  if (std::find(kept.begin(), kept.end(), name) == kept.end()) return {};
  return (closes ? "</" : "<") + std::string(name) + ">";
}

}  // namespace

std::string simple_html(const doc::Document& document, std::uint32_t skip_block) {
  FragmentOptions options;
  options.top_heading = 2;
  options.skip_block = skip_block;
  const std::string html = write_fragment(document, options);
  std::string out;
  // In HTML from write_fragment every "<" begins a tag and every ">" ends one: text and attributes are
  // escaped.
  for (std::size_t at = 0; at < html.size();) {
    // Where a tag fell away its line does, too.
    const bool has_break = out.empty() || out.ends_with('\n') || out.ends_with(' ') || out.ends_with("<p>");
    if (has_break && html[at] == '\n') {
      ++at;
      continue;
    }
    const std::size_t begin = std::min(html.find('<', at), html.size());
    out.append(html, at, begin - at);
    if (begin == html.size()) break;
    const std::size_t end = html.find('>', begin);
    const std::string tag = simple_tag(std::string_view(html).substr(begin + 1, end - begin - 1));
    if (tag == "</p>" && out.ends_with("<p>")) {
      out.resize(out.size() - 3);  // there was nothing but a picture in it
    } else {
      out += tag;
    }
    at = end + 1;
  }
  return out;
}

std::vector<std::string> missing_for_structured_data(const rules::Facts& facts) {
  std::vector<std::string> missing;
  if (facts.organization.empty()) missing.push_back("organization");
  if (facts.country.empty()) missing.push_back("place.country");
  if (!facts.posted) missing.push_back("posted");
  return missing;
}

std::string structured_data(const PageContext& page) {
  const rules::RuleSet& rules = page.input.rules;
  // What nobody can apply for any more isn't to be found as a position.
  if (rules.apply.closed || !missing_for_structured_data(rules.facts).empty()) return {};
  JsonObject posting;
  set(posting, "@context", "https://schema.org/");
  set(posting, "@type", "JobPosting");
  set(posting, "title", page.title);
  const std::string description =
      simple_html(page.input.document, title_block(page.input.document, page.title));
  set(posting, "description", description.empty() ? page.title : description);
  set(posting, "inLanguage", page.input.language.empty() ? std::string("en") : page.input.language);
  set(posting, "datePosted", base::to_string(*rules.facts.posted));
  if (const std::string until = valid_through(rules.last_deadline()); !until.empty())
    set(posting, "validThrough", until);
  if (Json type = employment(rules.facts.employment); !type.is_null())
    set(posting, "employmentType", std::move(type));
  set(posting, "hiringOrganization", organization(rules.facts));
  set(posting, "jobLocation", location(rules.facts));
  return for_script(base::write_json(std::move(posting)));
}

}  // namespace aushang::html
