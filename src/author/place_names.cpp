#include "author/place_names.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/json_reader.h"
#include "base/text.h"

namespace aushang::author {
namespace {

std::vector<std::string_view> cells(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    out.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

bool is_same(std::string_view a, std::string_view b) {
  return base::to_ascii_lower(a) == base::to_ascii_lower(b);
}

}  // namespace

std::string what_is_wrong_with_country(std::string_view text) {
  std::vector<std::string_view> names;
  std::vector<std::vector<std::string_view>> countries;
  for (const std::string_view line : base::split_lines(k_countries)) {
    if (line.empty()) continue;
    std::vector<std::string_view> country = cells(line);
    if (country.front() == text) return {};
    names.insert(names.end(), country.begin() + 1, country.end());
    countries.push_back(std::move(country));
  }
  const std::string_view near = text.size() > 3 ? base::nearest(text, names) : std::string_view();
  for (const std::vector<std::string_view>& country : countries) {
    const bool is_meant = std::any_of(country.begin(), country.end(), [&](std::string_view name) {
      return is_same(name, text) || (!near.empty() && name == near);
    });
    if (is_meant) return "did you mean " + base::quoted(country[0]) + " (" + std::string(country[1]) + ")?";
  }
  return "write the two letters of ISO 3166-1, as in \"DE\".";
}

std::string what_is_wrong_with_zone(std::string_view text) {
  const std::vector<std::string_view> zones = base::split_lines(k_zones);
  std::string_view in_city;
  for (const std::string_view zone : zones) {
    if (is_same(zone, text)) return {};
    if (!zone.empty() && is_same(zone.substr(zone.rfind('/') + 1), text)) in_city = zone;
  }
  const std::string_view near = in_city.empty() ? base::nearest(text, zones) : in_city;
  const bool is_likely = near.find('/') != std::string_view::npos;  // any two abbreviations are near
  return (is_likely ? "did you mean " + base::quoted(near) + "?"
                    : "write a name such as \"Europe/Berlin\" or \"UTC\".") +
         " (\"Anywhere on Earth\" is \"Etc/GMT+12\".)";
}

}  // namespace aushang::author
