#pragma once
/// Makes a fragment of HTML small enough to trust: only elements the converter knows, only attributes it
/// reads, no comments, no scripts, bounded depth, a table around rows that lost theirs. Text passes as it is.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/source_text.h"
#include "ingest/warnings.h"

namespace aushang::ingest {

/// Lines of HTML without what belongs to the quotes and lists around them.
struct Fragment {
  std::string html;
  std::vector<std::pair<std::size_t, std::size_t>>
      places;  ///< (offset in html, offset in the text), ascending

  void add_line(std::string_view line, std::size_t text_offset);
  [[nodiscard]] std::size_t text_offset(std::size_t offset) const;
};

[[nodiscard]] std::string tidy(const Fragment& fragment, const SourceText& source, Warnings& warnings);

/// The warning for an element that is left out.
void warn_dropped(std::string_view name, std::size_t page_offset, Warnings& warnings);
/// The warning for a link whose address can't be kept.
void warn_address(std::string_view address, std::size_t page_offset, Warnings& warnings);

}  // namespace aushang::ingest
