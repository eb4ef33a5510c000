#pragma once
/// Whether the tile can draw a text as the browser does.
///
/// The tile draws one code point at a time, left to right, by single advances without kerning. That is what a
/// browser does with letters of the simple scripts, with punctuation, symbols, Han, kana, Hangul syllables
/// and plain emoji; U+00AD, U+200B, U+2060 and U+FEFF are drawn as nothing by both. For any other text the
/// page is shown in plain mode, where the browser draws.
#include <cstdint>
#include <optional>
#include <string_view>

namespace aushang::layout {

struct Undrawable {
  enum class Reason : std::uint8_t {
    right_to_left,  ///< Hebrew, Arabic, …; also the controls that set a direction
    shaping,  ///< letters change shape or place with their neighbours, or lines break by dictionary: Indic
              ///< scripts, Thai, …
    cluster,  ///< several code points are one sign: combining marks, joiners, variation selectors, flags,
              ///< keycaps, Hangul letters
  };
  Reason reason = Reason::cluster;
  std::uint32_t offset = 0;  ///< byte offset of the code point that can't be drawn
};

/// The first such place in a text in valid UTF-8; nothing if all of it can be drawn. No canonical
/// composition: "u" with a combining diaeresis is a cluster, "ü" is not. Unicode 15.0.
[[nodiscard]] std::optional<Undrawable> find_undrawable(std::string_view text);

}  // namespace aushang::layout
