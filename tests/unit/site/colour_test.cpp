#include "site/colour.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace aushang::site {
namespace {

TEST(Colour, ReadsBothNotationsAndNothingElse) {
  EXPECT_EQ(parse_colour("#0a5aa0"), (Colour{0x0a, 0x5a, 0xa0}));
  EXPECT_EQ(parse_colour("#FFF"), (Colour{0xff, 0xff, 0xff}));
  EXPECT_EQ(parse_colour("#05a"), (Colour{0x00, 0x55, 0xaa}));
  for (const char* text : {"", "#", "0a5aa0", "#0a5aa", "#0a5aa0ff", "#ggg", "red", "#12 456", "#+12"})
    EXPECT_FALSE(parse_colour(text)) << text;
}

TEST(Colour, WritesWhatItReads) { EXPECT_EQ(to_string(*parse_colour("#0A5aa0")), "#0a5aa0"); }

TEST(Colour, ContrastIsThatOfWcag) {
  const Colour black = {0, 0, 0};
  const Colour white = {255, 255, 255};
  EXPECT_NEAR(contrast(black, white), 21, 1e-9);
  EXPECT_NEAR(contrast(white, white), 1, 1e-9);
  EXPECT_NEAR(contrast(*parse_colour("#767676"), white), 4.54, 0.005) << "the lightest grey that passes";
  EXPECT_NEAR(contrast(white, *parse_colour("#777777")), 4.48, 0.005) << "one more doesn't";
}

TEST(Colour, MixesInShares) {
  EXPECT_EQ(mix({0, 100, 255}, {100, 100, 55}, 50), (Colour{50, 100, 155}));
  EXPECT_EQ(mix({1, 2, 3}, {9, 9, 9}, 100), (Colour{1, 2, 3}));
}

}  // namespace
}  // namespace aushang::site
