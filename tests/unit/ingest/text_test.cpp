#include <gtest/gtest.h>

#include <cstddef>
#include <initializer_list>

#include "base/diagnostic.h"
#include "ingest/text/places.h"
#include "ingest/text/rewrite.h"
#include "ingest/text/source_text.h"

namespace aushang::ingest {
namespace {

TEST(Places, AreThoseOfTheirOffsetsInAnyOrder) {
  constexpr const char* page = "ab\n\nü–c\nd";
  Places places(page);
  for (const std::size_t offset : {0u, 2u, 3u, 4u, 6u, 9u, 10u, 11u, 12u, 99u, 9u, 4u, 11u, 0u})
    EXPECT_EQ(places.at(offset), base::position_at(page, offset)) << offset;
}

/// The middle of a character is behind its beginning, as for base::position_at.
TEST(Places, OfTheMiddleOfACharacterLeadTheNextOnesNotAstray) {
  constexpr const char* page = "–a\nb";
  Places places(page);
  for (const std::size_t offset : {1u, 2u, 3u, 4u, 5u})
    EXPECT_EQ(places.at(offset), base::position_at(page, offset)) << offset;
}

TEST(Rewrite, KeepsOriginsOfWhatItCopiesAndPutsIn) {
  const SourceText page("one two three", 100);
  Rewrite rewrite(page);
  EXPECT_EQ(rewrite.copy(0, 2), 2u);
  EXPECT_EQ(rewrite.copy(2, 4), 4u);
  rewrite.insert("2", 4);
  EXPECT_EQ(rewrite.copy(7, 8), 8u);
  EXPECT_EQ(rewrite.so_far().text(), "one 2 ");
  rewrite.so_far().trim_end();
  rewrite.copy(8, 13);
  const SourceText out = rewrite.take();
  EXPECT_EQ(out.text(), "one 2three");
  EXPECT_EQ(out.origin(3), 103u);
  EXPECT_EQ(out.origin(4), 104u);
  EXPECT_EQ(out.origin(5), 108u);
}

}  // namespace
}  // namespace aushang::ingest
