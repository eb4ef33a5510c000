#include "layout/drawable.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace aushang::layout {
namespace {

using Reason = Undrawable::Reason;

TEST(Drawable, LettersSymbolsAndEmojiOfOneCodePointEachAreDrawable) {
  for (const char* text :
       {"", "Plain text, 100 %", "äöüßéł ſ Đ", "∇f(x) ≤ ∫ √2 → ∞ ℝ ⊂ Ω", "Привет, Ελληνικά, Հայերեն, ქართული",
        "日本語の文章です。ハロー", "中文，「引号」", "한국어 문장", "„Zitat“ – ‘so’ … • §", "☐ ☑ ✓ 🎓 📄 🙂",
        "Wasser\u00ADstoff\u200B\u2060\uFEFF", "\u00A0\u202F\u3000"}) {
    EXPECT_FALSE(find_undrawable(text)) << text;
  }
}

struct Example {
  const char* text;
  Reason reason;
  std::uint32_t offset;
};

TEST(Drawable, OtherTextsSayWhatCannotBeDrawnAndWhere) {
  for (const Example& one : std::initializer_list<Example>{
           {"ab \u05E9\u05DC\u05D5\u05DD", Reason::right_to_left, 3},  // Hebrew
           {"\u0633\u0644\u0627\u0645", Reason::right_to_left, 0},     // Arabic
           {"a\u060C", Reason::right_to_left, 1},                      // Arabic comma
           {"\u0660", Reason::right_to_left, 0},                       // Arabic digit
           {"\u0710", Reason::right_to_left, 0},                       // Syriac
           {"\u0780", Reason::right_to_left, 0},                       // Thaana
           {"\u07CA", Reason::right_to_left, 0},                       // N'Ko
           {"\uFEDF", Reason::right_to_left, 0},                       // Arabic presentation form
           {"a\u202Eb", Reason::right_to_left, 1},                     // override
           {"a\u2067b", Reason::right_to_left, 1},                     // isolate
           {"\U0001E900", Reason::right_to_left, 0},                   // Adlam
           {"\u0928\u092E", Reason::shaping, 0},                       // Devanagari
           {"\u0BA4", Reason::shaping, 0},                             // Tamil
           {"x \u0E2A\u0E27", Reason::shaping, 2},                     // Thai
           {"\u0EAA", Reason::shaping, 0},                             // Lao
           {"\u0F04", Reason::shaping, 0},                             // Tibetan
           {"\u1000", Reason::shaping, 0},                             // Myanmar
           {"\u1780", Reason::shaping, 0},                             // Khmer
           {"\u1820", Reason::shaping, 0},                             // Mongolian
           {"\uA984", Reason::shaping, 0},                             // Javanese
           {"u\u0308ber", Reason::cluster, 1},                         // combining diaeresis
           {"\u304B\u3099", Reason::cluster, 3},                       // combining voiced mark
           {"\u2764\uFE0F", Reason::cluster, 3},                       // variation selector
           {"\U0001F469\u200D\U0001F4BB", Reason::cluster, 4},         // joined emoji
           {"\U0001F44D\U0001F3FD", Reason::cluster, 4},               // modified emoji
           {"\U0001F1E9\U0001F1EA", Reason::cluster, 0},               // flag
           {"1\u20E3", Reason::cluster, 1},                            // keycap
           {"\U0001F3F4\U000E0067", Reason::cluster, 4},               // tag
           {"a\u200Cb", Reason::cluster, 1},                           // non-joiner
           {"\u1112\u1161\u11AB", Reason::cluster, 0},                 // Hangul letters
           {"\u8FBB\U000E0100", Reason::cluster, 3},                   // ideographic variation
       }) {
    const std::optional<Undrawable> found = find_undrawable(one.text);
    ASSERT_TRUE(found) << one.text;
    EXPECT_EQ(found->reason, one.reason) << one.text;
    EXPECT_EQ(found->offset, one.offset) << one.text;
  }
}

}  // namespace
}  // namespace aushang::layout
