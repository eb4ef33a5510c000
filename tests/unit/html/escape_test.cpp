#include "html/escape.h"

#include <gtest/gtest.h>

namespace aushang::html {
namespace {

TEST(Escape, NothingCanLeaveATextOrAnAttribute) {
  EXPECT_EQ(escape("<b a=\"x\">&'"), "&lt;b a=&quot;x&quot;&gt;&amp;'");
}

TEST(Escape, UrlsKeepTheirEscapesAndLoseTheirSpaces) {
  EXPECT_EQ(escape_url("a b%20c?x=1&y=[2]\"<"), "a%20b%20c?x=1&amp;y=%5B2%5D%22%3C");
  EXPECT_EQ(escape_url("ü"), "%C3%BC");
}

}  // namespace
}  // namespace aushang::html
