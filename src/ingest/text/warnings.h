#pragma once
/// Collects what the author should know, by offset into the page, and gives it places at the end.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace aushang::ingest {

class Warnings {
 public:
  void add(std::size_t page_offset, std::string_view code, std::string message);

  /// Sorted by place; at most base::k_max_diagnostics and one that counts the rest.
  [[nodiscard]] base::Diagnostics resolve(std::string_view page, std::string_view file) &&;

 private:
  struct Note {
    std::size_t offset = 0;
    std::string_view code;
    std::string message;
  };
  std::vector<Note> notes_;
  std::size_t left_out_ = 0;
};

/// `word` in quotes for a message, on one line and cut where it is long.
[[nodiscard]] std::string quoted(std::string_view word);

}  // namespace aushang::ingest
