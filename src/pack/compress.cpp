#include "pack/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace aushang::pack {

std::string brotli(std::string_view data) {
  std::size_t size = BrotliEncoderMaxCompressedSize(data.size());
  std::string out(size, '\0');
  const bool done = BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC,
                                          data.size(), reinterpret_cast<const std::uint8_t*>(data.data()),
                                          &size, reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(done ? size : 0);
  return out;
}

std::string gzip(std::string_view data) {
  constexpr int gzip_window = 15 + 16, most_memory = 9;  // zlib.h, deflateInit2
  z_stream stream = {};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, most_memory, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return {};
  gz_header header = {};
  header.os = 255;  // unknown: what system packed it is nobody's business
  deflateSetHeader(&stream, &header);
  std::string out(deflateBound(&stream, static_cast<uLong>(data.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

bool is_compressible(std::string_view name) {
  constexpr std::array<std::string_view, 9> kinds = {".html", ".css", ".js",          ".json", ".svg",
                                                     ".wasm", ".txt", ".webmanifest", ".xml"};
  const std::string lower = base::to_ascii_lower(name);
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return lower.ends_with(kind); });
}

}  // namespace aushang::pack
