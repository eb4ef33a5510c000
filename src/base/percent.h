#pragma once
/// Percent-encoding (RFC 3986, section 2.1).
#include <string>
#include <string_view>

namespace aushang::base {

/// Every octet but the unreserved ones (letters, digits, "-._~") and those in `keep` becomes %XX, upper
/// case. Input is taken as octets; give it valid UTF-8 where the result must be.
[[nodiscard]] std::string percent_encode(std::string_view text, std::string_view keep = {});

/// Each well-formed %XX becomes its octet; anything else stays. "+" stays a plus (RFC 6068, section 5).
[[nodiscard]] std::string percent_decode(std::string_view text);

}  // namespace aushang::base
