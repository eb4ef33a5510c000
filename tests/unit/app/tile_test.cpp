#include "app/tile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace aushang::app {
namespace {

constexpr TileLimits k_page = {10'000, 4096};

TEST(Tile, CoversTheViewAndOneMoreOnEachSide) {
  EXPECT_EQ(tile_for({3000, 4000}, {}, k_page), (base::Band{2000, 5000}));
  EXPECT_EQ(tile_for({0, 1000}, {}, k_page), (base::Band{0, 2000})) << "nothing above the sheet";
  EXPECT_EQ(tile_for({9500, 10'500}, {}, k_page), (base::Band{8500, 10'000}));
}

TEST(Tile, StaysWhileTheViewScrollsALittle) {
  const base::Band tile = tile_for({3000, 4000}, {}, k_page);
  for (float by = -640; by <= 640; by += 20)
    EXPECT_EQ(tile_for({3000 + by, 4000 + by}, tile, k_page), tile) << by;
  EXPECT_NE(tile_for({3800, 4800}, tile, k_page), tile);
  EXPECT_NE(tile_for({2200, 3200}, tile, k_page), tile);
}

TEST(Tile, LeadsInTheDirectionOfScrolling) {
  const base::Band tile = tile_for({3000, 4000}, {}, k_page);
  EXPECT_EQ(tile_for({3800, 4800}, tile, k_page), (base::Band{3300, 6300}));
  EXPECT_EQ(tile_for({2200, 3200}, tile, k_page), (base::Band{700, 3700}));
  EXPECT_EQ(tile_for({8000, 9000}, tile, k_page), (base::Band{7000, 10'000})) << "a jump has no direction";
  EXPECT_EQ(tile_for({2400, 4600}, tile, k_page), (base::Band{1452.5F, 5547.5F}))
      << "nor has a window made higher";
  EXPECT_EQ(tile_for({3700, 4700}, tile, {10'000, 2000}), (base::Band{3200.5F, 5199.5F}))
      << "a tile that was too high";
}

TEST(Tile, MovesLittleOnAWayDownAndUp) {
  const auto moves = [](float from, float to) {
    base::Band tile = tile_for({from, from + 1000}, {}, {100'000, 4096});
    int count = 0;
    for (float top = from; top != to; top += to > from ? 10 : -10) {
      const base::Band next = tile_for({top, top + 1000}, tile, {100'000, 4096});
      if (next != tile) ++count;
      tile = next;
    }
    return count;
  };
  EXPECT_LE(moves(20'000, 40'000), 17);
  EXPECT_LE(moves(40'000, 20'000), 17);
}

TEST(Tile, StaysWhileAReaderGoesToAndFro) {
  base::Band tile = tile_for({20'000, 21'000}, {}, {100'000, 4096});
  tile = tile_for({20'800, 21'800}, tile, {100'000, 4096});  // has just been moved
  for (const float by : {-200.0F, 0.0F, 200.0F, -100.0F}) {
    EXPECT_EQ(tile_for({20'800 + by, 21'800 + by}, tile, {100'000, 4096}), tile) << by;
  }
}

TEST(Tile, IsNotMadeForASheetOutOfView) {
  EXPECT_EQ(tile_for({-2000, -1000}, {}, k_page).height(), 0);
  EXPECT_EQ(tile_for({20'000, 21'000}, {}, k_page).height(), 0);
  EXPECT_EQ(tile_for({0, 0}, {}, k_page).height(), 0);
  EXPECT_EQ(tile_for({0, 100}, {}, {0, 4096}).height(), 0) << "no sheet";
}

TEST(Tile, IsMovedWhereThePageBecameShorter) {
  const base::Band tile = tile_for({8900, 9900}, {}, k_page);
  const base::Band after = tile_for({4000, 5000}, tile, {5000, 4096});
  EXPECT_LE(after.bottom, 5000);
}

TEST(Tile, CoversWhatIsSeenAndIsNeverTooHigh) {
  std::uint32_t state = 1;
  const auto below = [&](std::uint32_t count) {
    state ^= state << 13, state ^= state >> 17, state ^= state << 5;
    return static_cast<float>(state % count);
  };
  base::Band now;
  for (int i = 0; i < 20'000; ++i) {
    const TileLimits limits = {1 + below(20'000), 100 + below(5000)};
    const float top = below(24'000) - 2000;
    const base::Band view = {top, top + 1 + below(3000)};
    if (i % 3 == 0) now = {};
    const base::Band tile = tile_for(view, now, limits);
    const base::Band seen = {std::max(view.top, 0.0F), std::min(view.bottom, limits.page_height)};
    if (seen.height() <= 0) continue;
    EXPECT_LE(tile.height(), limits.max_height + 0.01F);
    EXPECT_GE(tile.top, 0);
    EXPECT_LE(tile.bottom, limits.page_height);
    if (seen.height() <= limits.max_height) {
      EXPECT_LE(tile.top, seen.top);
      EXPECT_GE(tile.bottom, seen.bottom);
    } else {
      EXPECT_EQ(tile.top, seen.top) << "a view that is too high is filled from above";
    }
    EXPECT_EQ(tile_for(view, tile, limits), tile) << "nothing moves twice";
    now = tile;
    if (testing::Test::HasFailure()) {
      ADD_FAILURE() << view.top << ".." << view.bottom << " in " << limits.page_height << ", at most "
                    << limits.max_height;
      return;
    }
  }
}

}  // namespace
}  // namespace aushang::app
