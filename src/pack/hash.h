#pragma once
/// What tells one content from another: SHA-256 (FIPS 180-4) in the three ways it is written.
#include <string>
#include <string_view>

namespace aushang::pack {

/// 64 digits of 0-9a-f.
[[nodiscard]] std::string sha256_hex(std::string_view data);

/// As the attribute `integrity` and fetch() take it (Subresource Integrity, section 3.1): "sha256-" and
/// base64.
[[nodiscard]] std::string integrity(std::string_view data);

}  // namespace aushang::pack
