#include <gtest/gtest.h>

#include "extracted.h"

namespace aushang::author {
namespace {

TEST(Places, AreThoseOfThePageAsItWasFound) {
  const Extract found = extracted(
      "---\ntitle: A place\n---\n<!-- Send your CV to old@group.example -->\n\n<p>Please send\nyour CV to "
      "<b>ann@group.example</b>.</p>\n");
  ASSERT_EQ(found.addresses.size(), 1u);
  EXPECT_EQ(found.addresses[0].at, (base::Position{7, 15}));
  ASSERT_EQ(found.materials.size(), 1u);
  EXPECT_EQ(found.materials[0].at, (base::Position{7, 6}));
}

TEST(Places, AByteOrderMarkAndFrontMatterCount) {
  const Extract found =
      extracted("\xEF\xBB\xBF---\ntitle: x\ndeadline: 2027-03-31\n---\nApply to ann@group.example.\n");
  ASSERT_EQ(found.addresses.size(), 1u);
  EXPECT_EQ(found.addresses[0].at.line, 5u);
  ASSERT_EQ(found.deadlines.size(), 1u);
  EXPECT_EQ(found.deadlines[0].at, (base::Position{3, 11}));
}

}  // namespace
}  // namespace aushang::author
