#include "base/percent.h"

#include <gtest/gtest.h>

#include <string>

namespace aushang::base {
namespace {

TEST(Percent, LeavesOnlyUnreservedCharacters) {
  EXPECT_EQ(percent_encode("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(percent_encode("[apply-phd-ot]"), "%5Bapply-phd-ot%5D");
  EXPECT_EQ(percent_encode(" +&=#?/\r\n"), "%20%2B%26%3D%23%3F%2F%0D%0A");
  EXPECT_EQ(percent_encode("ü"), "%C3%BC");
  EXPECT_EQ(percent_encode("a@b", "@"), "a@b");
}

TEST(Percent, DecodesWhatItEncoded) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  EXPECT_EQ(percent_decode(percent_encode(all)), all);
}

TEST(Percent, DecodingLeavesWhatIsNoEscape) {
  EXPECT_EQ(percent_decode("100%"), "100%");
  EXPECT_EQ(percent_decode("%zz%4"), "%zz%4");
  EXPECT_EQ(percent_decode("a+b%2b"), "a+b+");
}

}  // namespace
}  // namespace aushang::base
