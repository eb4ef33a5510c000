#pragma once
/// Which way text runs. The static page says it (`dir`), and the layer is made of the same elements; the tile
/// draws left to right alone, so what runs the other way is shown plain (layout/drawable.h).
#include <cstdint>
#include <string_view>

namespace aushang::base {

enum class Direction : std::uint8_t { left_to_right, right_to_left };

/// As `dir` has it: "ltr", "rtl".
[[nodiscard]] std::string_view name_of(Direction direction);

/// That of a language tag (base/language.h): of the script it names, else of the one the language is mostly
/// written in.
[[nodiscard]] Direction direction_of_language(std::string_view tag);

/// That of a text which stands in others. Text that runs from right to left is full of Latin names and terms,
/// the other way round that is rare: so among text from right to left only what has no such letter runs the
/// other way; among text from left to right, what has more such words than others. Text without letters runs
/// as what is around it does.
[[nodiscard]] Direction direction_of_text(std::string_view text, Direction around);

}  // namespace aushang::base
