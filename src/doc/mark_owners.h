#pragma once
/// Which of several overlapping marks owns which text. Private to doc/mark.
#include <cstdint>
#include <vector>

#include "doc/mark.h"

namespace aushang::doc {

struct Owned {
  Range text;
  std::uint32_t mark;  ///< index of the innermost mark there
};

/// In the order of the text, without gaps between neighbours of one owner; text without a mark isn't in it.
[[nodiscard]] std::vector<Owned> owners(const std::vector<Mark>& marks, std::uint32_t text_size);

}  // namespace aushang::doc
