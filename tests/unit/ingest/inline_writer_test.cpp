#include "ingest/inline_writer.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "ingest/source_text.h"
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

TEST(InlineWriter, LeavesOutMarksThatWouldNotBeRead) {
  EXPECT_EQ(write_inlines({text("a"), open(Mark::strong), text("(b)"), close(Mark::strong), text("c")},
                          Place::paragraph),
            "a(b)c");
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
  EXPECT_EQ(write_inlines({{Piece::Kind::code, {}, "a|b"}}, Place::cell), "`a\\|b`");
}

TEST(SourceText, RemembersWhereEveryByteStood) {
  SourceText source("0123456789", 100);
  Edits first;
  first.remove(2, 4);
  first.replace(6, 7, "abc");
  first.insert(9, "!");
  source.apply(std::move(first));
  EXPECT_EQ(source.text(), "0145abc78!9");
  Edits second;
  second.remove(0, 3);
  source.apply(std::move(second));
  EXPECT_EQ(source.text(), "5abc78!9");
  EXPECT_EQ(source.origin(0), 105u);
  EXPECT_EQ(source.origin(2), 106u);
  EXPECT_EQ(source.origin(4), 107u);
  EXPECT_EQ(source.origin(7), 109u);
}

TEST(SourceText, OfOverlappingEditsTheFirstWins) {
  SourceText source("abcdef", 0);
  Edits edits;
  edits.replace(3, 5, "y");
  edits.replace(1, 4, "x");
  edits.insert(1, "!");
  source.apply(std::move(edits));
  EXPECT_EQ(source.text(), "a!xef");
}

}  // namespace
}  // namespace aushang::ingest
