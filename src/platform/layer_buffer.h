#pragma once
/// Semantics as arrays of 32-bit words for the layer's script: one of the posting, one of the form beside it.
///
///     posting                            form
///     header        "header"             "form_header"
///     nodes         "node", each         "form_node", each, in the form's order
///     line starts   the rest             the rest
///
/// Nobody mirrors this by hand: `describe_buffers` says which word is what, and the script reads it. A script
/// of another version sees another number first.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/form_semantics.h"
#include "layout/semantics.h"
#include "layout/theme.h"

namespace aushang::platform {

inline constexpr std::int32_t k_buffer_version = 3;

/// Fixed point: distances are in 1/64 px, the unit in which browsers lay out.
inline constexpr float k_units_per_px = 64;

[[nodiscard]] std::vector<std::int32_t> encode_layer(const layout::Semantics& semantics);
[[nodiscard]] std::vector<std::int32_t> encode_form(const layout::FormSemantics& semantics);

/// What the script tells about the page's look. The array holds: version, density, number of faces;
/// "spacing", six distances before headings; for each of "contexts" line height, baseline and a face for each
/// of "emphases"; four channels (0 to 255) for each of "inks"; "widget_look" for each of "widgets".
struct Look {
  layout::Theme theme;
  layout::FormTheme form;
  std::vector<std::uint32_t> inks;  ///< 0xAABBGGRR, one per layout::Ink
  int face_count = 0;
  float density = 1;
};

/// False if the array isn't of this version and length, or holds what can't be.
[[nodiscard]] bool decode_look(const float* numbers, std::size_t count, Look& look);

/// JSON: the version; names of words of each record; of tags, contexts and inks; of the form's widgets
/// ("widgets": element and class, "containers": 1 for what holds others), inputs and tones.
[[nodiscard]] std::string describe_buffers();

}  // namespace aushang::platform
