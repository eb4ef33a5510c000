#include "rules/clause_order.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <vector>

namespace aushang::rules {
namespace {

using Order = std::vector<std::size_t>;

TEST(ClauseOrder, puts_each_clause_after_those_it_names) {
  const ClauseOrder result = order_clauses({{2}, {}, {1, 3}, {}});
  EXPECT_EQ(result.order, (Order{1, 3, 2, 0}));
  EXPECT_TRUE(result.cycles.empty());
}

TEST(ClauseOrder, shows_the_way_round_a_cycle) {
  EXPECT_EQ(order_clauses({{1}, {2}, {1}}).cycles, (std::vector<Order>{{1, 2}}));
  EXPECT_EQ(order_clauses({{0}}).cycles, (std::vector<Order>{{0}}));
}

TEST(ClauseOrder, takes_a_long_chain_without_recursion) {
  std::vector<std::vector<std::size_t>> chain(100'000);
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) chain[i] = {i + 1};
  EXPECT_EQ(order_clauses(chain).order.front(), chain.size() - 1);
}

}  // namespace
}  // namespace aushang::rules
