#pragma once
/// Clauses may name one another in any order; this puts them into one in which each comes after those it
/// names. Private to the module.
#include <cstddef>
#include <vector>

namespace aushang::rules {

struct ClauseOrder {
  std::vector<std::size_t> order;
  /// One way round for each cycle that was met: 0 → 2 → 0 is {0, 2}. Empty if all is well.
  std::vector<std::vector<std::size_t>> cycles;
};

/// `named[i]` are the clauses that clause i names.
[[nodiscard]] ClauseOrder order_clauses(const std::vector<std::vector<std::size_t>>& named);

}  // namespace aushang::rules
