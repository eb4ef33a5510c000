#include "layout/columns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "pages.h"

namespace aushang::layout {
namespace {

/// Shares of a table of one row, whose cells are these.
std::vector<int> shares_of(const std::vector<std::string>& cells) {
  std::string header;
  std::string rule;
  std::string row;
  for (const std::string& cell : cells) {
    header += "| a ";
    rule += "|---";
    row += "| " + cell + " ";
  }
  const auto document = parsed(header + "|\n" + rule + "|\n" + row + "|\n");
  const auto table =
      std::find_if(document->blocks.begin(), document->blocks.end(),
                   [](const doc::Block& block) { return block.kind == doc::BlockKind::table; });
  if (table == document->blocks.end()) {
    ADD_FAILURE() << "no table";
    return {};
  }
  return column_shares(*document, static_cast<std::uint32_t>(table - document->blocks.begin()));
}

TEST(Columns, ShareAllThereIs) {
  EXPECT_EQ(shares_of({"x"}), std::vector<int>{k_share_units});
  EXPECT_EQ(shares_of({"x", "x"}), (std::vector<int>{k_share_units / 2, k_share_units / 2}));
}

TEST(Columns, ANarrowOneKeepsAPlaceBesideAnyNeighbours) {
  for (const std::size_t wide : {1u, 2u, 5u, 11u}) {
    for (const std::size_t length : {1u, 30u, 400u, 5000u}) {
      std::vector<std::string> cells(wide, std::string(length, 'w'));
      for (int narrow = 0; narrow < 4; ++narrow) {
        cells.insert(cells.begin() + narrow, "1");
        const std::vector<int> shares = shares_of(cells);
        ASSERT_EQ(shares.size(), cells.size());
        EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0), k_share_units);
        EXPECT_GE(*std::min_element(shares.begin(), shares.end()), 1) << wide << " × " << length;
      }
    }
  }
}

TEST(Columns, MoreThanThereAreUnitsGetNone) {
  const std::vector<int> shares = shares_of(std::vector<std::string>(k_share_units + 1, "x"));
  EXPECT_EQ(shares, std::vector<int>(k_share_units + 1, 0));
}

}  // namespace
}  // namespace aushang::layout
