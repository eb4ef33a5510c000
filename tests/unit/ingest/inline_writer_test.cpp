#include "ingest/write/inlines.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "ingest/text/source_text.h"
#include "support.h"

namespace aushang::ingest {
namespace {

Piece text(std::string what) { return {Piece::Kind::text, {}, std::move(what)}; }
Piece open(Mark mark, std::string tail = {}) { return {Piece::Kind::open, mark, std::move(tail)}; }
Piece close(Mark mark) { return {Piece::Kind::close, mark, {}}; }

TEST(InlineWriter, MovesSpacesOutOfMarksAndFoldsThem) {
  EXPECT_EQ(write_inlines({text(" a\n b"), open(Mark::strong), text(" c "), close(Mark::strong), text("d ")},
                          Place::paragraph),
            "a b **c** d");
}

TEST(InlineWriter, ShrinksMarksThatWouldNotBeRead) {
  EXPECT_EQ(write_inlines({text("a"), open(Mark::strong), text("(b)"), close(Mark::strong), text("c")},
                          Place::paragraph),
            "a(**b**)c");
  EXPECT_EQ(write_inlines({open(Mark::strong), text("a"), open(Mark::strong), text("b"), close(Mark::strong),
                           close(Mark::strong)},
                          Place::paragraph),
            "**ab**");
  EXPECT_EQ(write_inlines({open(Mark::emphasis), text(" "), close(Mark::emphasis)}, Place::paragraph), "");
}

TEST(InlineWriter, EscapesWhatWouldBeginABlockOnEachLine) {
  EXPECT_EQ(write_inlines({text("- a"), {Piece::Kind::line_break, {}, {}}, text("2) b")}, Place::paragraph),
            "\\- a\\\n2\\) b");
  EXPECT_EQ(write_inlines({text("a | b #"), {Piece::Kind::line_break, {}, {}}, text("c")}, Place::cell),
            "a \\| b # c");
}

TEST(InlineWriter, FencesCodeByItsOwnBackticks) {
  EXPECT_EQ(write_inlines({{Piece::Kind::code, {}, "a``b"}}, Place::paragraph), "```a``b```");
  EXPECT_EQ(write_inlines({{Piece::Kind::code, {}, "`"}}, Place::paragraph), "`` ` ``");
  EXPECT_EQ(write_inlines({{Piece::Kind::code, {}, "a|b"}}, Place::cell), "a\\|b");
}

TEST(SourceText, RemembersWhereEveryByteStood) {
  const SourceText source("0123456789", 100);
  SourceText next;
  next.copy(source, 0, 2);
  next.copy(source, 4, 6);
  next.insert("abc", source.origin(6));
  next.copy(source, 7, 10);
  EXPECT_EQ(next.text(), "0145abc789");
  SourceText last;
  last.copy(next, 3, 10);
  EXPECT_EQ(last.text(), "5abc789");
  EXPECT_EQ(last.origin(0), 105u);
  EXPECT_EQ(last.origin(2), 106u);
  EXPECT_EQ(last.origin(4), 107u);
  last.erase(4);
  EXPECT_EQ(last.text(), "5abc89");
  EXPECT_EQ(last.origin(4), 108u);
  EXPECT_EQ(last.origin(5), 109u);
}

TEST(SourceText, TakesWhiteSpaceBack) {
  SourceText text("a \t", 7);
  text.insert(" ", 9);
  text.trim_end();
  text.insert("b", 20);
  EXPECT_EQ(text.text(), "ab");
  EXPECT_EQ(text.origin(0), 7u);
  EXPECT_EQ(text.origin(1), 20u);
}

}  // namespace
}  // namespace aushang::ingest
