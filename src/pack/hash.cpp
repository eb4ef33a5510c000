#include "pack/hash.h"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace aushang::pack {
namespace {

using Digest = std::array<std::uint8_t, SHA256_DIGEST_LENGTH>;

Digest sha256(std::string_view data) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(data.data()), data.size());
  Digest digest;
  SHA256Final(digest.data(), &context);
  return digest;
}

/// RFC 4648, section 4.
std::string base64(const Digest& bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = bytes.size() - i;
    const std::uint32_t three = static_cast<std::uint32_t>(bytes[i]) << 16 |
                                (left > 1 ? static_cast<std::uint32_t>(bytes[i + 1]) << 8 : 0) |
                                (left > 2 ? static_cast<std::uint32_t>(bytes[i + 2]) : 0);
    for (std::size_t k = 0; k < 4; ++k) out += k > left ? '=' : digits[three >> (18 - 6 * k) & 63];
  }
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view data) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : sha256(data)) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string integrity(std::string_view data) { return "sha256-" + base64(sha256(data)); }

}  // namespace aushang::pack
