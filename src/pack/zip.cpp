#include "pack/zip.h"

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace aushang::pack {
namespace {

constexpr std::uint32_t k_local_header = 0x04034b50, k_central_header = 0x02014b50, k_end = 0x06054b50;
constexpr std::size_t k_headers_bytes = 30 + 46;        ///< of one file, without its name
constexpr std::uint16_t k_needed = 20;                  ///< version 2.0: folders
constexpr std::uint16_t k_made_by = 3 << 8 | k_needed;  ///< Unix: it is told who may read a file
constexpr std::uint16_t k_utf8_names = 1 << 11;
constexpr std::uint16_t k_stored = 0;
constexpr std::uint16_t k_midnight = 0, k_first_day = 1 << 5 | 1;  ///< 1980-01-01
constexpr std::uint32_t k_readable = 0100644u << 16;

template <class Number>
void put(std::string& out, Number value) {
  for (std::size_t i = 0; i < sizeof value; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}

/// What both headers of a file say, from "version needed" to "length of the extra field".
void put_about(std::string& out, std::string_view name, std::string_view data) {
  const auto size = static_cast<std::uint32_t>(data.size());
  const uLong check = crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size()));
  for (const std::uint16_t one : {k_needed, k_utf8_names, k_stored, k_midnight, k_first_day}) put(out, one);
  for (const std::uint32_t one : {static_cast<std::uint32_t>(check), size, size}) put(out, one);
  put(out, static_cast<std::uint16_t>(name.size()));
  put(out, std::uint16_t{0});
}

/// Whether every number has room in its field.
bool fits(const std::map<std::string, std::string>& files) {
  std::uint64_t bytes = 22;
  for (const auto& [name, data] : files) {
    if (name.size() > std::numeric_limits<std::uint16_t>::max()) return false;
    bytes += k_headers_bytes + 2 * name.size() + data.size();
  }
  return bytes <= std::numeric_limits<std::uint32_t>::max() &&
         files.size() <= std::numeric_limits<std::uint16_t>::max();
}

}  // namespace

std::string zip(const std::map<std::string, std::string>& files) {
  if (!fits(files)) return {};
  std::string out, central;
  for (const auto& [name, data] : files) {
    put(central, k_central_header);
    put(central, k_made_by);
    put_about(central, name, data);
    for (int field = 0; field < 3; ++field)
      put(central, std::uint16_t{0});  // comment, disk, inner attributes
    put(central, k_readable);
    put(central, static_cast<std::uint32_t>(out.size()));
    central += name;
    put(out, k_local_header);
    put_about(out, name, data);
    out += name;
    out += data;
  }
  const auto start = static_cast<std::uint32_t>(out.size()),
             size = static_cast<std::uint32_t>(central.size());
  const auto count = static_cast<std::uint16_t>(files.size());
  out += central;
  put(out, k_end);
  for (const std::uint16_t one : {std::uint16_t{0}, std::uint16_t{0}, count, count}) put(out, one);
  put(out, size);
  put(out, start);
  put(out, std::uint16_t{0});
  return out;
}

}  // namespace aushang::pack
