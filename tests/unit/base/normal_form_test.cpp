#include "base/normal_form.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/normal_form_table.gen.h"
#include "base/utf8.h"

namespace aushang::base {
namespace {

std::string text_of(std::u32string_view code_points) {
  std::string out;
  for (const char32_t c : code_points) append(out, c);
  return out;
}

TEST(NormalForm, JoinsLettersAndTheirMarks) {
  EXPECT_EQ(compose("Mu\u0308nchen, cafe\u0301, A\u030Angstro\u0308m"), "München, café, Ångström");
  EXPECT_EQ(compose("Zürich – „schon“ 漢字 🎓"), "Zürich – „schon“ 漢字 🎓");
  EXPECT_EQ(compose("\u0308"), "\u0308");
  EXPECT_EQ(compose("\nu\u0308"), "\nü");
  EXPECT_EQ(compose("x\u0308\u0308y"), "ẍ\u0308y");
  EXPECT_EQ(compose(""), "");
}

/// UAX #15: marks of different kinds stand in one order; one of the same kind keeps others from joining.
TEST(NormalForm, PutsMarksInOrder) {
  EXPECT_EQ(compose("a\u0323\u0302"), "ậ");
  EXPECT_EQ(compose("a\u0302\u0323"), "ậ");
  EXPECT_EQ(compose("â\u0323"), "ậ");
  EXPECT_EQ(compose("d\u0307\u0323"), "ḍ\u0307");
  EXPECT_EQ(compose("a\u0305\u0308"), "a\u0305\u0308");
  EXPECT_EQ(compose(text_of(U"\u0BC6\u0BBE")), text_of(U"\u0BCA"));
}

TEST(NormalForm, JoinsHangul) {
  EXPECT_EQ(compose(text_of(U"\u1112\u1161\u11AB\u1100\u1173\u11AF")), "한글");
  EXPECT_EQ(compose(text_of(U"\uD558\u11AB")), "한");
}

TEST(NormalForm, KeepsWhatItsAuthorChoseAmongLookAlikes) {
  const std::string name = text_of(U"\uFA19\u8C37");
  EXPECT_EQ(compose(name), name);
}

TEST(NormalForm, KnowsEachLetterOfTheTable) {
  for (const auto& [whole, first, second] : normal_form_table::k_composed) {
    EXPECT_EQ(compose(text_of(std::u32string{first, second})), text_of(std::u32string{whole}));
    EXPECT_EQ(compose(text_of(std::u32string{U'x', whole})), text_of(std::u32string{U'x', whole}));
  }
}

TEST(NormalForm, EndsOnHostileMarks) {
  std::string many = "a";
  for (int i = 0; i < 100'000; ++i) many += i % 2 == 0 ? "\u0323" : "\u0302";
  EXPECT_EQ(compose(many).substr(0, 3), "ậ");
}

}  // namespace
}  // namespace aushang::base
