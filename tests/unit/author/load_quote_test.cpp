#include <cstdint>
#include <string>
#include <string_view>

#include "author/places.h"
#include "check_file.h"

namespace aushang::author {
namespace {

constexpr std::string_view k_page =
    "# PhD position\n\nWe look for **a master's degree** and\nresearch experience.\n\n- CV\n- CV of "
    "references\n";
constexpr std::string_view k_german = "Wir erwarten einen Masterabschluss.\n";

class Quotes : public testing::Test {
 protected:
  base::Diagnostics diagnose_quote(const std::string& quote) const {
    CheckFile file;
    file.notes = R"([{"id": "n", "label": "x", "quote": )" + quote + "}]";
    const auto place = [&](std::uint32_t offset) { return Places(k_page, k_page, *page_).of_text(offset); };
    return diagnose(file.text(), {{"en", &*page_, "posting.md", place}, {"de", &*german_, "posting.de.md"}});
  }

  base::Result<doc::Document> page_ = doc::parse(k_page);
  base::Result<doc::Document> german_ = doc::parse(k_german);
};

TEST_F(Quotes, are_found_in_the_visible_text_of_their_language) {
  EXPECT_TRUE(
      diagnose_quote(R"({"en": ["a master’s degree and research", "PhD position"], "de": "Masterabschluss"})")
          .empty());
}

TEST_F(Quotes, that_do_not_stand_on_the_page_are_errors_with_a_guess) {
  expect_one(diagnose_quote(R"("a doctoral degree")"), "quote-not-found", "$.notes[0].quote",
             "word for word");
  expect_one(diagnose_quote(R"("A Master's degree")"), "quote-not-found", "$.notes[0].quote",
             "The nearest there is \"a master's degree\" (posting.md:3:15).");
  expect_one(diagnose_quote(R"("**a master's degree**")"), "quote-not-found", "$.notes[0].quote", "Markdown");
  expect_one(diagnose_quote(R"(["PhD position", "a master's degree and much more"])"), "quote-not-found",
             "$.notes[0].quote[1]", "The nearest there is \"a master's degree and research experience\"");
  expect_one(diagnose_quote(R"("a masters degree")"), "quote-not-found", "$.notes[0].quote",
             "\"a master's degree\"");
  expect_one(diagnose_quote(R"("reserach experience")"), "quote-not-found", "$.notes[0].quote",
             "\"research experience\"");
  const base::Diagnostics nothing_near = diagnose_quote(R"("five years of fluent Spanish")");
  ASSERT_EQ(nothing_near.size(), 1u);
  EXPECT_EQ(nothing_near[0].message.find("nearest"), std::string::npos) << describe(nothing_near);
}

TEST_F(Quotes, that_stand_there_twice_are_errors_with_the_count) {
  expect_one(diagnose_quote(R"("CV")"), "quote-ambiguous", "$.notes[0].quote",
             "2 times (posting.md, lines 6 and 7); quote more");
}

TEST_F(Quotes, are_looked_up_in_a_page_that_exists) {
  const base::Diagnostics all = diagnose_quote(R"({"en": "PhD position", "fr": "un master"})");
  expect_one(all, "bad-language", "$.notes[0].quote.fr", "\"en\" or \"de\"");
}

TEST_F(Quotes, have_the_form_of_a_string_a_list_or_one_of_these_per_language) {
  expect_one(diagnose_quote("3"), "wrong-type", "$.notes[0].quote");
  expect_one(diagnose_quote("\"\""), "empty-string", "$.notes[0].quote");
  expect_one(diagnose_quote("[]"), "bad-value", "$.notes[0].quote");
  expect_one(diagnose_quote("{}"), "bad-value", "$.notes[0].quote");
  expect_one(diagnose_quote(R"(["CV of", 1])"), "wrong-type", "$.notes[0].quote[1]");
  expect_one(diagnose_quote(R"({"english": "PhD position"})"), "bad-language", "$.notes[0].quote.english");
}

TEST_F(Quotes, missing_for_a_translation_are_warned_about) {
  const base::Diagnostics all = diagnose_quote(R"("PhD position")");
  expect_one(all, "quote-untranslated", "$.notes[0].quote", "\"de\"");
  EXPECT_EQ(all[0].severity, base::Severity::warning);
}

TEST_F(Quotes, are_not_looked_up_without_a_page) {
  CheckFile file;
  file.notes = R"([{"id": "n", "label": "x", "quote": "nowhere"}])";
  EXPECT_TRUE(diagnose(file.text()).empty());
}

}  // namespace
}  // namespace aushang::author
