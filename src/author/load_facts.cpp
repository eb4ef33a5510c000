#include <optional>
#include <string>
#include <string_view>

#include "author/load_sections.h"
#include "author/place_names.h"
#include "base/json_reader.h"
#include "base/text.h"

namespace aushang::author {

namespace {

constexpr std::string_view k_employments[] = {"full_time", "part_time",  "full_or_part_time",
                                              "temporary", "internship", "scholarship"};

void read_organization(Complaints& complaints, const Place& place, Facts& facts) {
  ObjectReader object(complaints, place, R"({"name": "…"})", {"name", "url"});
  facts.organization = read_line(complaints, object.required("name"));
  facts.organization_url = read_url(complaints, object.nullable("url"));
}

void read_place(Complaints& complaints, const Place& place, Facts& facts) {
  ObjectReader object(complaints, place, R"({"city": "…", "country": "DE"})", {"city", "country"});
  facts.city = read_line(complaints, object.nullable("city"));
  const Place country = object.nullable("country");
  facts.country = read_string(complaints, country);
  if (facts.country.empty()) return;
  const std::string problem = what_is_wrong_with_country(facts.country);
  if (problem.empty()) return;
  complaints.error("bad-value", country.json->at, country.path,
                   quoted(facts.country) + " isn't the code of a country; " + problem);
  facts.country.clear();
}

}  // namespace

Facts read_facts(Complaints& complaints, const Place& place) {
  Facts facts;
  const ObjectReader object(complaints, place, R"({"place": {"city": "…", "country": "DE"}})",
                            {"organization", "place", "employment", "posted", "start"});
  if (const Place organization = object.nullable("organization"))
    read_organization(complaints, organization, facts);
  if (const Place where = object.nullable("place")) read_place(complaints, where, facts);
  if (const auto employment = read_name(complaints, object.nullable("employment"), k_employments)) {
    facts.employment = k_employments[*employment];
  }
  facts.posted = read_date(complaints, object.nullable("posted"));
  facts.start = read_date(complaints, object.nullable("start"));
  return facts;
}

}  // namespace aushang::author
