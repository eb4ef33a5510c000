#pragma once
/// Running text (words, marks, links, breaks) as Markdown that is sure to mean it. Marks that Markdown can't
/// express where they stand, such as bold that begins inside a word with a quote mark, are left out; words
/// never are.
#include <string>
#include <string_view>
#include <vector>

#include "ingest/write/escape.h"

namespace aushang::ingest {

enum class Mark { emphasis, strong, strikethrough, link };

struct Piece {
  enum class Kind { text, code, image, line_break, open, close };
  Kind kind = Kind::text;
  Mark mark = Mark::emphasis;  ///< open, close
  std::string text;  ///< text, code; image: the finished Markdown; open of a link: its finished tail
};

using Pieces = std::vector<Piece>;

/// Marks must nest. White space is folded as HTML does it; a line break becomes a space outside paragraphs.
/// The result has no blank line in it and is empty where nothing would be seen.
[[nodiscard]] std::string write_inlines(const Pieces& pieces, Place place);

}  // namespace aushang::ingest
