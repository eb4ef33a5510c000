#pragma once
/// Offsets into a page as places in it. Each goes on from the one before, so that all of them cost one pass
/// where they ascend.
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"
#include "base/utf8.h"

namespace aushang::ingest {

class Places {
 public:
  explicit Places(std::string_view page) : page_(page) {}

  [[nodiscard]] base::Position at(std::size_t offset) {
    offset = std::min(offset, page_.size());
    if (offset < offset_) offset_ = 0, place_ = {1, 1};
    for (std::size_t end = 0; (end = page_.find('\n', offset_)) < offset; offset_ = end + 1)
      ++place_.line, place_.column = 1;
    for (; offset_ < offset; offset_ += base::decode(page_, offset_).length) ++place_.column;
    return place_;
  }

 private:
  std::string_view page_;
  std::size_t offset_ = 0;
  base::Position place_{1, 1};
};

}  // namespace aushang::ingest
