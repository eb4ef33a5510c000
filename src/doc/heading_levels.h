#pragma once
/// Levels that headings get on a page (WCAG 2.2, 1.3.1): the topmost becomes `top`, and none is skipped on
/// the way down, whatever the author wrote.
#include <algorithm>
#include <vector>

namespace aushang::doc {

class HeadingLevels {
 public:
  explicit HeadingLevels(int top) : top_(top) {}
  /// The level of the next heading, at most 6; `written` as in the source.
  int next(int written) {
    while (!open_.empty() && open_.back() >= written) open_.pop_back();
    open_.push_back(written);
    return std::min(top_ + static_cast<int>(open_.size()) - 1, 6);
  }

 private:
  int top_;
  std::vector<int> open_;
};

}  // namespace aushang::doc
