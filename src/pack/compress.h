#pragma once
/// Files as servers send them to whoever accepts it: smaller, and the same bytes in every build.
#include <string>
#include <string_view>

namespace aushang::pack {

/// Brotli (RFC 7932), quality 11. Empty if the compressor runs out of memory.
[[nodiscard]] std::string brotli(std::string_view data);

/// gzip (RFC 1952), level 9, without name and time. Empty if the compressor runs out of memory.
[[nodiscard]] std::string gzip(std::string_view data);

/// Whether a file of that name gets smaller by it: text and wasm do, pictures and what is compressed don't.
[[nodiscard]] bool is_compressible(std::string_view name);

}  // namespace aushang::pack
