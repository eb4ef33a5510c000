#pragma once
/// Semantics as one array of 32-bit words for the layer's script.
///
///     header        k_header_words words, see k_layer_header
///     nodes         node_count times k_layer_node
///     line starts   the rest
///
/// Nobody mirrors this by hand: `describe_buffers` says which word is what, and the script reads it. A script
/// of another version sees another number first.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/semantics.h"
#include "layout/theme.h"

namespace aushang::platform {

inline constexpr std::int32_t k_buffer_version = 1;

/// Fixed point: distances are in 1/64 px, the unit in which browsers lay out.
inline constexpr float k_units_per_px = 64;

[[nodiscard]] std::vector<std::int32_t> encode_layer(const layout::Semantics& semantics);

/// What the script tells about the page's look: numbers in the order of `describe_buffers`' "theme", then
/// "style" for each context, then "ink" colours.
struct Look {
  layout::Theme theme;
  std::vector<std::uint32_t> inks;  ///< 0xAABBGGRR, one per layout::Ink
  int face_count = 0;
  float density = 1;
};

/// False if the array isn't of this version and length, or holds what can't be.
[[nodiscard]] bool decode_look(const float* numbers, std::size_t count, Look& look);

/// JSON: the version, names of words of each record, of tags, contexts and inks.
[[nodiscard]] std::string describe_buffers();

}  // namespace aushang::platform
