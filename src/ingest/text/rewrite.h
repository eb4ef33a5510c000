#pragma once
/// One text written anew as another: most of it stays as it stands, and is copied in stretches as long as
/// can be.
#include <cstddef>
#include <string_view>
#include <utility>

#include "ingest/text/source_text.h"

namespace aushang::ingest {

class Rewrite {
 public:
  /// `from` must outlive it.
  explicit Rewrite(const SourceText& from) : from_(from) { out_.reserve(from.text().size()); }

  /// Appends [begin, end), and gives `end`.
  std::size_t copy(std::size_t begin, std::size_t end) {
    if (begin != end_) copy_rest(), begin_ = begin;
    return end_ = end;
  }
  /// Appends text that stands for what is at `at`.
  void insert(std::string_view text, std::size_t at) { so_far().insert(text, from_.origin(at)); }
  /// What is written, to look at or to take back from.
  [[nodiscard]] SourceText& so_far() {
    copy_rest();
    return out_;
  }
  [[nodiscard]] SourceText take() { return std::move(so_far()); }

 private:
  void copy_rest() {
    out_.copy(from_, begin_, end_);
    begin_ = end_;
  }

  const SourceText& from_;
  SourceText out_;
  std::size_t begin_ = 0, end_ = 0;  ///< of `from_`: what is still to be copied
};

}  // namespace aushang::ingest
