#include "base/diagnostic.h"

#include <gtest/gtest.h>

#include <string>

namespace aushang::base {
namespace {

TEST(Diagnostic, PositionsCountLinesAndCodePointsFromOne) {
  const std::string text = "a\nüb\n\nc";
  EXPECT_EQ(position_at(text, 0), (Position{1, 1}));
  EXPECT_EQ(position_at(text, text.find('b')), (Position{2, 2}));
  EXPECT_EQ(position_at(text, text.find('c')), (Position{4, 1}));
  EXPECT_EQ(position_at(text, 999), (Position{4, 2}));
  EXPECT_EQ(position_at("", 0), (Position{1, 1}));
}

TEST(Diagnostic, IsOneLineWithPlaceCodeMessageAndPath) {
  EXPECT_EQ(format({Severity::error, "check.json", {3, 7}, "unknown-key", "$.apply", "no such key."}),
            "check.json:3:7: unknown-key: no such key. [$.apply]");
  EXPECT_EQ(format({Severity::warning, "p.md", {}, "empty", "", "nothing."}),
            "p.md: empty: warning: nothing.");
}

TEST(Diagnostic, SaysNothingToTheTerminal) {
  EXPECT_EQ(
      format({Severity::error, "a\x1B[2J.json", {1, 1}, "x", "$[\"\u0085\"]", "no \r\n\x1B]0;b\a here."}),
      "a [2J.json:1:1: x: no ]0;b here. [$[\" \"]]");
}

TEST(Diagnostic, SortsByPlace) {
  Diagnostics all = {{Severity::warning, "b", {1, 1}, "", "", ""},
                     {Severity::error, "a", {2, 1}, "", "", ""},
                     {Severity::error, "a", {1, 9}, "", "", ""},
                     {Severity::error, "b", {1, 1}, "", "", ""}};
  sort_by_place(all);
  EXPECT_EQ(all[0].at.column, 9u);
  EXPECT_EQ(all[1].at.line, 2u);
  EXPECT_EQ(all[2].severity, Severity::error);
  EXPECT_TRUE(has_errors(all));
}

}  // namespace
}  // namespace aushang::base
