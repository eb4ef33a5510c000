#pragma once
/// The small notations of check.json. Each takes a whole string and says whether it is one; where people get
/// one wrong in ways we know, what_is_wrong_with_… says how.
#include <string>
#include <string_view>

namespace aushang::base {

[[nodiscard]] bool is_id(std::string_view text);            ///< [a-z][a-z0-9_]*
[[nodiscard]] bool is_plain_key(std::string_view text);     ///< can follow a dot in a JSON path
[[nodiscard]] bool is_language_tag(std::string_view text);  ///< "en", "de", "zh-Hant": the shape of BCP 47
[[nodiscard]] bool is_time_of_day(std::string_view text);   ///< "23:59"

/// An e-mail address as an RFC 5322 addr-spec, in ASCII, without comments, quoting and address literals, with
/// a host of at least two labels. Empty if it is one, else what is wrong, as a sentence.
[[nodiscard]] std::string what_is_wrong_with_address(std::string_view text);
/// An absolute http or https address. Empty if it is one, else what is wrong, as a sentence.
[[nodiscard]] std::string what_is_wrong_with_url(std::string_view text);

}  // namespace aushang::base
