#include <string>
#include <string_view>

#include "forms.h"

namespace aushang::form {
namespace {

std::string said(const Built& built) { return built.summary.title + " · " + built.summary.detail; }

TEST(Summary, OffersTheQuestionsUntilOneIsAnswered) {
  Applicant one = example();
  EXPECT_EQ(one.see().at_most, 5u);
  EXPECT_EQ(said(one.see()), "Self-check · 5 questions");
  one.language = i18n::Language::de;
  EXPECT_EQ(said(one.see()), "Selbstcheck · 5 Fragen");
  one.act("au-o-field-0");
  EXPECT_EQ(said(one.see()), one.see().outcome + " · " + one.see().left);
  EXPECT_FALSE(one.see().outcome.empty());
  one.act("au-o-field-0", false);
  EXPECT_EQ(said(one.see()), "Selbstcheck · 5 Fragen") << "taken back";
  one.act("au-o-field-unsure");
  EXPECT_EQ(said(one.see()), one.see().outcome + " · " + one.see().left) << "that is an answer, too";
}

TEST(Summary, SaysThatItIsClosedBeforeAnythingElse) {
  std::string text = example_text();
  text.insert(text.find("\"apply\": {") + std::string_view("\"apply\": {").size(), "\"closed\": true, ");
  Applicant one = example();
  one.rules = rules::load_or_fail(text);
  EXPECT_EQ(one.see().summary.title, "No longer open");
  EXPECT_EQ(one.see().at_most, 5u) << "one may still see whether it would have been";
}

TEST(Summary, WhereNothingIsAskedThereIsNone) {
  Applicant one{rules::load_or_fail(
      R"({"version": 1, "apply": {"to": ["a@b.example"]}, "questions": [], "clauses": [], "criteria": []})")};
  EXPECT_EQ(one.see().at_most, 0u);
  EXPECT_EQ(said(one.see()), " · ");
}

}  // namespace
}  // namespace aushang::form
