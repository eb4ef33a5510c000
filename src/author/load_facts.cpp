#include <optional>
#include <string>
#include <string_view>

#include "author/load_sections.h"
#include "author/place_names.h"
#include "author/shape.gen.h"
#include "base/json_reader.h"
#include "base/text.h"

namespace aushang::author {

namespace {

void read_organization(Complaints& complaints, const Place& place, Facts& facts) {
  const ObjectReader object(complaints, place, shape::k_organization);
  facts.organization = read_line(complaints, object.member("name"));
  facts.organization_url = read_url(complaints, object.member("url"));
}

void read_place(Complaints& complaints, const Place& place, Facts& facts) {
  const ObjectReader object(complaints, place, shape::k_place);
  facts.city = read_line(complaints, object.member("city"));
  const Place country = object.member("country");
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
  const ObjectReader object(complaints, place, shape::k_facts);
  if (const Place organization = object.member("organization"))
    read_organization(complaints, organization, facts);
  if (const Place where = object.member("place")) read_place(complaints, where, facts);
  if (const auto employment = read_name(complaints, object.member("employment"), shape::k_employment_names)) {
    facts.employment = shape::k_employment_names[*employment];
  }
  facts.posted = read_date(complaints, object.member("posted"));
  facts.start = read_date(complaints, object.member("start"));
  return facts;
}

}  // namespace aushang::author
