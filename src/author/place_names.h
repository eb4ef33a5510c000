#pragma once
/// The countries and time zones there are, from assets/author/countries.txt and zones.txt (made by
/// tools/make-places.mjs, built into the tool). Private to the module.
#include <string>
#include <string_view>

namespace aushang::author {

/// Empty for a code of ISO 3166-1 alpha-2 ("DE") and for "XK"; else what to write instead, as the end of a
/// sentence: `did you mean "GB" (United Kingdom)?`
[[nodiscard]] std::string what_is_wrong_with_country(std::string_view text);
/// The same for a name in the IANA time zone database, in capital or small letters.
[[nodiscard]] std::string what_is_wrong_with_zone(std::string_view text);

/// A line for each country: its code and what people call it, set apart by tabs. A line for each zone.
extern const std::string_view k_countries, k_zones;

}  // namespace aushang::author
