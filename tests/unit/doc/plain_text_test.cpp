#include "doc/plain_text.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "doc/parse.h"

namespace aushang::doc {
namespace {

std::string plain(std::string_view markdown) { return to_plain_text(*parse(markdown)); }

TEST(PlainText, SetsParagraphsApartAndKeepsListsTogether) {
  EXPECT_EQ(plain("# T\n\na\nb\n\n- x\n- y\n\nend"), "T\n\na b\n\n- x\n- y\n\nend\n");
  EXPECT_EQ(plain("3. a\n4. b\n   - c\n"), "3. a\n4. b\n  - c\n");
}

TEST(PlainText, ShowsWhereLinksLead) {
  EXPECT_EQ(plain("[here](mailto:a@b.example) or https://x.example"),
            "here (mailto:a@b.example) or https://x.example\n");
  EXPECT_EQ(plain("[a@b.example](mailto:a@b.example), [up](#top)"), "a@b.example, up\n");
}

TEST(PlainText, ALinkWhoseWordsArePartOfItsAddressShowsWhereItLeads) {
  EXPECT_EQ(plain("[apply](https://x.example/apply)"), "apply (https://x.example/apply)\n");
  EXPECT_EQ(plain("[Go to https://x.example](https://x.example/y)"),
            "Go to https://x.example (https://x.example/y)\n");
  EXPECT_EQ(plain("[https://x.example](https://x.example/y)"), "https://x.example (https://x.example/y)\n");
  EXPECT_EQ(
      plain("[x.example](https://x.example/), [a@b.example](mailto:a@b.example?subject=c), www.x.example"),
      "x.example, a@b.example, www.x.example\n");
  EXPECT_EQ(plain("[](https://x.example)y"), "y\n");
}

TEST(PlainText, PutsTablesInRowsWithTabs) {
  EXPECT_EQ(plain("|a|b|\n|-|-|\n|1|2|\n|3|4|\n"), "a\tb\n1\t2\n3\t4\n");
}

TEST(PlainText, MarksQuotesAndTasks) {
  EXPECT_EQ(plain("> q\n> r"), "> q r\n");
  EXPECT_EQ(plain("- [x] done\n- [ ] open"), "- [x] done\n- [ ] open\n");
}

TEST(PlainText, OfNothingIsNothing) {
  EXPECT_EQ(plain(""), "");
  EXPECT_EQ(plain("\n\n"), "");
}

}  // namespace
}  // namespace aushang::doc
